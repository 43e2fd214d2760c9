import type { Phrase } from '../../ui/words'

/** Of the tables alone, which no first picture waits for. */
export const TABLE = {
  areaTable: { zh: '景区客流', en: 'Scenic areas' },
  zoneTable: { zh: '景区分区密度', en: 'Zones of scenic areas' },
  zone: { zh: '分区', en: 'Zone' },
  interval: { zh: '区间', en: 'Interval' },
  level: { zh: '管理阶梯', en: 'Management ladder' },
  persons: { zh: '人数', en: 'Persons' },
  usable: { zh: '可用面积 m²', en: 'Usable m²' },
} as const satisfies Record<string, Phrase>
