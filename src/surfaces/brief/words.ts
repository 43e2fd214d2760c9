import type { Decision } from '../../api/outbox/decisions'
import type { Phrase } from '../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const WORDS = phrases({
  title: { zh: '交接单', en: 'Hand-over' },
  print: { zh: '打印', en: 'Print' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  decisions: { zh: '决定记录 CSV', en: 'Decisions CSV' },
  again: { zh: '按现在重出', en: 'Make anew' },
  asOf: { zh: '截至', en: 'As of' },
  waiting: { zh: '等待数据源首次应答……', en: 'Waiting for the first answers…' },
  incidents: { zh: '未结警情', en: 'Open incidents' },
  orders: { zh: '本班调派', en: 'Orders of this shift' },
  places: { zh: '超时守望点', en: 'Overdue watch places' },
  alarms: { zh: '在列告警', en: 'Standing alarms' },
  hushed: { zh: '搁置、抑制、停用', en: 'Shelved, suppressed, out of service' },
  refused: { zh: '未采纳与未执行', en: 'Refused and not done' },
  feeds: { zh: '数据源', en: 'Sources' },
  none: { zh: '无', en: 'none' },
  unknown: { zh: '来源无应答，不详', en: 'the source does not answer: not known' },
  more: { zh: '另有', en: 'and' },
  moreRest: { zh: '项', en: 'more' },
  less: { zh: '收起', en: 'Show fewer' },
  shiftSince: { zh: '本班始于', en: 'shift since' },
  notKept: { zh: '本机不能保存决定记录', en: 'This machine keeps no decisions' },
  all: { zh: '全部正常', en: 'all live' },
  waited: { zh: '已等', en: 'waited' },
  attendedAfter: { zh: '到场用时', en: 'attended after' },
  sent: { zh: '已派', en: 'sent' },
  notSent: { zh: '待派', en: 'not sent' },
  attended: { zh: '已到场', en: 'attended' },
  idle: { zh: '空闲', en: 'idle' },
  until: { zh: '至', en: 'until' },
  reason: { zh: '理由', en: 'reason' },
  section: { zh: '部分', en: 'Section' },
  item: { zh: '事项', en: 'Item' },
  state: { zh: '状态', en: 'State' },
  detail: { zh: '详情', en: 'Detail' },
  at: { zh: '时间', en: 'at' },
  by: { zh: '席位', en: 'by' },
  what: { zh: '决定', en: 'decision' },
  unit: { zh: '单元', en: 'unit' },
  target: { zh: '目标', en: 'target' },
  advice: { zh: '建议（分钟，得 / 失）', en: 'advice (min, gain / loss)' },
})

export const DECISION: Readonly<Record<Decision['what'], Phrase>> = {
  accepted: { zh: '采纳', en: 'accepted' },
  edited: { zh: '改后采纳', en: 'edited' },
  refused: { zh: '不采纳', en: 'refused' },
  own: { zh: '自行决定', en: 'own decision' },
}
