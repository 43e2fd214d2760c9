import type { AlarmKind } from '../../src/domain/alarm'
import {
  DEFAULT_PRIORITY,
  type DefaultRule,
  INCIDENT_LIMIT_MIN,
} from '../../src/domain/alarm-defaults'
import type { AlarmRule, RuleMeasure } from '../../src/domain/alarm-rules'

const rule = (
  id: DefaultRule,
  kind: AlarmKind,
  measure: RuleMeasure,
  names: readonly [string, string],
  limit: number | null,
  rest: Partial<AlarmRule> & { readonly source: string; readonly sourceEn?: string },
): AlarmRule => ({
  id,
  kind,
  measure,
  name: names[0],
  nameEn: names[1],
  isOn: true,
  priority: DEFAULT_PRIORITY[id],
  latching: false,
  limit,
  hysteresis: 0,
  onDelayS: 0,
  onCount: 0,
  onCountWindowS: 600,
  offDelayS: 30,
  ...rest,
})

const CROWD = { source: 'Fruin 1971；本产品自定', sourceEn: 'Fruin 1971; product decision' }
const LADDER = 'LB/T 034-2014'
const LOCAL = { source: '本地规定', sourceEn: 'local rule' }
const OURS = { source: '本产品自定', sourceEn: 'product decision' }

/** What a new server starts with. Limits without a clause are the product's own decision, and settings. */
export const DEFAULT_RULES: readonly AlarmRule[] = [
  rule('fire', 'fire', 'fire-state', ['火警', 'Fire alarm'], null, {
    latching: true,
    source: 'GB 50116；GB/T 26875.3',
    sourceEn: 'GB 50116; GB/T 26875.3',
  }),
  rule(
    'fire-power',
    'fire-fault',
    'fire-power-state',
    ['消防泵、电源故障', 'Fire pump or power fault'],
    null,
    {
      onDelayS: 60,
      // A supply that drops out again and again is as bad as one that stays out.
      onCount: 3,
      offDelayS: 60,
      source: 'GB 50974-2014 11',
    },
  ),
  rule(
    'water-low',
    'fire-supply',
    'water-outside-clause',
    ['消防水不符合条文', 'Fire water outside its clause'],
    null,
    {
      // The lines of the fire rule pack have a delay of their own before a reading counts.
      offDelayS: 60,
      source: 'GB 50974-2014 5.2、7.2.8',
      sourceEn: 'GB 50974-2014 5.2, 7.2.8',
    },
  ),
  rule('zone-density-5', 'crowd-danger', 'zone-density', ['分区密度危险', 'Dangerous density'], 5, {
    hysteresis: 0.3,
    onDelayS: 10,
    ...CROWD,
  }),
  rule('zone-density-4', 'crowd-danger', 'zone-density', ['分区密度过高', 'Density too high'], 4, {
    hysteresis: 0.3,
    onDelayS: 20,
    ...CROWD,
  }),
  rule('zone-density-3', 'crowd-danger', 'zone-density', ['分区拥挤', 'Crowded zone'], 3, {
    hysteresis: 0.3,
    onDelayS: 30,
    ...CROWD,
  }),
  rule('zone-rise', 'crowd-danger', 'zone-rise', ['分区密度骤升', 'Density rises fast'], 0.5, {
    hysteresis: 0.2,
    offDelayS: 120,
    ...OURS,
  }),
  rule(
    'area-100',
    'crowd-management',
    'area-share',
    ['客流达最大承载量', 'Area at capacity'],
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
    80,
    {
      hysteresis: 2,
      onDelayS: 60,
      offDelayS: 120,
      source: LADDER,
    },
  ),
  rule('unit-silent', 'patrol-inactivity', 'unit-silence', ['单元失联', 'Unit silent'], 10, {
    offDelayS: 60,
    ...LOCAL,
  }),
  rule(
    'place-overdue',
    'watch-place-overdue',
    'place-idleness',
    ['守望点超时', 'Watch place overdue'],
    200,
    {
      ...LOCAL,
    },
  ),
  rule(
    'incident-undispatched',
    'incident-overdue',
    'incident-undispatched',
    ['重大警情待派', 'Urgent incident not dispatched'],
    INCIDENT_LIMIT_MIN.undispatched,
    {
      offDelayS: 0,
      ...LOCAL,
    },
  ),
  rule(
    'incident-unattended',
    'incident-overdue',
    'incident-unattended',
    ['重大警情未到场', 'Urgent incident unattended'],
    INCIDENT_LIMIT_MIN.unattended,
    {
      offDelayS: 0,
      ...LOCAL,
    },
  ),
  rule('feed-lost', 'feed-lost', 'feed-age', ['数据源中断', 'Source lost'], null, {
    onDelayS: 10,
    source: '接口约定 v1：时效',
    sourceEn: 'contract v1, freshness',
  }),
  rule(
    'product',
    'product-fault',
    'product-state',
    ['系统自身故障', 'Fault of the product itself'],
    null,
    {
      ...OURS,
    },
  ),
]
