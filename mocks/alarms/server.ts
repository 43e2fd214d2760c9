import type { Alarm, AlarmEvent, Verdict } from '../../src/domain/alarm'
import { type AlarmStep, expireShelving, quietAlarm, step } from '../../src/domain/alarm-machine'
import {
  type AlarmRule,
  look,
  NO_CAUSE,
  type RuleMeasure,
  type RuleSet,
} from '../../src/domain/alarm-rules'
import { DAY_MS, type EpochMs, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import { keyOf } from '../random'
import { DEFAULT_RULES } from './default-rules'
import { type Happening, occurrenceId } from './happening'
import { keyOfAlarm, parentOf, supplyOf } from './inhibition'
import type { Measured, Measures } from './measures'
import { oneRecord } from './one-record'
import { pastHappenings } from './past'
import { type AlarmWire, type Kept, wireOf } from './wire'

/** How often each measure is looked at. */
const EVERY_MS: { readonly [M in RuleMeasure]?: number } = {
  'place-idleness': MINUTE_MS,
  'fire-power-state': 10 * SECOND_MS,
  'water-outside-clause': 10 * SECOND_MS,
  'unit-silence': 10 * SECOND_MS,
}
const LOOK_MS = 2 * SECOND_MS
const DEVICES_AT_EASE = 8_000
/** A server that has stood still for longer than this looks at the present and not at all that has passed. */
const LONGEST_GAP_MS = 3 * MINUTE_MS
/** What stands when the world begins has been there a while, and the last shift has seen it. */
const WARM_UP_MS = 6 * MINUTE_MS
const NEW_CROWD_MS = 25 * MINUTE_MS
const LAST_SHIFT = 'previous-shift'
const FIRST_OUT_MS = 60 * SECOND_MS
/** How far back the records are read for what happened before the world began. */
const PAST_MS = 2 * DAY_MS
const KEPT_HAPPENINGS = 20_000

/** The alarms of one world: it looks at the measures, runs the state machine, and takes what officers do. */
export interface AlarmServer {
  /** Every alarm that is not normal. Time only goes forward; an earlier time begins anew. */
  readonly pictureAt: (at: EpochMs) => readonly AlarmWire[]
  readonly rules: () => RuleSet
  readonly setRules: (rules: readonly AlarmRule[], by: string, at: EpochMs) => RuleSet
  readonly find: (occurrence: string) => { alarm: Alarm; rev: number; wire: AlarmWire } | null
  readonly apply: (alarmId: string, event: AlarmEvent) => AlarmStep
  readonly verify: (
    alarmId: string,
    verdict: Verdict,
    by: string,
    at: EpochMs,
    finding?: string | null,
  ) => void
  /** What happened, oldest first; before the world began, what the rules would have made of its records. */
  readonly history: (from: EpochMs, to: EpochMs) => Promise<readonly Happening[]>
  /** What rules are tried on. */
  readonly past: Measures
}

/**
 * @param isSupply whether the key of a fire device is a power supply: what hangs on it is quiet while it is in fault.
 * @param devices how many fire devices there are to look at.
 * @param past the same measures for looks that are hours apart.
 */
export function createAlarmServer(
  measures: Measures,
  isSupply: (device: string) => boolean = () => false,
  devices = 0,
  past: Measures = measures,
): AlarmServer {
  // Fifty thousand devices cannot be looked at every two seconds beside the page that shows them.
  const patience = Math.max(1, devices / DEVICES_AT_EASE)
  const everyMs = (measure: RuleMeasure) =>
    (EVERY_MS[measure] ?? LOOK_MS) * (/^(fire|water)/.test(measure) ? patience : 1)

  let ruleSet: RuleSet = { rev: 1, changedAt: 0, changedBy: '出厂', rules: DEFAULT_RULES }
  let kept = new Map<string, Kept>()
  let log: Happening[] = []
  let lookedAt: EpochMs | null = null
  let beganLooking: EpochMs | null = null
  let pastTold: Promise<readonly Happening[]> | null = null
  const measuredAt = new Map<RuleMeasure, EpochMs>()

  function tell(
    one: Kept,
    event: Happening['event'],
    at: EpochMs,
    by: string | null,
    note: string | null,
    finding: string | null = null,
  ) {
    const { id, ruleId, kind, priority, place, placeEn, areaCode, occurrence } = one.alarm
    log.push({
      occurrence: occurrenceId(id, occurrence),
      alarm: id,
      ruleId,
      kind,
      priority,
      place,
      placeEn,
      areaCode,
      event,
      at,
      by,
      note,
      finding,
    })
    if (log.length > KEPT_HAPPENINGS) log = log.slice(-KEPT_HAPPENINGS / 2)
  }

  function put(one: Kept, event: AlarmEvent, seenAt = event.at): AlarmStep {
    const before = one.alarm
    const result = step(before, event)
    if (!result.ok || result.alarm === before) return result
    one.alarm = result.alarm
    one.rev++
    one.observedAt = Math.max(seenAt, one.observedAt + 1)
    const isNew = one.alarm.occurrence !== before.occurrence
    if (isNew) {
      one.verification = null
      one.isFirst = isFirstOfPlace(one)
    }
    const by = 'by' in event ? event.by : null
    const note = 'reason' in event ? event.reason : 'because' in event ? event.because : null
    if (isNew || one.alarm.state !== before.state) tell(one, event.name, event.at, by, note)
    return result
  }

  function isFirstOfPlace({ alarm }: Kept): boolean {
    if (alarm.placeId === null || alarm.raisedAt === null) return false
    for (const { alarm: other } of kept.values())
      if (
        other !== alarm &&
        other.placeId === alarm.placeId &&
        other.raisedAt !== null &&
        other.state !== 'normal' &&
        alarm.raisedAt - other.raisedAt < FIRST_OUT_MS
      )
        return false
    return true
  }

  function lookAt(at: EpochMs, isWarmUp: boolean) {
    const values = new Map<RuleMeasure, readonly Measured[]>()
    for (const rule of ruleSet.rules) {
      if (!rule.isOn) continue
      const { measure } = rule
      if (!values.has(measure)) {
        const last = measuredAt.get(measure) ?? Number.NEGATIVE_INFINITY
        if (!isWarmUp && at - last < everyMs(measure)) continue
        measuredAt.set(measure, at)
        values.set(measure, measures[measure](at))
      }
      const seen = new Set<string>()
      for (const measured of values.get(measure) ?? []) {
        const id = `${rule.id}.${measured.key}`
        seen.add(id)
        consider(rule, id, measured, at, isWarmUp)
      }
      // What is no longer told of has no cause any more: a closed incident, a device taken away.
      for (const [id, one] of kept)
        if (one.alarm.ruleId === rule.id && one.alarm.isActive && !seen.has(id))
          put(one, { name: 'clear', at })
    }
    for (const one of kept.values()) {
      const { alarm } = one
      if (alarm.state === 'shelved' && (alarm.shelved?.until ?? at) <= at)
        put(one, { name: 'unshelve', at: expireShelving(alarm, at).changedAt }, at)
    }
    inhibit(at)
  }

  function consider(
    rule: AlarmRule,
    id: string,
    measured: Measured,
    at: EpochMs,
    isWarmUp: boolean,
  ) {
    const known = kept.get(id)
    const before = known?.cause ?? NO_CAUSE
    const cause = look(rule, before, measured.value, at)
    if (cause === before && (!known || known.alarm.isActive === cause.isAnnounced)) return
    const one: Kept = known ?? {
      alarm: quietAlarm(
        {
          id,
          ruleId: rule.id,
          kind: rule.kind,
          priority: rule.priority,
          latching: rule.latching,
          ...measured.about(),
        },
        at,
      ),
      cause,
      rev: 0,
      value: null,
      isFirst: false,
      verification: null,
      observedAt: at,
    }
    one.cause = cause
    kept.set(id, one)
    if (cause.isAnnounced && !one.alarm.isActive) {
      one.value = measured.value
      const began = isWarmUp ? Math.min(at, beganAt(rule, measured) ?? earlier(rule, id, at)) : at
      put(one, { name: 'raise', at: began }, at)
      if (isWarmUp && rule.priority > 1 && !isOfThisShift(rule, at - began))
        acknowledgeForLastShift(one, at)
    } else if (!cause.isAnnounced && one.alarm.isActive) put(one, { name: 'clear', at })
  }

  function acknowledgeForLastShift(one: Kept, at: EpochMs) {
    const { occurrence, raisedAt } = one.alarm
    const seenAt = Math.min(at, (raisedAt ?? at) + MINUTE_MS)
    put(one, { name: 'acknowledge', occurrence, by: LAST_SHIFT, at: seenAt }, at)
  }

  /** Designed quiet: a lower step of a ladder under a higher one, and a pump without power at its place. */
  function inhibit(at: EpochMs) {
    const active = new Map<string, Alarm>()
    const supplies = new Map<string, Alarm>()
    for (const { alarm } of kept.values()) {
      if (!alarm.isActive) continue
      active.set(alarm.id, alarm)
      if (alarm.ruleId === 'fire-power' && alarm.placeId && isSupply(keyOfAlarm(alarm)))
        supplies.set(alarm.placeId, alarm)
    }
    for (const one of kept.values()) {
      const { alarm } = one
      const parent = parentOf(alarm, active) ?? supplyOf(alarm, supplies)
      if (parent && alarm.isActive && alarm.state !== 'suppressed')
        put(one, { name: 'suppress', at, because: parent.id })
      else if (!parent && alarm.state === 'suppressed') put(one, { name: 'unsuppress', at })
    }
  }

  function advance(at: EpochMs) {
    if (lookedAt === null || at < lookedAt - MINUTE_MS) {
      kept = new Map()
      log = []
      measuredAt.clear()
      beganLooking = at
      pastTold = null
      for (let t = at - WARM_UP_MS; t < at; t += WARM_UP_MS / 3) lookAt(t, true)
      lookedAt = at
      lookAt(at, true)
      return
    }
    if (at - lookedAt < LOOK_MS) return
    const from = Math.max(lookedAt, at - LONGEST_GAP_MS)
    for (let t = from + 10 * SECOND_MS; t < at; t += 10 * SECOND_MS) lookAt(t, false)
    lookAt(at, false)
    lookedAt = at
  }

  let picture: { at: EpochMs; rev: number; items: readonly AlarmWire[] } | null = null

  return {
    pictureAt: (at) => {
      advance(at)
      const rev = [...kept.values()].reduce((sum, one) => sum + one.rev, 0)
      if (picture && picture.rev === rev && at - picture.at < 10 * SECOND_MS) return picture.items
      const items = [...kept.values()]
        .filter(({ alarm }) => alarm.state !== 'normal')
        .map((one) => wireOf(one, at))
      picture = { at, rev, items }
      return items
    },
    rules: () => ruleSet,
    setRules: (rules, by, at) => {
      ruleSet = { rev: ruleSet.rev + 1, changedAt: at, changedBy: by, rules }
      const live = new Map(rules.filter(({ isOn }) => isOn).map((rule) => [rule.id, rule]))
      for (const one of kept.values()) {
        const rule = live.get(one.alarm.ruleId)
        if (!rule && one.alarm.isActive) put(one, { name: 'clear', at })
        else if (rule && rule.priority !== one.alarm.priority) {
          one.alarm = { ...one.alarm, priority: rule.priority }
          one.rev++
          one.observedAt = at
        }
      }
      return ruleSet
    },
    find: (occurrence) => {
      const cut = occurrence.lastIndexOf('~')
      const one = kept.get(occurrence.slice(0, cut))
      return one ? { alarm: one.alarm, rev: one.rev, wire: wireOf(one, one.observedAt) } : null
    },
    apply: (alarmId, event) => {
      const one = kept.get(alarmId) as Kept
      picture = null
      return put(one, event)
    },
    verify: (alarmId, verdict, by, at, finding = null) => {
      const one = kept.get(alarmId)
      if (!one) return
      picture = null
      one.verification = { verdict, by, at, finding }
      one.rev++
      one.observedAt = Math.max(at, one.observedAt + 1)
      tell(one, 'verify', at, by, verdict, finding)
    },
    past,
    history: async (from, to) => {
      const began = beganLooking ?? to
      pastTold ??= pastHappenings(past, ruleSet.rules, began - PAST_MS, began)
      return oneRecord(await pastTold, log).filter(({ at }) => at >= from && at < to)
    },
  }
}

/** When a value that grows with time passed its limit. */
function beganAt({ limit, measure }: AlarmRule, { since, value }: Measured): EpochMs | null {
  if (since === null || limit === null || value === null) return since
  if (measure === 'place-idleness') return null
  return since + limit * MINUTE_MS
}

/** A crowd that has just grown is for the shift that begins. */
function isOfThisShift({ kind }: AlarmRule, agoMs: number): boolean {
  return kind.startsWith('crowd') && agoMs < NEW_CROWD_MS
}

/** Nobody knows since when what stands at the beginning has stood; some hours are believable. */
function earlier({ priority, kind }: AlarmRule, id: string, at: EpochMs): EpochMs {
  if (priority === 1) return at
  // A crowd has not stood there since before the gates opened.
  const most = kind.startsWith('crowd') ? 40 : 400
  return at - (5 + (keyOf(id) % most)) * MINUTE_MS
}
