import { FEED_IDS } from '../../../api/feeds'
import { FEED_NAME } from '../../feed-words'
import { COUNT_METHOD, type Measure, NO_PARTS, NONE, PER_CENT, SHARE_METHOD } from './measure'

const plain = { parts: NO_PARTS, sensitive: NONE } as const

export const crowdHours: Measure = {
  ...plain,
  id: 'crowd-hours',
  kind: 'rate',
  title: { zh: '景区超 80 % 承载', en: 'Scenic areas over 80 %' },
  unit: { zh: '景区·时', en: 'area-hours' },
  rate: { per: 100, unit: { zh: '每百开放景区·时', en: 'per 100 open area-hours' } },
  definition: {
    zh: '在园人数超过瞬时承载量 80 % 的景区·时（LB/T 034-2014）；模拟中的承载量为虚构',
    en: 'Area-hours with more than 80 % of the instantaneous capacity (LB/T 034-2014); simulated capacities are fictitious',
  },
  numerator: { zh: '超限景区·时', en: 'area-hours over the line' },
  denominator: { zh: '开放景区·时', en: 'area-hours open' },
  excluded: { zh: '闸机计数中断的时段', en: 'hours with a gate down' },
  method: COUNT_METHOD,
  parts: {
    '80': { zh: '80 % 以上', en: 'over 80 %' },
    '90': { zh: '90 % 以上', en: 'over 90 %' },
    '100': { zh: '100 % 以上', en: 'over 100 %' },
  },
}

export const crowdPeaks: Measure = {
  ...plain,
  id: 'crowd-peaks',
  kind: 'share',
  title: { zh: '景区峰值超限日', en: 'Peaks over 80 %' },
  unit: { zh: '景区·日', en: 'area-days' },
  rate: PER_CENT,
  definition: {
    zh: '当日峰值超过瞬时承载量 80 % 的景区·日比例',
    en: 'Share of area-days whose peak passed 80 % of the instantaneous capacity',
  },
  numerator: { zh: '峰值超限景区·日', en: 'area-days over the line' },
  denominator: { zh: '开放景区·日', en: 'area-days open' },
  excluded: { zh: '全天闭园', en: 'days closed' },
  method: SHARE_METHOD,
}

export const dose: Measure = {
  ...plain,
  id: 'dose',
  kind: 'share',
  title: { zh: '守望点剂量达成', en: 'Dose delivered' },
  unit: { zh: '次', en: 'stops' },
  rate: PER_CENT,
  definition: {
    zh: '按计划停留 11 至 15 分钟的守望点到访所占比例（Koper 1995）',
    en: 'Share of planned stops at watch places that lasted 11 to 15 minutes (Koper 1995)',
  },
  numerator: { zh: '达成剂量的停留', en: 'stops that kept their dose' },
  denominator: { zh: '计划停留', en: 'stops planned' },
  excluded: { zh: '出警打断的停留', en: 'stops broken off by a call' },
  method: SHARE_METHOD,
}

export const coverage: Measure = {
  ...plain,
  id: 'coverage',
  kind: 'share',
  title: { zh: '守望点覆盖', en: 'Watch places within interval' },
  unit: { zh: '点·时', en: 'place-hours' },
  rate: PER_CENT,
  definition: {
    zh: '距上次到访不超过要求间隔的点·时比例',
    en: 'Share of place-hours within the interval that was asked for',
  },
  numerator: { zh: '间隔内的点·时', en: 'place-hours within' },
  denominator: { zh: '有要求的点·时', en: 'place-hours asked for' },
  excluded: { zh: '无要求的时段', en: 'hours that ask for nothing' },
  method: SHARE_METHOD,
}

export const alarmLoad: Measure = {
  ...plain,
  id: 'alarm-load',
  kind: 'rate',
  title: { zh: '告警负荷', en: 'Alarm load' },
  unit: { zh: '条', en: 'alarms' },
  rate: { per: 1, unit: { zh: '条 / 席·10 分钟', en: 'per seat and 10 min' } },
  definition: {
    zh: '每个席位每 10 分钟收到的告警（ISA-18.2：1 条平稳，2 条可控）',
    en: 'Alarms per seat and ten minutes (ISA-18.2: one is steady, two manageable)',
  },
  numerator: { zh: '新告警', en: 'new alarms' },
  denominator: { zh: '值守席位·10 分钟', en: 'manned stretches of 10 min' },
  excluded: { zh: '搁置与设计抑制', en: 'shelved, and suppressed by design' },
  method: COUNT_METHOD,
}

export const feedCompleteness: Measure = {
  ...plain,
  id: 'feed-completeness',
  kind: 'share',
  title: { zh: '数据源完整率', en: 'Feed completeness' },
  unit: { zh: '次', en: 'answers' },
  rate: PER_CENT,
  definition: {
    zh: '按期到达并通过校验的应答所占比例',
    en: 'Share of answers that came when due and passed every check',
  },
  numerator: { zh: '按期到达的应答', en: 'answers in time' },
  denominator: { zh: '应到的应答', en: 'answers due' },
  excluded: { zh: '计划内停机', en: 'planned downtime' },
  method: SHARE_METHOD,
  parts: Object.fromEntries(FEED_IDS.map((id) => [id, FEED_NAME[id]])),
}
