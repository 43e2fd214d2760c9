import { lazy } from 'react'
import { ALARM_PRIORITIES, isUnacknowledged } from '../../domain/alarm'
import { URGENCY_SHAPE } from '../../ui/glyph'
import { URGENCY_HUE } from '../../ui/tokens'
import type { Topic } from '../topic'
import { URGENCY_OF } from '../topic'
import { type AlarmData, derive } from './data'
import { depict } from './layer'
import { useLocalAlarms } from './local-shown'
import { STATE, WORDS } from './messages'
import { Panel } from './panel'
import type { ShownAlarm } from './standing'
import { attention, describe } from './words-of'

// Looked at after something was chosen.
const Detail = lazy(async () => ({ default: (await import('./detail')).Detail }))

/** What needs a response, and who has answered. */
export const alarms: Topic<AlarmData, readonly ShownAlarm[]> = {
  id: 'alarms',
  name: WORDS.name,
  shortcut: '5',
  feeds: ['alarms'],
  useBulk: useLocalAlarms,
  derive,
  count: ({ isTold, standing }) => (isTold ? standing.queue.length : null),
  countUnit: WORDS.unit,
  depict,
  legend: ALARM_PRIORITIES.flatMap((priority) =>
    ([true, false] as const).map((asks) => {
      const urgency = URGENCY_OF[priority]
      const { zh, en } = asks ? STATE.unacknowledged : STATE.acknowledged
      return {
        level: `${priority} ${asks}`,
        label: { zh: `P${priority} ${zh}`, en: `P${priority} ${en}` },
        glyph: URGENCY_SHAPE[urgency],
        colour: URGENCY_HUE[urgency],
      }
    }),
  ),
  levels: ({ standing }) => standing.queue.map((one) => `${one.priority} ${isUnacknowledged(one)}`),
  describe,
  attention,
  tellsAll: ({ isTold }) => isTold,
  tableIds: ['alarms', 'alarms/low', 'alarms/hushed'],
  Panel,
  Detail,
}
