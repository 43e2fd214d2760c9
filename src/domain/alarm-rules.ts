import type { AlarmKind, AlarmPriority } from './alarm'

/** What a rule looks at. `fire-…` by device, `crowd-…` by area or zone, and so on; a threshold has its unit here. */
export const RULE_MEASURES = {
  'fire-state': null,
  'fire-power-state': null,
  'water-outside-clause': null,
  'zone-density': 'persons/m²',
  'zone-rise': 'persons/m² in 5 min',
  'area-share': '% of capacity',
  'unit-silence': 'min',
  'place-idleness': '% of required interval',
  'incident-undispatched': 'min',
  'incident-unattended': 'min',
  'feed-age': null,
  'product-state': null,
} as const
export type RuleMeasure = keyof typeof RULE_MEASURES

/** One rule that raises alarms. Everything but id, kind and measure may be edited. */
export interface AlarmRule {
  readonly id: string
  readonly kind: AlarmKind
  readonly measure: RuleMeasure
  readonly name: string
  readonly nameEn: string
  readonly isOn: boolean
  readonly priority: AlarmPriority
  readonly latching: boolean
  /** In the measure's unit; null where the measure is a state. */
  readonly limit: number | null
  /** How far the value must fall back before the cause is gone, in the same unit. */
  readonly hysteresis: number
  /** The cause must stand this long before it is announced. */
  readonly onDelayS: number
  /** Or come this often within the window, however short each time; 0: only the delay counts. */
  readonly onCount: number
  readonly onCountWindowS: number
  /** And be gone this long before it is called gone: what chatters stays one occurrence. */
  readonly offDelayS: number
  /** Standard, clause or local rule that it follows. */
  readonly source: string
  /** The same in English, where it differs. */
  readonly sourceEn?: string | null | undefined
}

/** A set of rules as the server keeps it. */
export interface RuleSet {
  readonly rev: number
  readonly changedAt: number
  readonly changedBy: string
  readonly rules: readonly AlarmRule[]
}

export const RULE_FIGURES = [
  'limit',
  'hysteresis',
  'onDelayS',
  'onCount',
  'onCountWindowS',
  'offDelayS',
] as const
export type RuleFigure = (typeof RULE_FIGURES)[number]

/** What is known of a cause from one look to the next. */
export interface CauseMemory {
  /** Over the limit, with hysteresis; not yet what is announced. */
  readonly isOver: boolean
  readonly since: number
  readonly isAnnounced: boolean
  /** When it came, each time within the window of the rule, oldest first; at most `onCount` of them. */
  readonly cameAt: readonly number[]
}

export const NO_CAUSE: CauseMemory = {
  isOver: false,
  since: Number.NEGATIVE_INFINITY,
  isAnnounced: false,
  cameAt: [],
}

/**
 * One look at a value. `null` says nothing, and changes nothing: a sensor that falls silent neither raises nor clears.
 * A rule without a limit takes 1 for "there" and 0 for "not there".
 */
export function look(
  rule: Pick<AlarmRule, RuleFigure>,
  before: CauseMemory,
  value: number | null,
  at: number,
): CauseMemory {
  if (value === null) return before
  const limit = rule.limit ?? 1
  const isOver = value >= limit || (before.isOver && value > limit - rule.hysteresis)
  const since = isOver === before.isOver ? before.since : at
  const cameAt = isOver && !before.isOver ? lately([...before.cameAt, at], rule, at) : before.cameAt
  const delayMs = 1000 * (isOver ? rule.onDelayS : rule.offDelayS)
  const isOften = rule.onCount > 0 && lately(cameAt, rule, at).length >= rule.onCount
  const isAnnounced = (isOver && isOften) || (at - since >= delayMs ? isOver : before.isAnnounced)
  if (isOver === before.isOver && isAnnounced === before.isAnnounced) return before
  return { isOver, since, isAnnounced, cameAt }
}

function lately(
  times: readonly number[],
  { onCount, onCountWindowS }: Pick<AlarmRule, RuleFigure>,
  at: number,
): readonly number[] {
  if (onCount === 0) return []
  return times.filter((time) => at - time <= 1000 * onCountWindowS).slice(-onCount)
}
