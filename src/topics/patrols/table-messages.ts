import type { Phrase } from '../../ui/words'

/** Words of tables and of what is fetched after the first picture. */
export const TABLE = {
  unitsTitle: { zh: '巡防单元', en: 'Patrol units' },
  unitTable: { zh: '巡防单元', en: 'Patrol units' },
  placeTable: { zh: '守望点', en: 'Watch places' },
  callSign: { zh: '呼号', en: 'Call sign' },
  kind: { zh: '类型', en: 'Kind' },
  motion: { zh: '状态', en: 'Motion' },
  area: { zh: '区划', en: 'Area' },
  level: { zh: '程度', en: 'Level' },
} as const satisfies Record<string, Phrase>
