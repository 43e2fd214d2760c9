import { DANGER_LEVELS, MANAGEMENT_LEVELS } from '../../domain/crowd-occupancy'
import { TOKENS, URGENCY_HUE } from '../../ui/tokens'
import type { Table, Topic } from '../topic'
import { type CrowdData, DANGER_URGENCY, derive, MANAGEMENT_URGENCY } from './data'
import { CrowdDetail } from './detail'
import { depict } from './layer'
import { DANGER, MANAGEMENT, WORDS } from './messages'
import { CrowdPanel } from './panel'
import { areaTable, zoneTable } from './tables'
import { attention, describe } from './words-of'

const INK = TOKENS.night.ink1

/** How full the scenic areas are, and how tight their zones. */
export const crowds: Topic<CrowdData> = {
  id: 'crowds',
  name: WORDS.name,
  shortcut: '3',
  feeds: ['scenic-areas', 'crowd'],
  derive,
  count: ({ areas }) => areas?.length ?? null,
  countUnit: WORDS.places,
  depict,
  legend: [
    ...MANAGEMENT_LEVELS.map((level) => {
      const urgency = MANAGEMENT_URGENCY[level]
      return { level, label: MANAGEMENT[level], colour: urgency ? URGENCY_HUE[urgency] : INK }
    }),
    ...DANGER_LEVELS.map((level) => {
      const urgency = DANGER_URGENCY[level]
      return { level, label: DANGER[level], colour: urgency ? URGENCY_HUE[urgency] : INK }
    }),
  ],
  levels: ({ areas }) =>
    (areas ?? []).flatMap(({ level, zones }) => [
      level,
      ...zones.flatMap(({ danger }) => danger ?? []),
    ]),
  describe,
  attention,
  tables: [areaTable, zoneTable] as unknown as readonly Table<CrowdData, never>[],
  Panel: CrowdPanel,
  Detail: CrowdDetail,
}
