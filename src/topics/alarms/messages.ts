import type { AlarmKind, AlarmState, Verdict } from '../../domain/alarm'
import type { EscalationStep } from '../../domain/alarm-escalation'
import type { Phrase } from '../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const KIND: Readonly<Record<AlarmKind, Phrase>> = {
  fire: { zh: '火警', en: 'Fire alarm' },
  'fire-supply': { zh: '消防水不符合条文', en: 'Fire water outside its clause' },
  'fire-fault': { zh: '消防泵、电源故障', en: 'Fire pump or power fault' },
  'crowd-danger': { zh: '人群密度危险', en: 'Dangerous crowd density' },
  'crowd-management': { zh: '客流达管理线', en: 'Crowd at a management step' },
  'patrol-inactivity': { zh: '单元失联', en: 'Unit silent' },
  'watch-place-overdue': { zh: '守望点超时', en: 'Watch place overdue' },
  'incident-overdue': { zh: '警情超时', en: 'Incident overdue' },
  'feed-lost': { zh: '数据源中断', en: 'Source lost' },
  'product-fault': { zh: '系统自身故障', en: 'Fault of the product' },
  unknown: { zh: '未知类型', en: 'Unknown kind' },
}

export const RULE: Readonly<Record<string, Phrase>> = phrases({
  'zone-density-5': { zh: '分区密度 ≥ 5 人/m²', en: 'Zone at 5 persons/m²' },
  'zone-density-4': { zh: '分区密度 ≥ 4 人/m²', en: 'Zone at 4 persons/m²' },
  'zone-density-3': { zh: '分区密度 ≥ 3 人/m²', en: 'Zone at 3 persons/m²' },
  'zone-rise': { zh: '分区密度骤升', en: 'Density rises fast' },
  'area-100': { zh: '客流达最大承载量', en: 'Area at capacity' },
  'area-90': { zh: '客流达承载量 90 %', en: 'Area at 90 % of capacity' },
  'area-80': { zh: '客流达承载量 80 %', en: 'Area at 80 % of capacity' },
  'incident-undispatched': { zh: '重大警情待派', en: 'Urgent incident not dispatched' },
  'incident-unattended': { zh: '重大警情未到场', en: 'Urgent incident unattended' },
})

/**
 * What the value of an alarm counts, by its rule or else its kind. Of a percentage the alarm knows no counts: they stand
 * with what it is about.
 */
export const VALUE_UNIT: Readonly<Record<string, Phrase>> = phrases({
  'zone-rise': { zh: '人/m²，5 分钟内升幅', en: 'persons/m² up in 5 min' },
  'crowd-danger': { zh: '人/m²', en: 'persons/m²' },
  'crowd-management': { zh: '% 最大承载量；人数见景区', en: '% of capacity; counts on the area' },
  'patrol-inactivity': { zh: '分钟无信号', en: 'min silent' },
  'watch-place-overdue': {
    zh: '% 要求间隔；用时见守望点',
    en: '% of required interval; times on the place',
  },
  'incident-overdue': { zh: '分钟', en: 'min' },
})

export const STATE: Readonly<Record<AlarmState | 'unknown', Phrase>> = {
  normal: { zh: '正常', en: 'normal' },
  unacknowledged: { zh: '未确认', en: 'unacknowledged' },
  acknowledged: { zh: '已确认', en: 'acknowledged' },
  'returned-unacknowledged': { zh: '已恢复，未确认', en: 'returned, unacknowledged' },
  latched: { zh: '已恢复，待复位', en: 'returned, latched' },
  shelved: { zh: '搁置', en: 'shelved' },
  suppressed: { zh: '设计抑制', en: 'suppressed by design' },
  'out-of-service': { zh: '停用', en: 'out of service' },
  unknown: { zh: '未知状态', en: 'unknown state' },
}

export const VERDICT: Readonly<Record<Verdict | 'unknown', Phrase>> = {
  true: { zh: '属实', en: 'true' },
  false: { zh: '误报', en: 'false alarm' },
  test: { zh: '测试', en: 'test' },
  unknown: { zh: '未知结论', en: 'unknown verdict' },
}

export const ROLE: Readonly<Record<EscalationStep['role'], Phrase>> = {
  'duty-officer': { zh: '值班员', en: 'duty officer' },
  'shift-lead': { zh: '带班长', en: 'shift lead' },
  commander: { zh: '指挥长', en: 'commander' },
}

export const WORDS = phrases({
  name: { zh: '告警', en: 'Alarms' },
  unit: { zh: '条', en: 'standing' },
  escalated: { zh: '已升级', en: '↑' },
  with: { zh: '在', en: 'With' },
  unanswered: { zh: '未确认', en: 'unacknowledged' },
  per10Min: { zh: '近 10 分钟', en: 'last 10 min' },
  flood: { zh: '洪流，已合并', en: 'flood, grouped' },
  first: { zh: '首警', en: 'first' },
  raised: { zh: '发生', en: 'Raised' },
  cleared: { zh: '恢复', en: 'Returned' },
  acknowledgedAt: { zh: '确认', en: 'Acknowledged' },
  value: { zh: '触发值', en: 'Value when raised' },
  waiting: { zh: '等待应答', en: 'Unanswered for' },
  answered: { zh: '应答用时', en: 'Answered after' },
  next: { zh: '升级给', en: 'Next told' },
  told: { zh: '已升级给', en: 'Escalated to' },
  shelvedUntil: { zh: '搁置至', en: 'Shelved until' },
  suppressedBy: { zh: '被抑制于', en: 'Suppressed by' },
  verification: { zh: '核实', en: 'Verification' },
  verifyClock: { zh: '自发生起计时', en: 'since it was raised' },
  verifiedAfter: { zh: '用时', en: 'after' },
  toVerify: { zh: '待核实', en: 'to be verified' },
  local: { zh: '本机产生', en: 'raised on this machine' },
})
