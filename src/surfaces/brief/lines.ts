import type { FeedId } from '../../api/feeds'
import type { Decision, Told } from '../../api/outbox/decisions'
import { isAwaited, type Readings } from '../../api/reading'
import { isOver } from '../../domain/allocation'
import type { Incident } from '../../domain/incident'
import { isOpen } from '../../domain/incident-tally'
import { waitOf } from '../../domain/incident-target'
import type { OrderEntry } from '../../domain/order-entry'
import { idlenessOf, type PlaceIdleness } from '../../domain/patrol-idleness'
import type { EpochMs, TimeWindow } from '../../domain/time'
import type { AlarmData } from '../../topics/alarms/data'
import { STATE as ALARM_STATE, KIND } from '../../topics/alarms/messages'
import { placeOf, titleOf } from '../../topics/incidents/describe'
import { SEVERITY } from '../../topics/incidents/words'
import { idlePhrase } from '../../topics/patrols/words-of'
import type { AreaNames } from '../../ui/area-names'
import { formatAge, formatClock, formatDate, formatStamp } from '../../ui/clock'
import { type Lang, type Phrase, say } from '../../ui/words'
import { FEED_NAME, QUALITY_NAME } from '../feed-words'
import { byPhrase, ENTRY, STATE } from '../order-words'
import { fateOf, type Known, whyNot } from './fates'
import { DECISION, WORDS } from './words'

/** One line of the hand-over: what, how it stands, and what else there is to say. */
export interface Line {
  readonly item: string
  readonly state: string
  readonly detail: string
}

export interface Section {
  readonly title: Phrase
  /** Null: its source does not answer, and nobody can tell. */
  readonly lines: readonly Line[] | null
}

export interface BriefFacts {
  readonly readings: Readings
  readonly alarms: AlarmData
  readonly entries: readonly OrderEntry[]
  /** Null: this machine keeps none. */
  readonly decisions: readonly Decision[] | null
  readonly areas: AreaNames
  readonly window: TimeWindow
  readonly now: EpochMs
}

/** Sources that have neither answered nor failed yet: a brief made now would call lost what nobody has asked. */
export function awaited(readings: Readings): readonly FeedId[] {
  return Object.values(readings)
    .filter(isAwaited)
    .map(({ feed }) => feed)
}

/** Everything that the next shift has to know, worst first in each section. */
export function briefOf(facts: BriefFacts, lang: Lang): readonly Section[] {
  return [
    { title: WORDS.incidents, lines: incidentLines(facts, lang) },
    { title: WORDS.orders, lines: orderLines(facts, lang) },
    { title: WORDS.places, lines: placeLines(facts, lang) },
    { title: WORDS.alarms, lines: alarmLines(facts, 'queue', lang) },
    { title: WORDS.hushed, lines: alarmLines(facts, 'hushed', lang) },
    { title: WORDS.refused, lines: refusedLines(facts, lang) },
    { title: WORDS.feeds, lines: feedLines(facts, lang) },
  ]
}

/** Nobody sent, somebody on the way, somebody there. */
const PROGRESS = [WORDS.notSent, WORDS.sent, WORDS.attended] as const

function progressOf({ dispatchedAt, arrivedAt }: Incident): number {
  return arrivedAt !== null ? 2 : dispatchedAt !== null ? 1 : 0
}

const SEVERITY_ORDER = ['extreme', 'severe', 'moderate', 'unknown', 'minor']

function incidentLines({ readings, areas, now }: BriefFacts, lang: Lang): readonly Line[] | null {
  const { snapshot, quality } = readings.incidents
  if (!snapshot || quality === 'lost') return null
  return snapshot.items
    .filter(isOpen)
    .toSorted(
      (a, b) =>
        progressOf(a) - progressOf(b) ||
        SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
        a.receivedAt - b.receivedAt,
    )
    .map((incident) => ({
      item: `${say(titleOf(incident), lang)} · ${say(placeOf(incident, areas), lang)} · ${incident.id}`,
      state: `${say(SEVERITY[incident.severity], lang)} · ${say(PROGRESS[progressOf(incident)] ?? WORDS.notSent, lang)}`,
      detail: `${formatStamp(incident.receivedAt)} · ${say(incident.arrivedAt === null ? WORDS.waited : WORDS.attendedAfter, lang)} ${formatAge(waitOf(incident, now).waitedMs, lang)}`,
    }))
}

function orderLines({ readings, window }: BriefFacts, lang: Lang): readonly Line[] | null {
  const { snapshot, quality } = readings.allocations
  if (!snapshot || quality === 'lost') return null
  return snapshot.items
    .filter((one) => !isOver(one) || one.decidedAt >= window.from)
    .toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)) || b.decidedAt - a.decidedAt)
    .map((one) => ({
      item: `${one.callSign} → ${lang === 'en' ? (one.target.placeEn ?? one.target.place) : one.target.place}`,
      state: say(STATE[one.state], lang),
      detail: [formatClock(one.decidedAt), say(byPhrase(one.by), lang), one.override]
        .filter(Boolean)
        .join(' · '),
    }))
}

function placeLines({ readings, now }: BriefFacts, lang: Lang): readonly Line[] | null {
  const { visits, 'watch-places': places } = readings
  if (!visits.snapshot || !places.snapshot || visits.quality === 'lost') return null
  return idlenessOf(places.snapshot.items, visits.snapshot.items, now)
    .filter(({ level }) => level === 'overdue' || level === 'long-overdue')
    .toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0))
    .map((one) => ({
      item: lang === 'en' ? (one.place.nameEn ?? one.place.name) : one.place.name,
      state: say(ofInterval(one), lang),
      detail: `${say(WORDS.idle, lang)} ${say(idlePhrase(one), lang)}`,
    }))
}

