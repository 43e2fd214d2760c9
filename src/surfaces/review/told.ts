import { type Day, type Period, startOf } from '../../domain/review/calendar'
import type { Change, Verdict } from '../../domain/review/verdict'
import { formatDay } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Lang, Phrase } from '../../ui/words'
import { formatDayNumber } from '../../view/review'
import type { Figure } from './figure'
import type { Measure } from './measures/measure'
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

/** Two amounts that stand beside their change: the three must not contradict one another. */
export interface Held {
  readonly isShare: boolean
  readonly now: number | null
  readonly past: number | null
  readonly change: Change | null
}

export const heldIn = ({ measure, heldValue, pastValue, change }: Figure): Held => ({
  isShare: measure.kind === 'share',
  now: heldValue,
  past: pastValue,
  change,
})

const percentText = (relative: number) =>
  `${signed(relative * 100, Math.abs(relative) >= 0.2 ? 0 : 1)} %`

/** One, or two where rounding to one would show another difference than is told. */
function digitsOf({ isShare, now, past, change }: Held): 1 | 2 {
  if (!isShare || now === null || past === null || !change?.points) return 1
  const tenths = (share: number) => Math.round(share * 1000)
  return tenths(now) - tenths(past) === tenths(change.points.value) ? 1 : 2
}

/** Whether the percentage is of rates, and another than that of the counts: days are missing, or denominators differ. */
export function isByRate({ isShare, now, past, change }: Held): boolean {
  if (isShare || now === null || !past || change?.relative == null) return false
  return percentText(now / past - 1) !== percentText(change.relative)
}

/** "−2.6 %" or "+1.5 点"; "—" where there is nothing to say. Of rates it says so. */
export function changeText(held: Held, lang: Lang): string {
  const text = amountText(held, lang)
  return isByRate(held) ? `${WORDS.byRate[lang]} ${text}` : text
}

/** The change alone. */
export function amountText(held: Held, lang: Lang): string {
  const { change } = held
  if (!change) return '—'
  if (change.points)
    return `${signed(change.points.value * 100, digitsOf(held))} ${WORDS.points[lang]}`
  return change.relative === null ? '—' : percentText(change.relative)
}

export function heldAmount(held: Held, value: number | null): string {
  if (!held.isShare) return formatCount(value)
  return value === null ? '—' : (value * 100).toFixed(digitsOf(held))
}

/** The figure itself, without its unit: "41,286", "80.3". */
export function valueText(figure: Figure): string {
  return heldAmount(heldIn(figure), figure.value)
}

/** What is counted: "Incidents reported", or a part of it by its own name. */
export function titleWith({ title, parts }: Measure, part: string, lang: Lang): string {
  const name = part ? (parts[part]?.[lang] ?? part) : ''
  return name ? `${title[lang]} · ${name}` : title[lang]
}

/** With its unit, where that is short. */
export function nowText(figure: Figure): string {
  return `${valueText(figure)}${figure.measure.kind === 'share' ? ' %' : ''}`
}

/** Of the days that are compared. */
export function heldText(figure: Figure): string {
  const text = heldAmount(heldIn(figure), figure.heldValue)
  return figure.measure.kind === 'share' && figure.heldValue !== null ? `${text} %` : text
}

export function pastText(figure: Figure): string {
  const { measure, pastValue } = figure
  const text = heldAmount(heldIn(figure), pastValue)
  return measure.kind === 'share' && pastValue !== null ? `${text} %` : text
}

/** How many days are compared, where others have no fellow; null: all are. */
export function pairedDays({ same }: Pick<Figure, 'same'>): number | null {
  return same && same.leftOut > 0 ? same.daysNow.length : null
}

/** In the head of a chart all of whose counts are of these days. */
export const pairedNote = (days: number): Phrase => ({
  zh: `计数只含 ${days} 个对应日`,
  en: `counts of the ${days} paired ${days === 1 ? 'day' : 'days'} only`,
})

/** Both sides of what is compared: "按 9 个对应日：106 对 91". The change beside it is theirs. */
export function pairedText(days: number, held: Held, lang: Lang): string {
  const sign = held.isShare ? ' %' : ''
  const [now, past] = [held.now, held.past].map((value) => `${heldAmount(held, value)}${sign}`)
  return lang === 'zh'
    ? `按 ${days} 个对应日：${now} 对 ${past}`
    : `${days} paired ${days === 1 ? 'day' : 'days'}: ${now} against ${past}`
}

/** What the change stands on: the figure of then, or, where only some days are compared, both sides of those. */
export function againstText(figure: Figure, lang: Lang): string {
  const days = pairedDays(figure)
  if (days !== null) return pairedText(days, heldIn(figure), lang)
  return `${WORDS[figure.same?.by === 'before' ? 'before' : 'year'][lang]} ${pastText(figure)}`
}

export function intervalText({ measure, interval }: Figure): string {
  if (!interval) return '—'
  const { low, high } = interval
  if (measure.kind === 'share') return `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)} %`
  return `${formatCount(Math.round(low))}–${formatCount(Math.round(high))}`
}

export function zText(change: Change | null): string {
  if (change?.z === null || change?.z === undefined) return '—'
  // No sign before a zero.
  return minus((Math.round(change.z * 10) / 10 || 0).toFixed(1))
}

/** What a reader must know before believing the figure. */
export function notesOf(figure: Figure, lang: Lang): readonly string[] {
  const notes: string[] = []
  const { now, past, setAside, measure, same } = figure
  // English would need a plural for each.
  const amountOf = (amount: number, what: Phrase) =>
    lang === 'zh' ? `${amount} ${what.zh}` : `${what.en}: ${amount}`
  if (figure.brokenParts > 0) notes.push(amountOf(figure.brokenParts, WORDS.brokenParts))
  if (measure.kind === 'share' && now.base === 0) notes.push(WORDS.noBase[lang])
  if (now.gaps > 0) notes.push(amountOf(now.gaps, WORDS.gapDays))
  if (past && past.gaps > 0) notes.push(amountOf(past.gaps, WORDS.gapDaysThen))
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
