import type { Move } from '../../../domain/advice'
import { type AreaNames, areaPhrase } from '../../../ui/area-names'
import { formatCount, formatTenth } from '../../../ui/numbers'
import type { Phrase } from '../../../ui/words'
import { DISPATCH } from './words'

type Price = Pick<Move, 'gained' | 'lost' | 'left' | 'coveredBefore' | 'coveredAfter' | 'gainedBy'>

/** A straight line knows no tenths of an hour: whole minutes from ten on. */
export function minutesText(minutes: number | null): string {
  if (minutes === null) return '—'
  return minutes < 9.95 ? formatTenth(minutes) : formatCount(Math.round(minutes))
}

/** "+3.1 %": of all demand, with its sign. */
export function pointsOf(part: number, total: number): string {
  if (total <= 0) return '—'
  const points = (100 * part) / total
  return `${points < 0 ? '−' : '+'}${formatTenth(Math.abs(points))} %`
}

/** "74.2 → 77.3 %". */
export function shares(before: number, after: number, total: number): string {
  if (total <= 0) return '—'
  return `${formatTenth((100 * before) / total)} → ${formatTenth((100 * after) / total)} %`
}

/** "2,310 → 2,407 / 3,114". */
export function counts(before: number, after: number, total: number): string {
  return `${formatCount(Math.round(before))} → ${formatCount(Math.round(after))} / ${formatCount(Math.round(total))}`
}

/** What the move brings within reach, by what it is. */
export function whyPhrase({ gainedBy }: Price): Phrase {
  const parts = (['incidents', 'overdue', 'crowds'] as const).filter(
    (kind) => gainedBy[kind] >= 0.5,
  )
  const word = {
    incidents: DISPATCH.byIncidents,
    overdue: DISPATCH.byOverdue,
    crowds: DISPATCH.byCrowds,
  }
  const text = (lang: 'zh' | 'en') =>
    parts
      .map((kind) => `${word[kind][lang]} +${formatCount(Math.round(gainedBy[kind]))}`)
      .join(' · ')
  return { zh: text('zh'), en: text('en') }
}

/** The area that loses, or that none does. */
export function lossPhrase({ left }: Price, areas: AreaNames): Phrase {
  if (!left) return DISPATCH.nothingLost
  const { zh, en } = areaPhrase(areas, left.areaCode.padEnd(6, '0'))
  const points = pointsOf(left.after - left.before, left.total)
  return { zh: `${zh} ${points}`, en: `${en} ${points}` }
}

/** One line for the log: minutes, gained and lost. */
export function priceLine(price: Price & { readonly minutes: number }, total: number): Phrase {
  const { minutes, gained, lost } = price
  const points = `${pointsOf(gained, total)} / ${pointsOf(-lost, total)}`
  const text = minutesText(minutes)
  return { zh: `${text} 分钟，${points}`, en: `${text} min, ${points}` }
}
