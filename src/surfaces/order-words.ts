import type { AllocationState, Order } from '../domain/allocation'
import type { EntryCause, EntryState, OrderEntry } from '../domain/order-entry'
import { rolePhrase } from '../topics/alarms/words-of'
import { formatClock } from '../ui/clock'
import { type Phrase, say } from '../ui/words'

export const ENTRY: Readonly<Record<EntryState, Phrase>> = {
  pending: { zh: '待发', en: 'pending' },
  sent: { zh: '正在发送', en: 'being sent' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  failed: { zh: '未执行', en: 'not done' },
  expired: { zh: '已过期，未执行', en: 'expired, not done' },
}

export const CAUSE: Readonly<Record<EntryCause, Phrase>> = {
  'no-such-unit': { zh: '没有此单元', en: 'no such unit' },
  'off-duty': { zh: '单元已下勤', en: 'the unit is off duty' },
  busy: { zh: '单元另有任务', en: 'the unit has another job' },
  'position-stale': { zh: '位置陈旧，须写明理由', en: 'its position is old: give a reason' },
  'target-over': { zh: '警情已结', en: 'the incident is closed' },
  'no-such-target': { zh: '目标不存在', en: 'no such target' },
  'too-old': { zh: '决定已过 120 秒，请按现状再定', en: 'decided over 120 s ago: decide again' },
  'already-over': { zh: '任务已结束', en: 'the job is over' },
  'no-reason': { zh: '须写明理由', en: 'give a reason' },
  changed: { zh: '他人先派', en: 'somebody was faster' },
  precondition: {
    zh: '请求到达时缺少版本号，服务未执行；可再派，仍如此请报网络或代理管理',
    en: 'the request came without its revision: nothing was done; send again, and if it is refused again, tell whoever keeps the proxy',
  },
  forbidden: { zh: '无权派出', en: 'not allowed' },
  refused: { zh: '服务拒绝', en: 'refused by the service' },
}

export const STATE: Readonly<Record<AllocationState, Phrase>> = {
  sent: { zh: '已派', en: 'sent' },
  'en-route': { zh: '在途', en: 'on the way' },
  'on-scene': { zh: '到场', en: 'there' },
  done: { zh: '完成', en: 'done' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  unknown: { zh: '未知', en: 'unknown' },
}

/** Of one order: what was asked for without an answer may have arrived or not, and nobody here can tell. */
export function entryPhrase({ state, attempts, nextAt, order }: OrderEntry): Phrase {
  const isUnanswered = state === 'sent' && nextAt > order.decidedAt
  if (!isUnanswered) return ENTRY[state]
  return {
    zh: `试过 ${attempts} 次无应答，不知是否送达，继续询问`,
    en: `no answer to ${attempts} ${attempts === 1 ? 'try' : 'tries'}, not known whether it arrived, still asking`,
  }
}

const SEAT = /^(.+) · 席位 (\d+)$/

/** "duty-officer · 席位 3" as people say it; what another system wrote stays as it is. */
export function byPhrase(by: string): Phrase {
  const [, role, seat] = SEAT.exec(by) ?? []
  if (!role) return rolePhrase(by)
  const { zh, en } = rolePhrase(role)
  return { zh: `${zh} · 席位 ${seat}`, en: `${en} · seat ${seat}` }
}

const OWN_SEAT: Phrase = {
  zh: '本席位另一窗口先派',
  en: 'this seat was faster, from another window',
}

/** "seat 2 was faster", where the service has told by whom. */
export function whyPhrase({
  cause,
  current,
  order,
}: Pick<OrderEntry, 'cause' | 'current'> & {
  readonly order: Pick<Order, 'by'>
}): Phrase {
  if (cause !== 'changed' || !current) return cause ? CAUSE[cause] : { zh: '', en: '' }
  if (current.by === order.by) return OWN_SEAT
  const { zh, en } = byPhrase(current.by)
  return { zh: `${zh} 先派`, en: `${en} was faster` }
}

/** Who, when, whereto: the same for both versions, so that they can be held side by side. */
export function versionPhrase({
  by,
  decidedAt,
  target: { place, placeEn },
}: Pick<Order, 'by' | 'decidedAt' | 'target'>): Phrase {
  const text = (lang: 'zh' | 'en') =>
    `${say(byPhrase(by), lang)} ${formatClock(decidedAt)} → ${lang === 'en' ? (placeEn ?? place) : place}`
  return { zh: text('zh'), en: text('en') }
}
