import type { Phrase } from '../../ui/words'

/** Words of tables and of what is fetched after the first picture. */
export const TABLE = {
  readyTitle: { zh: '消防就绪', en: 'Fire readiness' },
  table: { zh: '消防设备', en: 'Fire devices' },
  kind: { zh: '设备', en: 'Device' },
  id: { zh: '编号', en: 'Number' },
  place: { zh: '位置', en: 'Place' },
  building: { zh: '类别', en: 'Class' },
  state: { zh: '状态', en: 'State' },
  clause: { zh: '条文', en: 'Clause' },
  still: { zh: '静压', en: 'at rest' },
  flowing: { zh: '动压', en: 'flowing' },
  meets: { zh: '符合', en: 'met' },
  misses: { zh: '不符合', en: 'not met' },
  noReading: { zh: '无读数', en: 'no reading' },
  notTrusted: { zh: '读数不采信', en: 'not trusted' },
  samePlace: { zh: '同一地点', en: 'In the same place' },
  here: { zh: '此处设备', en: 'Devices here' },
  notReady: { zh: '未就绪', en: 'Not ready' },
  allReady: { zh: '全部就绪。', en: 'All of them are ready.' },
  more: { zh: '其余见表格：', en: 'The rest is in the table:' },
} as const satisfies Record<string, Phrase>
