import type { AlarmKind, AlarmPriority } from './alarm'

/** What a rule looks at. `fire-…` by device, `crowd-…` by area or zone, and so on; a threshold has its unit here. */
export const RULE_MEASURES = {
  'fire-state': null,
  'fire-power-state': null,
  'water-below-clause': null,
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
  /** And be gone this long before it is called gone: what chatters stays one occurrence. */
  readonly offDelayS: number
  /** Standard, clause or local rule that it follows. */
  readonly source: string
}

/** A set of rules as the server keeps it. */
export interface RuleSet {
  readonly rev: number
  readonly changedAt: number
  readonly changedBy: string
  readonly rules: readonly AlarmRule[]
}

const rule = (
  id: string,
  kind: AlarmKind,
  measure: RuleMeasure,
  names: readonly [string, string],
  priority: AlarmPriority,
  limit: number | null,
  rest: Partial<AlarmRule> & { readonly source: string },
): AlarmRule => ({
  id,
  kind,
  measure,
  name: names[0],
  nameEn: names[1],
  isOn: true,
  priority,
  latching: false,
  limit,
  hysteresis: 0,
  onDelayS: 0,
  offDelayS: 30,
  ...rest,
})

const CROWD = 'Fruin 1971; product decision'
const LADDER = 'LB/T 034-2014'
const LOCAL = '本地规定 / local rule'

/** What the product is delivered with. */
export const DEFAULT_RULES: readonly AlarmRule[] = [
  rule('fire', 'fire', 'fire-state', ['火警', 'Fire alarm'], 1, null, {
    latching: true,
    source: 'GB 50116; GB/T 26875.3',
  }),
  rule(
    'fire-power',
    'fire-fault',
    'fire-power-state',
    ['消防泵、电源故障', 'Fire pump or power fault'],
    2,
    null,
    {
      onDelayS: 60,
      offDelayS: 60,
      source: 'GB 50974-2014 11',
    },
  ),
  rule(
    'water-low',
    'fire-supply',
    'water-below-clause',
    ['消防水低于条文', 'Fire water below its clause'],
    4,
    null,
    {
      onDelayS: 60,
      offDelayS: 60,
      source: 'GB 50974-2014 5.2, 7.2.8',
    },
  ),
  rule(
    'zone-density-5',
    'crowd-danger',
    'zone-density',
    ['分区密度危险', 'Dangerous density'],
    1,
    5,
    {
      hysteresis: 0.3,
      onDelayS: 10,
      source: CROWD,
    },
  ),
  rule(
    'zone-density-4',
    'crowd-danger',
    'zone-density',
    ['分区密度过高', 'Density too high'],
    2,
    4,
    {
      hysteresis: 0.3,
      onDelayS: 20,
      source: CROWD,
    },
  ),
  rule('zone-density-3', 'crowd-danger', 'zone-density', ['分区拥挤', 'Crowded zone'], 3, 3, {
    hysteresis: 0.3,
    onDelayS: 30,
    source: CROWD,
  }),
  rule('zone-rise', 'crowd-danger', 'zone-rise', ['分区密度骤升', 'Density rises fast'], 2, 0.5, {
    hysteresis: 0.2,
    offDelayS: 120,
    source: 'product decision',
  }),
  rule(
    'area-100',
    'crowd-management',
    'area-share',
    ['客流达最大承载量', 'Area at capacity'],
    2,
    100,
    {
      hysteresis: 2,
      onDelayS: 60,
      offDelayS: 120,
      source: LADDER,
    },
  ),
  rule(
    'area-90',
    'crowd-management',
    'area-share',
    ['客流达承载量 90 %', 'Area at 90 % of capacity'],
    3,
    90,
    {
      hysteresis: 2,
      onDelayS: 60,
      offDelayS: 120,
      source: LADDER,
    },
  ),
  rule(
    'area-80',
    'crowd-management',
    'area-share',
    ['客流达承载量 80 %', 'Area at 80 % of capacity'],
    4,
    80,
    {
      hysteresis: 2,
      onDelayS: 60,
      offDelayS: 120,
      source: LADDER,
    },
  ),
  rule('unit-silent', 'patrol-inactivity', 'unit-silence', ['单元失联', 'Unit silent'], 4, 10, {
    offDelayS: 60,
    source: LOCAL,
  }),
  rule(
    'place-overdue',
    'watch-place-overdue',
    'place-idleness',
    ['守望点超时', 'Watch place overdue'],
    4,
    200,
    {
      source: LOCAL,
    },
  ),
  rule(
    'incident-undispatched',
    'incident-overdue',
    'incident-undispatched',
    ['重大警情待派', 'Urgent incident not dispatched'],
    2,
    2,
    {
      offDelayS: 0,
      source: LOCAL,
    },
  ),
  rule(
    'incident-unattended',
    'incident-overdue',
    'incident-unattended',
    ['重大警情未到场', 'Urgent incident unattended'],
    3,
    15,
    {
      offDelayS: 0,
      source: LOCAL,
    },
  ),
  rule('feed-lost', 'feed-lost', 'feed-age', ['数据源中断', 'Source lost'], 2, null, {
    source: 'contract v1, freshness',
  }),
  rule(
    'product',
    'product-fault',
    'product-state',
    ['系统自身故障', 'Fault of the product itself'],
    3,
    null,
    {
      source: 'product decision',
    },
  ),
]