/** A percentage never stands alone: of which interval, and whether it is a bound. */
export function ofInterval({
  ratio,
  everyMs,
  isAtLeast,
}: Pick<PlaceIdleness, 'ratio' | 'everyMs' | 'isAtLeast'>): Phrase {
  const percent = `${isAtLeast ? '≥ ' : ''}${ratio === null ? '—' : Math.round(100 * ratio)} %`
  return {
    zh: `要求间隔 ${formatAge(everyMs, 'zh')} 的 ${percent}`,
    en: `${percent} of ${formatAge(everyMs, 'en')}`,
  }
}

function alarmLines(
  { alarms }: BriefFacts,
  which: 'queue' | 'hushed',
  lang: Lang,
): readonly Line[] | null {
  if (!alarms.isTold) return null
  return alarms.standing[which].map((one) => ({
    item: `P${one.priority} ${say(KIND[one.kind], lang)} · ${lang === 'en' ? (one.placeEn ?? one.place) : one.place}`,
    state: one.state === 'unknown' ? '?' : say(ALARM_STATE[one.state], lang),
    detail: [
      one.raisedAt === null ? '' : formatStamp(one.raisedAt),
      one.acknowledged && say(byPhrase(one.acknowledged.by), lang),
      one.shelved &&
        `${one.shelved.reason} ${say(WORDS.until, lang)} ${formatClock(one.shelved.until)} (${say(byPhrase(one.shelved.by), lang)})`,
    ]
      .filter(Boolean)
      .join(' · '),
  }))
}

export function refusedLines(
  { decisions, entries }: Pick<BriefFacts, 'decisions' | 'entries'>,
  lang: Lang,
): readonly Line[] | null {
  if (decisions === null) return null
  // What its notice in the outbox was put aside for stands in the log all the same.
  const inOutbox = entries.filter(({ state }) => isLost(state))
  const keys = new Set(inOutbox.map(({ key }) => key))
  const inLog = decisions.flatMap(({ key, at, by, unit, target, outcome }) =>
    outcome && isLost(outcome.state) && !keys.has(key) ? [{ at, by, unit, target, outcome }] : [],
  )
  const notDone = [
    ...inOutbox.map(({ callSign, order: { decidedAt, by, target }, ...outcome }) => ({
      at: decidedAt,
      by,
      unit: callSign,
      target: { zh: target.place, en: target.placeEn ?? target.place },
      outcome,
    })),
    ...inLog,
  ]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, by, unit, target, outcome }) => ({
      item: `${unit} → ${told(target, lang)}`,
      state: say(ENTRY[outcome.state], lang),
      detail: [formatClock(at), say(byPhrase(by), lang), say(whyNot(outcome, by), lang)]
        .filter(Boolean)
        .join(' · '),
    }))
  const refused = decisions
    .filter(({ what }) => what === 'refused')
    .map(({ unit, target, at, by, reason, advice }) => ({
      item: `${unit} → ${told(target, lang)}`,
      state: told(reason, lang),
      detail: [formatClock(at), say(byPhrase(by), lang), told(advice, lang)]
        .filter(Boolean)
        .join(' · '),
    }))
  return [...notDone, ...refused]
}

const isLost = (state: string) => state === 'failed' || state === 'expired'

export function feedLines({ readings }: Pick<BriefFacts, 'readings'>, lang: Lang): readonly Line[] {
  const waiting = new Set<string>(awaited(readings))
  return Object.entries(readings)
    .filter(([, { quality }]) => quality !== 'live')
    .map(([id, { quality, snapshot }]) => ({
      item: say(FEED_NAME[id as keyof typeof FEED_NAME], lang),
      state: say(waiting.has(id) ? WORDS.unanswered : QUALITY_NAME[quality], lang),
      detail: snapshot ? formatStamp(snapshot.observedAt) : '—',
    }))
}

/** Section, item, state, detail: one row each. */
export function briefRows(
  sections: readonly Section[],
  lang: Lang,
): readonly (readonly string[])[] {
  const head = [WORDS.section, WORDS.item, WORDS.state, WORDS.detail].map((one) => say(one, lang))
  return [
    head,
    ...sections.flatMap(({ title, lines }) =>
      lines === null
        ? [[say(title, lang), say(WORDS.unknown, lang), '', '']]
        : lines.map(({ item, state, detail }) => [say(title, lang), item, state, detail]),
    ),
  ]
}

/** In the language of the page, where it was written in both. */
const told = (text: Told, lang: Lang): string => (typeof text === 'string' ? text : say(text, lang))

/** "stale · 48 s": what the officer saw of the unit's position. */
function positionWord(position: Decision['position'], lang: Lang): string {
  if (!position) return ''
  const age = position.ageMs === null ? '—' : formatAge(position.ageMs, lang)
  return `${say(QUALITY_NAME[position.quality], lang)} · ${age}`
}

/** In the language of the page; the time is the province's, to the second, as the order's own. */
export function decisionRows(known: Known, lang: Lang): readonly (readonly string[])[] {
  const { at, by, what, unit, target, advice, reason, position, outcome } = WORDS
  return [
    [at, by, what, unit, target, advice, reason, position, outcome].map((one) => say(one, lang)),
    ...known.decisions.map((one) => [
      `${formatDate(one.at)} ${formatClock(one.at)} UTC+8`,
      say(byPhrase(one.by), lang),
      say(DECISION[one.what], lang),
      one.unit,
      told(one.target, lang),
      told(one.advice, lang),
      told(one.reason, lang),
      positionWord(one.position, lang),
      say(fateOf(one, known), lang),
    ]),
  ]
}
