import type { FireDevice, FireReading } from './fire'
import { isPlausible } from './fire-clauses'
import { DEVICE_SILENT_AFTER_MS } from './fire-readiness'
import { type RuleLine, ruleKey } from './fire-rule-line'
import type { RulePack } from './fire-rule-pack'
import { SUSPECT_AHEAD_MS } from './freshness'
import { type EpochMs, SECOND_MS } from './time'

export type RuledDevice = Pick<FireDevice, 'kind' | 'buildingClass' | 'condition'>
export type RuledReading = Pick<FireReading, 'value' | 'unit' | 'observedAt'>

/** One line of a pack, watched at one device. */
export interface RuleState {
  /** `unseen`: nothing comparable has come. `pending`: beyond the limit, not yet for the delay of the line. */
  readonly phase: 'unseen' | 'within' | 'pending' | 'beyond'
  /** When the phase began, by the clock of the source; null while unseen. */
  readonly since: EpochMs | null
  /** The last reading that was held against the line. */
  readonly seenAt: EpochMs | null
}

export const UNSEEN: RuleState = { phase: 'unseen', since: null, seenAt: null }

/** Why a reading was not held against a line. It then changes nothing. */
export type NotHeld =
  | 'no-value'
  | 'unit'
  /** Physics forbids it: the sensor is broken. */
  | 'implausible'
  /** Flowing is never held against static, nor either against a device that does not say which it is. */
  | 'condition'
  /** Another kind of device, or another class of building. */
  | 'other-device'
  /** Ahead of our clock. */
  | 'clock'
  /** So old that the device counts as silent. */
  | 'silent'
  /** Not later than the one before. */
  | 'out-of-order'

export interface RuleStep {
  readonly state: RuleState
  /** Null: the reading was held against the line. */
  readonly notHeld: NotHeld | null
}

/**
 * One reading against one line. It rings (`beyond`) once two readings at least `delayS` apart, with no hole of
 * `DEVICE_SILENT_AFTER_MS` and nothing good between them, were beyond the limit: one reading alone never rings. It is
 * over when a value comes back past the limit by the hysteresis.
 */
export function stepRule(
  before: RuleState,
  line: RuleLine,
  device: RuledDevice,
  reading: RuledReading,
  now: EpochMs,
): RuleStep {
  const notHeld = whyNot(before, line, device, reading, now)
  if (notHeld || reading.value === null) return { state: before, notHeld: notHeld ?? 'no-value' }
  const at = reading.observedAt
  const to = (phase: RuleState['phase']): RuleStep => ({
    state: { phase, since: before.phase === phase ? before.since : at, seenAt: at },
    notHeld: null,
  })
  const margin = marginOf(line, reading.value)
  if (before.phase === 'beyond') return to(margin >= line.hysteresis ? 'within' : 'beyond')
  if (margin >= 0) return to('within')
  if (line.delayS === 0) return to('beyond')
  if (before.phase !== 'pending' || before.since === null) return to('pending')
  const hasHole = at - (before.seenAt ?? at) > DEVICE_SILENT_AFTER_MS
  if (hasHole) return { state: { phase: 'pending', since: at, seenAt: at }, notHeld: null }
  return to(at - before.since >= line.delayS * SECOND_MS ? 'beyond' : 'pending')
}

/** By `ruleKey`. A state outlives a changed limit: the next reading decides. */
export type RuleStates = Readonly<Record<string, RuleState>>

/** One reading against every line of the pack that asks something of its device. */
export function stepRules(
  before: RuleStates,
  { lines }: RulePack,
  device: RuledDevice,
  reading: RuledReading,
  now: EpochMs,
): RuleStates {
  const stepped = lines
    .filter((line) => isFor(line, device))
    .map((line) => {
      const key = ruleKey(line)
      return [key, stepRule(before[key] ?? UNSEEN, line, device, reading, now).state] as const
    })
  return { ...before, ...Object.fromEntries(stepped) }
}

function isFor(line: RuleLine, device: RuledDevice): boolean {
  return line.kind === device.kind && line.buildingClass === device.buildingClass
}

function whyNot(
  { seenAt }: RuleState,
  line: RuleLine,
  device: RuledDevice,
  { value, unit, observedAt }: RuledReading,
  now: EpochMs,
): NotHeld | null {
  if (!isFor(line, device)) return 'other-device'
  if (line.condition !== device.condition) return 'condition'
  if (observedAt - now > SUSPECT_AHEAD_MS) return 'clock'
  if (now - observedAt > DEVICE_SILENT_AFTER_MS) return 'silent'
  if (seenAt !== null && observedAt <= seenAt) return 'out-of-order'
  if (value === null) return 'no-value'
  if (!isPlausible(line.kind, value, unit)) return 'implausible'
  return unit === line.unit ? null : 'unit'
}

/** How far inside the limit, in the line's unit, to a millionth: 0.15 − 0.14 is 0.01. */
function marginOf({ comparator, limit }: RuleLine, value: number): number {
  const margin = comparator === '>=' ? value - limit : limit - value
  return Math.round(margin * 1e6) / 1e6
}