export interface RuleFault {
  readonly rule: string
  readonly field: keyof AlarmRule
  readonly why: 'not-a-number' | 'out-of-range' | 'empty' | 'needs-limit' | 'twice'
}

/** What is wrong with edited rules, one fault for each field; an empty list is a set that may go live. */
export function ruleFaults(rules: readonly AlarmRule[]): readonly RuleFault[] {
  const seen = new Set<string>()
  return rules.flatMap((one) => {
    const faults: RuleFault[] = []
    const fault = (field: keyof AlarmRule, why: RuleFault['why']) =>
      faults.push({ rule: one.id, field, why })
    if (seen.has(one.id)) fault('id', 'twice')
    seen.add(one.id)
    if (one.name.trim() === '') fault('name', 'empty')
    const needsLimit = RULE_MEASURES[one.measure] !== null
    if (needsLimit && one.limit === null) fault('limit', 'needs-limit')
    for (const field of ['limit', 'hysteresis', 'onDelayS', 'offDelayS'] as const) {
      const value = one[field]
      if (value === null) continue
      if (!Number.isFinite(value)) fault(field, 'not-a-number')
      else if (value < 0 || value > LARGEST[field]) fault(field, 'out-of-range')
    }
    if (needsLimit && one.limit !== null && !(one.limit > one.hysteresis))
      fault('hysteresis', 'out-of-range')
    return faults
  })
}

const LARGEST = { limit: 10_000, hysteresis: 1_000, onDelayS: 3_600, offDelayS: 3_600 } as const

/** What is known of a cause from one look to the next. */
export interface CauseMemory {
  /** Over the limit, with hysteresis; not yet what is announced. */
  readonly isOver: boolean
  readonly since: number
  readonly isAnnounced: boolean
}

export const NO_CAUSE: CauseMemory = {
  isOver: false,
  since: Number.NEGATIVE_INFINITY,
  isAnnounced: false,
}

/**
 * One look at a value. `null` says nothing, and changes nothing: a sensor that falls silent neither raises nor clears.
 * A rule without a limit takes 1 for "there" and 0 for "not there".
 */
export function look(
  rule: Pick<AlarmRule, 'limit' | 'hysteresis' | 'onDelayS' | 'offDelayS'>,
  before: CauseMemory,
  value: number | null,
  at: number,
): CauseMemory {
  if (value === null) return before
  const limit = rule.limit ?? 1
  const isOver = value >= limit || (before.isOver && value > limit - rule.hysteresis)
  const since = isOver === before.isOver ? before.since : at
  const delayMs = 1000 * (isOver ? rule.onDelayS : rule.offDelayS)
  const isAnnounced = at - since >= delayMs ? isOver : before.isAnnounced
  if (isOver === before.isOver && isAnnounced === before.isAnnounced) return before
  return { isOver, since, isAnnounced }
}
