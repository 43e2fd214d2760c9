import type { Phrase } from '../../ui/words'

/** What the `?` dialog lists after the digits of the topics. */
export const SHORTCUTS: readonly (readonly [keys: string, what: Phrase])[] = [
  ['T', { zh: '表格与地图切换', en: 'table or map' }],
  [
    'W',
    {
      zh: '时间窗：24 小时、7 天、28 天、本班、当日、当月、春节以来',
      en: 'window: 24 h, 7 or 28 days, shift, day, month, since Spring Festival',
    },
  ],
  ['[ · ]', { zh: '时间窗减半、加倍', en: 'half or twice the window' }],
  ['Space', { zh: '回放：播放、暂停', en: 'replay: play, pause' }],
  ['L', { zh: '回到实时', en: 'back to live' }],
  ['O', { zh: '打开警情文件（也可拖入）', en: 'open a file of incidents (or drop one)' }],
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
    'Enter E R G',
    {
      zh: '警情与调配：派出、改派或再派、不采纳、定位',
      en: 'incidents and posting: send, other or one more, refuse, go there',
    },
  ],
  ['U · D', { zh: '调派：撤销、完成所选', en: 'orders: take back, finish the framed one' }],
  ['B', { zh: '交接单', en: 'hand-over' }],
  [
    'P',
    { zh: '编排大屏，可加入当前视图', en: 'scenes of the wall, to which this view can be added' },
  ],
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
