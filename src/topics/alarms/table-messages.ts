import type { Phrase } from '../../ui/words'

/** Of the tables alone, which no first picture waits for. */
export const TABLE = {
  hushedBy: { zh: '谁、为何', en: 'Who and why' },
  until: { zh: '至何时', en: 'Until' },
  escalatedTo: { zh: '已升级至', en: 'Escalated to' },
  priority: { zh: '级', en: 'Priority' },
  kind: { zh: '类型', en: 'Kind' },
  area: { zh: '区划', en: 'Area' },
  since: { zh: '发生时间', en: 'Raised' },
  state: { zh: '状态', en: 'State' },
  place: { zh: '地点', en: 'Place' },
} as const satisfies Record<string, Phrase>
