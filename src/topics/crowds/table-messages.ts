import type { Phrase } from '../../ui/words'

/** Words of tables and of what is fetched after the first picture. */
export const TABLE = {
  carrying: { zh: '景区承载', en: 'Fullest scenic area' },
  areaTable: { zh: '景区客流', en: 'Scenic areas' },
  zoneTable: { zh: '景区分区密度', en: 'Zones of scenic areas' },
  area: { zh: '景区', en: 'Scenic area' },
  zone: { zh: '分区', en: 'Zone' },
  interval: { zh: '区间', en: 'Interval' },
  level: { zh: '管理阶梯', en: 'Management ladder' },
  persons: { zh: '人数', en: 'Persons' },
  usable: { zh: '可用面积 m²', en: 'Usable m²' },
} as const satisfies Record<string, Phrase>
