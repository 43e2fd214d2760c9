import { type Day, type Period, startOf } from '../../domain/review/calendar'
import type { Change, Verdict } from '../../domain/review/verdict'
import { formatDay } from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Lang, Phrase } from '../../ui/words'
import { formatDayNumber } from '../../view/review'
import type { Figure } from './figure'
import { NO_CHANGE_WORDS } from './refusal-words'
import { WORDS } from './words'

/** MM-DD */
export function dayText(day: Day): string {
  return formatDay(startOf(day))
}

/** 2026-02-10 至 03-09 */
export function periodText({ from, to }: Period, through: string): string {
  const [a, b] = [formatDayNumber(from), formatDayNumber(to - 1)]
  return `${a} ${through} ${a.slice(0, 4) === b.slice(0, 4) ? b.slice(5) : b}`
}

const VERDICT_WORDS: Readonly<Record<Verdict, Phrase>> = {
  up: WORDS.up,
  down: WORDS.down,
  usual: WORDS.usual,
  unknown: WORDS.unknown,
}

/** What can be said of a change; of one that is unknown, why. */
export function verdictWords(change: Change | null): Phrase {
  if (change?.why) return NO_CHANGE_WORDS[change.why]
  return VERDICT_WORDS[change?.verdict ?? 'unknown']
}

/** An arrow only where something is more than chance. */
export function arrowOf(change: Change | null): string {
  return change?.verdict === 'up' ? '↑' : change?.verdict === 'down' ? '↓' : '—'
}

const minus = (text: string) => text.replace('-', '−')
const signed = (value: number, digits = 1) => {
  const text = minus(Math.abs(value).toFixed(digits))
  return Number(text) === 0 ? `±${text}` : `${value > 0 ? '+' : '−'}${text}`
}

/** "−2.6 %" or "+1.5 点"; "—" where there is nothing to say. */
export function changeText(change: Change | null, lang: Lang): string {
  if (!change) return '—'
  if (change.points) return `${signed(change.points.value * 100)} ${WORDS.points[lang]}`
  if (change.relative === null) return '—'
  const percent = change.relative * 100
  return `${signed(percent, Math.abs(percent) >= 20 ? 0 : 1)} %`
}

/** The figure itself, without its unit: "41,286", "80.3". */
export function valueText({ measure, value }: Figure): string {
  if (measure.kind !== 'share') return formatCount(value)
  return value === null ? '—' : formatTenth(value * 100)
}

/** With its unit, where that is short. */
export function nowText(figure: Figure): string {
  return `${valueText(figure)}${figure.measure.kind === 'share' ? ' %' : ''}`
}

export function pastText({ measure, pastValue }: Figure): string {
  if (measure.kind !== 'share') return formatCount(pastValue)
  return pastValue === null ? '—' : `${formatTenth(pastValue * 100)} %`
}

export function intervalText({ measure, interval }: Figure): string {
  if (!interval) return '—'
  const { low, high } = interval
  if (measure.kind === 'share') return `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)} %`
  return `${formatCount(Math.round(low))}–${formatCount(Math.round(high))}`
}

export function zText(change: Change | null): string {
  return change?.z === null || change?.z === undefined ? '—' : minus(change.z.toFixed(1))
}

/** What a reader must know before believing the figure. */
export function notesOf(figure: Figure, lang: Lang): readonly string[] {
  const notes: string[] = []
  const { now, past, setAside, measure, same } = figure
  // English would need a plural for each.
  const amountOf = (amount: number, what: Phrase) =>
    lang === 'zh' ? `${amount} ${what.zh}` : `${what.en}: ${amount}`
  const gaps = now.gaps + (past?.gaps ?? 0)
  if (figure.brokenParts > 0) notes.push(amountOf(figure.brokenParts, WORDS.brokenParts))
  if (measure.kind === 'share' && now.base === 0) notes.push(WORDS.noBase[lang])
  if (gaps > 0) notes.push(amountOf(gaps, WORDS.gapDays))
  if (now.partly > 0) notes.push(amountOf(now.partly, WORDS.partDays))
  if (setAside > 0) notes.push(amountOf(setAside, WORDS.setAsideOne))
  if (now.days < 7) notes.push(WORDS.shortPeriod[lang])
  else if (same && !same.isSameWeek && now.days < 56) notes.push(WORDS.unequalWeek[lang])
  return notes
}

/** 铜仁市 to 铜仁; counties keep their word, because 花溪区 and a village may share the rest. */
export function shortName(name: string): string {
  return name.length > 2 && /[市州]$/.test(name) ? name.slice(0, -1) : name
}
