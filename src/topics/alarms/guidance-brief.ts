import type { AlarmKind } from '../../domain/alarm'
import type { Phrase } from '../../ui/words'

/**
 * The guidance in the few words that a wall has room for: four lines at most, none longer than twelve characters or
 * 22 letters, which is what a column of displays holds at the size that is read from the farthest seat.
 */
export const GUIDANCE_BRIEF: Readonly<Record<AlarmKind, readonly Phrase[]>> = {
  fire: [
    { zh: '看照片，现场核实', en: 'Verify on the spot' },
    { zh: '属实报 119，派单元', en: 'True: 119, send units' },
    { zh: '村寨先断电，拆隔离带', en: 'Village: cut power' },
    { zh: '误报写明，列入维护', en: 'False: to maintenance' },
  ],
  'fire-supply': [{ zh: '通知产权单位查阀门水池', en: 'Owner: valves, tank' }],
  'fire-fault': [
    { zh: '通知维保单位', en: 'Call maintenance' },
    { zh: '修复前多巡查', en: 'Visit more till mended' },
  ],
  'crowd-danger': [
    { zh: '停止进入，开全部出口', en: 'No entry, open exits' },
    { zh: '广播分流，单向通行', en: 'Announce, one way only' },
    { zh: '派单元守入口和瓶颈', en: 'Units to bottlenecks' },
    { zh: '≥5 人/m²：报指挥长', en: '5/m²: tell commander' },
  ],
  'crowd-management': [
    { zh: '80 % 公告，90 % 限流', en: '80 % tell, 90 % slow' },
    { zh: '100 % 停售停入', en: '100 %: no more entry' },
  ],
  'patrol-inactivity': [
    { zh: '呼叫单元两次', en: 'Call the unit twice' },
    { zh: '不应：查看末次位置', en: 'Then: last position' },
  ],
  'watch-place-overdue': [{ zh: '派顺路单元停留', en: 'Passing unit stops' }],
  'incident-overdue': [
    { zh: '联系承办单元问原因', en: 'Ask the unit in charge' },
    { zh: '改派最近可用单元', en: 'Send the nearest free' },
  ],
  'feed-lost': [{ zh: '改用电话、电台核对', en: 'Check by phone, radio' }],
  'product-fault': [{ zh: '换备用席位，告知管理员', en: 'Use the spare seat' }],
  unknown: [{ zh: '按来源方口径处置', en: 'Do as its source says' }],
}
