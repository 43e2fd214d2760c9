import type { Phrase } from '../../ui/words'

const phrases = <Key extends string>(record: Record<Key, Phrase>) => record

export const WORDS = phrases({
  product: { zh: '鼓楼', en: 'Drumtower' },
  guizhou: { zh: '贵州省', en: 'Guizhou' },
  window: { zh: '时间窗', en: 'Window' },
  h24: { zh: '24 小时', en: '24 h' },
  d7: { zh: '7 天', en: '7 days' },
  d28: { zh: '28 天', en: '28 days' },
  find: { zh: '地点、单元、设备、警情', en: 'Place, unit, device, incident' },
  findNone: { zh: '没有找到', en: 'Nothing found' },
  simulated: { zh: '模拟数据', en: 'Simulated data' },
  recorded: { zh: '录制数据', en: 'Recorded data' },
  toLight: { zh: '日间配色', en: 'Day colours' },
  toDark: { zh: '夜间配色', en: 'Night colours' },
  otherLang: { zh: 'English', en: '中文' },
  help: { zh: '快捷键', en: 'Shortcuts' },
  alarms: { zh: '告警', en: 'Alarms' },
  review: { zh: '研判', en: 'Review' },
  about: { zh: '关于', en: 'About' },
  map: { zh: '地图', en: 'Map' },
  table: { zh: '表格', en: 'Table' },
  whichTable: { zh: '表格内容', en: 'Which table' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  fit: { zh: '全省', en: 'Whole region' },
  mapLabel: {
    zh: '地图。方向键平移，加减键缩放；同样的记录可按 T 以表格查看。',
    en: 'Map. Arrow keys pan, plus and minus zoom; press T for the same records as tables.',
  },
  queue: { zh: '告警', en: 'Alarms' },
  attention: { zh: '需要关注', en: 'Needs attention' },
  attentionCounts: {
    zh: '右侧“需要关注”各级条数；已派出且在时限内的警情不计入。',
    en: 'Entries of "Needs attention" by level; incidents dispatched and within target are not counted.',
  },
  attentionHow: { zh: '按紧急程度、先后', en: 'by urgency, then age' },
  attentionNote: {
    zh: '告警服务无应答：此列表由当前读数按规则得出，无法确认。',
    en: 'The alarm service does not answer: derived from present readings by rule, nothing can be acknowledged.',
  },
  attentionNone: { zh: '没有偏离规则的事项', en: 'Nothing deviates from its rule' },
  attentionNoneWhy: {
    zh: '所有已到达的读数都在规则之内。',
    en: 'Every reading that has arrived is within its rule.',
  },
  attentionBlind: {
    zh: '部分数据源陈旧或中断，此列表不全，计数为下限。',
    en: 'Some sources are stale or lost: this list lacks entries, its counts are lower bounds.',
  },
  detail: { zh: '详情', en: 'Detail' },
  nothingSelected: { zh: '未选中', en: 'Nothing selected' },
  nothingSelectedWhy: {
    zh: '在地图、列表或表格中选取一项；按 / 查找。',
    en: 'Choose something on the map, in the list or in a table; / finds.',
  },
  gone: { zh: '此项已不在数据中', en: 'No longer in the data' },
  goneWhy: {
    zh: '它可能已结案、已撤除，或来源中断。',
    en: 'It may have been closed or removed, or its source is lost.',
  },
  close: { zh: '关闭', en: 'Close' },
  copyLink: { zh: '复制链接', en: 'Copy link' },
  copied: { zh: '已复制', en: 'Copied' },
  goThere: { zh: '定位', en: 'Go there' },
  loading: { zh: '等待数据源首次应答……', en: 'Waiting for the first answers…' },
  noAnswer: { zh: '所有数据源均无应答', en: 'No source has answered' },
  loadingTable: { zh: '载入表格……', en: 'Loading the table…' },
  loadingMap: { zh: '载入地图……', en: 'Loading the map…' },
  noWebgl: {
    zh: '此机器没有 WebGL，无法绘制地图；表格与数字照常。',
    en: 'This machine has no WebGL, so there is no map; tables and figures work.',
  },
  lossBanner: {
    zh: '图形上下文丢失，正在恢复图层……画面可能不全。',
    en: 'The graphics context was lost; layers are coming back. The picture may lack some.',
  },
  unplaced: { zh: '无坐标，仅列表', en: 'no position, listed only' },
  observed: { zh: '观测', en: 'Observed' },
  timeBar: { zh: '近 28 天每小时起数', en: 'Incidents per hour, last 28 days' },
  live: { zh: '实时', en: 'LIVE' },
  notLive: { zh: '无实时数据', en: 'NO LIVE DATA' },
  noTimeline: { zh: '历史尚未到达', en: 'History has not arrived' },
  feedsFine: { zh: '源正常', en: 'feeds live' },
  noServerTime: { zh: '尚无服务器时间', en: 'No server time yet' },
  more: { zh: '另有', en: 'and' },
  moreRest: { zh: '条，见表格', en: 'more, see the tables' },
  noRecords: { zh: '此源没有记录', en: 'The source holds no records' },
  switchTopics: { zh: '开关图层', en: 'switch layers' },
  switchTopic: { zh: '显示图层：', en: 'Show layer: ' },
})

/** What the right column is about. */
export const TASK_WORDS = phrases({
  tasks: { zh: '勤务', en: 'Tasks' },
  alarms: { zh: '告警', en: 'Alarms' },
  incidents: { zh: '警情', en: 'Incidents' },
  moves: { zh: '调配', en: 'Posting' },
  orders: { zh: '调派', en: 'Orders' },
})

/** What the `?` dialog lists after the digits of the topics. */
export const SHORTCUTS: readonly (readonly [keys: string, what: Phrase])[] = [
  ['T', { zh: '表格与地图切换', en: 'table or map' }],
  ['W', { zh: '时间窗 24 小时、7 天、28 天', en: 'window of 24 h, 7 or 28 days' }],
  [
    '/ · Ctrl K',
    { zh: '查找地点、单元、设备、警情', en: 'find a place, unit, device or incident' },
  ],
  ['J · K', { zh: '需要关注的下一条、上一条', en: 'next or previous in "needs attention"' }],
  [
    'Q',
    { zh: '右栏：告警、警情、调配、调派', en: 'right column: alarms, incidents, posting, orders' },
  ],
  [
    'Enter · E · R · G',
    {
      zh: '警情与调配：派出、改派、不采纳、定位',
      en: 'incidents and posting: send, other, refuse, go there',
    },
  ],
  ['B', { zh: '交接单', en: 'hand-over' }],
  ['C', { zh: '计算调配建议', en: 'compute advice on posting' }],
  [
    'Y · X',
    { zh: '未执行的调派：按现状再派、知道了', en: 'an order not done: send again, dismiss' },
  ],
  ['N', { zh: '下一条未确认的告警', en: 'next unacknowledged alarm' }],
  [
    'A · V · S · R',
    { zh: '确认、核实、搁置、复位所选告警', en: 'acknowledge, verify, shelve, reset the alarm' },
  ],
  ['M', { zh: '静音（不是确认）', en: 'silence, which is no acknowledgement' }],
  ['Enter', { zh: '在地图上定位所选', en: 'go to the selected one on the map' }],
  ['+ · −', { zh: '缩放地图', en: 'zoom the map' }],
  ['0', { zh: '全省', en: 'whole region' }],
  ['F6', { zh: '在区域之间移动', en: 'move between regions' }],
  ['Esc', { zh: '关闭、取消选中', en: 'close, clear the selection' }],
  ['?', { zh: '本列表', en: 'this list' }],
]
