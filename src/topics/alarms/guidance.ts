import type { AlarmKind } from '../../domain/alarm'
import type { Phrase } from '../../ui/words'

/** What to do, in the order in which it is done. On every kind: an alarm without an answer is no alarm. */
export const GUIDANCE: Readonly<Record<AlarmKind, readonly Phrase[]>> = {
  fire: [
    {
      zh: '看照片和同点其他探测器；通知现场核实。',
      en: 'Look at the photograph and the other detectors there; have it verified on the spot.',
    },
    {
      zh: '属实：通报 119，派最近单元封控、疏散；木结构村寨先断电、拆隔离带。',
      en: 'True: tell 119, send the nearest units to close off and evacuate; in wooden villages cut power and open the fire break first.',
    },
    {
      zh: '误报或测试：写明结论，列入维护。',
      en: 'False or test: say so; it goes on the maintenance list.',
    },
  ],
  'fire-supply': [
    {
      zh: '通知产权单位检查阀门、水池；未恢复前巡防绕行查看。',
      en: 'Have the owner check valves and tank; let patrols look in until it is back.',
    },
  ],
  'fire-fault': [
    {
      zh: '通知维保单位；恢复前该点视为没有消防泵，提高巡查频次。',
      en: 'Call maintenance; until then take the place as one without a pump and visit it more often.',
    },
  ],
  'crowd-danger': [
    {
      zh: '立即停止进入该分区，打开全部出口，广播分流。',
      en: 'Stop entry to the zone at once, open every exit, announce other ways.',
    },
    {
      zh: '派最近单元到入口和瓶颈，单向通行；不得对冲。',
      en: 'Units to entrance and bottleneck, one-way flow, never against it.',
    },
    {
      zh: '≥ 5 人/m²：启动应急预案，报指挥长。',
      en: '5 persons/m² and more: emergency plan, tell the commander.',
    },
  ],
  'crowd-management': [
    {
      zh: '80 %：公告、上报、启动预案；90 %：限流；100 %：停售停入（LB/T 034-2014，停售线为本地设置）。',
      en: '80 %: announce, report, start the plan; 90 %: slow entry; 100 %: stop it (LB/T 034-2014; where sales stop is a local setting).',
    },
  ],
  'patrol-inactivity': [
    {
      zh: '先呼叫单元；两次不应，请最近单元查看其末次位置。',
      en: 'Call the unit; after two calls send the nearest one to its last position.',
    },
  ],
  'watch-place-overdue': [
    {
      zh: '安排顺路单元停留 10 至 16 分钟；仍不能到，记明原因。',
      en: 'Let a passing unit stop for 10 to 16 min; if none can, write down why.',
    },
  ],
  'incident-overdue': [
    {
      zh: '联系承办单元，问清原因；需要时改派最近可用单元。',
      en: 'Ask the unit in charge why; send the nearest one that is free if need be.',
    },
  ],
  'feed-lost': [
    {
      zh: '该来源的图层不可信；按电话和电台核对，联系来源方。',
      en: 'Do not trust the layers of this source; check by phone and radio, call its owner.',
    },
  ],
  'product-fault': [
    {
      zh: '按提示处理；不消除时换备用席位，并通知系统管理员。',
      en: 'Do as the message says; if it stays, move to the spare seat and tell the administrator.',
    },
  ],
  unknown: [
    {
      zh: '此版本不认识这类告警：按来源方口径处置。',
      en: 'This build does not know the kind: do as its source says.',
    },
  ],
}
