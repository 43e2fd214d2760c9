import type { TrialAnswer } from '../../src/api/alarm-wire'
import { type AlarmRule, type CauseMemory, look, NO_CAUSE } from '../../src/domain/alarm-rules'
import { DAY_MS, type EpochMs, MINUTE_MS } from '../../src/domain/time'
import { dayNumber, iso, isoDay } from '../calendar'
import { type Happening, occurrenceId } from './happening'
import { type Measure, type Measured, type Measures, PAST_STEP_MS } from './measures'

/** Looks at this many times between two breaths: the page that hosts the mocks stays awake. */
const LOOKS_PER_BREATH = 2

/** What begins with a half hour has been reported by now; fires last at least eight minutes. */
const AFTER_MS = 6 * MINUTE_MS

interface Ring {
  readonly id: string
  readonly measured: Measured
  readonly raisedAt: EpochMs
  readonly clearedAt: EpochMs | null
}

/** What a rule would have announced in the past, looked at in steps. */
async function rings(
  measure: Measure,
  rule: AlarmRule,
  from: EpochMs,
  to: EpochMs,
): Promise<Ring[]> {
  const causes = new Map<string, CauseMemory>()
  const open = new Map<string, { measured: Measured; raisedAt: EpochMs }>()
  const found: Ring[] = []
  const stepMs = PAST_STEP_MS[rule.measure]
  // A delay shorter than the step is over by the next look.
  const quick = { ...rule, onDelayS: 0, onCount: 0, offDelayS: 0 }
  let looks = 0
  for (let at = Math.ceil(from / stepMs) * stepMs + AFTER_MS; at < to; at += stepMs) {
    if (looks++ % LOOKS_PER_BREATH === 0) await new Promise((resolve) => setTimeout(resolve, 0))
    const seen = new Set<string>()
    for (const measured of measure(at)) {
      const { key } = measured
      seen.add(key)
      const before = causes.get(key) ?? NO_CAUSE
      const cause = look(quick, before, measured.value, at)
      if (cause === before) continue
      causes.set(key, cause)
      if (cause.isAnnounced)
        open.set(key, { measured, raisedAt: crossedAt(rule, measured, at, at - stepMs) })
      else close(key, at)
    }
    for (const key of open.keys()) if (!seen.has(key)) close(key, at)
  }
  for (const [key, { measured, raisedAt }] of open)
    found.push({ id: `${rule.id}.${key}`, measured, raisedAt, clearedAt: null })
  return found

  function close(key: string, at: EpochMs) {
    const one = open.get(key)
    if (!one) return
    open.delete(key)
    causes.delete(key)
    found.push({ id: `${rule.id}.${key}`, ...one, clearedAt: at })
  }
}

/**
 * When a state came, or a value that grows evenly with time passed its limit, between two looks: what is seen at one look did not all
 * happen at that moment.
 */
function crossedAt(
  { limit }: AlarmRule,
  { since, value }: Measured,
  at: EpochMs,
  before: EpochMs,
): EpochMs {
  if (since === null || value === null || value <= 0) return at
  if (limit === null) return Math.max(before, Math.min(at, since))
  return Math.max(before, Math.min(at, Math.round(since + ((at - since) * limit) / value)))
}

/** How often a rule would have rung in the days before `at`. */
export async function tryRule(
  measures: Measures,
  rule: AlarmRule,
  at: EpochMs,
  days: number,
): Promise<Omit<TrialAnswer, 'from' | 'to'> & { from: string; to: string }> {
  const from = at - days * DAY_MS
  const rung = rule.isOn ? await rings(measures[rule.measure], rule, from, at) : []
  const perDay = new Map<string, number>()
  for (let day = dayNumber(from); day <= dayNumber(at); day++) perDay.set(isoDay(day), 0)
  const places = new Map<string, { place: string; placeEn: string | null; count: number }>()
  for (const { measured, raisedAt } of rung) {
    const day = isoDay(dayNumber(raisedAt))
    perDay.set(day, (perDay.get(day) ?? 0) + 1)
    const { place, placeEn } = measured.about()
    const known = places.get(place) ?? { place, placeEn, count: 0 }
    places.set(place, { ...known, count: known.count + 1 })
  }
  return {
    from: iso(from),
    to: iso(at),
    stepMs: PAST_STEP_MS[rule.measure],
    rang: rung.length,
    perDay: [...perDay].map(([day, count]) => ({ day, count })),
    top: [...places.values()].sort((a, b) => b.count - a.count).slice(0, 10),
  }
}

/** What the shifts before would have seen: each alarm answered after a while, in the order of its urgency. */
export async function pastHappenings(
  measures: Measures,
  rules: readonly AlarmRule[],
  from: EpochMs,
  to: EpochMs,
): Promise<Happening[]> {
  const all: Happening[] = []
  for (const rule of rules) {
    if (!rule.isOn) continue
    // Counted backwards, so that the number 1 is the server's own.
    const numbers = new Map<string, number>()
    const rung = await rings(measures[rule.measure], rule, from, to)
    for (const { id, measured, raisedAt, clearedAt } of rung.toReversed()) {
      const n = numbers.get(id) ?? 0
      numbers.set(id, n - 1)
      const { place, placeEn, areaCode } = measured.about()
      const line = (event: Happening['event'], at: EpochMs, by: string | null): Happening => ({
        occurrence: occurrenceId(id, n),
        alarm: id,
        ruleId: rule.id,
        kind: rule.kind,
        priority: rule.priority,
        place,
        placeEn,
        areaCode,
        event,
        at,
        by,
        note: null,
      })
      const answeredAt = raisedAt + (rule.priority * 1.5 * MINUTE_MS * (1 + (id.length % 5))) / 2
      all.push(line('raise', raisedAt, null))
      if (answeredAt < to) all.push(line('acknowledge', answeredAt, 'previous-shift'))
      if (clearedAt !== null) all.push(line('clear', clearedAt, null))
    }
  }
  return all.sort((a, b) => a.at - b.at)
}
