import { UNKNOWN } from './clock'
import type { Lang } from './words'

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** 10,412; zero is "0"; what is not known is "—". */
export function formatCount(count: number | null): string {
  return count === null || !Number.isFinite(count) ? UNKNOWN : whole.format(count)
}

/** One decimal: 3.2. */
export function formatTenth(value: number | null): string {
  return value === null || !Number.isFinite(value) ? UNKNOWN : tenth.format(value)
}

/** A share in per cent, one decimal, without its counts: only where they stand beside it. */
export function formatPercent(share: number | null): string {
  return share === null || !Number.isFinite(share) ? UNKNOWN : `${tenth.format(share * 100)} %`
}

/** A share never stands without its counts: “98.0 %（2,272 / 2,318）”. What is neither none nor all is not rounded to it. */
export function formatShare(part: number | null, all: number | null, lang: Lang): string {
  if (part === null || all === null) return UNKNOWN
  const counts = `${formatCount(part)} / ${formatCount(all)}`
  const percent = all > 0 ? percentOf(part, all) : UNKNOWN
  return lang === 'zh' ? `${percent}（${counts}）` : `${percent} (${counts})`
}

function percentOf(part: number, all: number): string {
  if (part > 0 && part / all < 0.0005) return '< 0.1 %'
  if (part < all && part / all >= 0.9995) return '> 99.9 %'
  return formatPercent(part / all)
}
