import type { LayoutRefusal } from '../../domain/wall-layout'
import type { Phrase } from '../../ui/words'
import type { ScriptFaultCode } from '../../view/wall-script'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const WORDS = phrases({
  product: { zh: '鼓楼', en: 'Drumtower' },
  wall: { zh: '大屏', en: 'Wall' },
  guizhou: { zh: '贵州省', en: 'Guizhou' },
  mapLabel: { zh: '地图', en: 'Map' },
  zone: { zh: '北京时间', en: 'UTC+8' },
  noClock: { zh: '尚无服务器时间', en: 'no server time yet' },
  fine: { zh: '源正常', en: 'feeds live' },
  stale: { zh: '陈旧', en: 'stale' },
  lost: { zh: '中断', en: 'lost' },
  late: { zh: '迟到', en: 'late' },
  partial: { zh: '部分', en: 'partial' },
  staleData: { zh: '数据陈旧', en: 'Data stale' },
  lostData: { zh: '数据中断', en: 'Data lost' },
  waitingData: { zh: '等待首次应答', en: 'No answer yet' },
  nothing: { zh: '没有需要处置的告警', en: 'No alarm stands' },
  unknownAlarms: { zh: '告警状况不明', en: 'Alarms unknown' },
  unanswered: { zh: '未确认', en: 'unanswered' },
  elapsed: { zh: '已过', en: 'since' },
  overdue: { zh: '已超时', en: 'overdue' },
  raised: { zh: '首报', en: 'raised' },
  guidance: { zh: '处置指引', en: 'What to do' },
  photo: { zh: '现场照片', en: 'Photograph of the place' },
  noPhoto: { zh: '无现场照片', en: 'No photograph' },
  near: { zh: '最近力量', en: 'Nearest units' },
  nearHow: { zh: '用时算法与代价', en: 'How the minutes are reckoned, and the price' },
  noNear: { zh: '无可派单元', en: 'No unit is free' },
  minutes: { zh: '分', en: 'min' },
  others: { zh: '同时未确认', en: 'Also waiting' },
  density: { zh: '警情密度', en: 'Incidents' },
  densityUnit: { zh: '起/km²·周', en: 'per km², week' },
  rings: { zh: '景区', en: 'Scenic areas' },
  ringsOf: { zh: '占最大承载量', en: 'of capacity' },
  ringsHow: {
    zh: '刻度 80 · 90 · 100 %，达 80 % 标数字',
    en: 'ticks at 80, 90, 100 %; a number from 80 % on',
  },
  noWebgl: { zh: '无 WebGL，仅数字', en: 'No WebGL: figures only' },
  loss: { zh: '图层恢复中', en: 'Layers coming back' },
  noRoom: { zh: '此屏在最远座位读不清', en: 'Not readable from the farthest seat' },
  badScript: { zh: '脚本有误', en: 'Script refused' },
  lastGoesOn: { zh: '沿用上一版有效脚本', en: 'the last good one goes on' },
  edit: { zh: '编排大屏', en: 'Scenes of the wall' },
})

export const moreFaults = (n: number): Phrase => ({ zh: `，另有 ${n} 处`, en: `, ${n} more` })

export const REFUSAL: Record<LayoutRefusal, Phrase> = {
  'displays-too-small': {
    zh: '单块屏放不下一行字：拼缝会切断文字。请合并屏格，或缩短最远座位距离。',
    en: 'A display is too small for a line of text: seams would cut it. Join displays, or bring the farthest seat nearer.',
  },
  'too-little-room': {
    zh: '按最远座位算出的字太大，放不下面板。请缩短最远座位距离，或换更宽的屏。',
    en: 'Text for the farthest seat leaves no room for panels. Bring the seat nearer, or hang a wider wall.',
  },
}

export const FAULT: Record<ScriptFaultCode, Phrase> = {
  'no-file': { zh: '没有这个文件', en: 'no such file' },
  syntax: { zh: '不是有效的 JSON', en: 'not valid JSON' },
  'too-long': { zh: '过长，最多字符数', en: 'too long, characters at most' },
  'not-a-script': { zh: '不是大屏脚本，应有', en: 'no script of a wall; it needs' },
  missing: { zh: '缺少此项', en: 'missing' },
  'unknown-key': { zh: '不认识此项，可用', en: 'unknown; known are' },
  'not-a-text': { zh: '应为文字', en: 'must be a text' },
  'not-a-number': { zh: '应为数', en: 'must be a number' },
  'out-of-bounds': { zh: '超出范围', en: 'out of bounds' },
  'not-a-list': { zh: '应为列表', en: 'must be a list' },
  'not-one-of': { zh: '应为其中之一', en: 'must be one of' },
  twice: { zh: '重复', en: 'named twice' },
  'not-a-desk-link': { zh: '应为值班席链接', en: 'must be a link of the desk' },
  'link-unknown-key': { zh: '链接中有不认识的参数', en: 'the link has an unknown parameter' },
  'link-bad-value': { zh: '链接中的值无效', en: 'a value of the link is not valid' },
  'link-a-table': { zh: '大屏不放表格', en: 'a wall shows no tables' },
}
