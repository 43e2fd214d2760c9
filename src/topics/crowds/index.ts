import { lazy } from 'react'
import { DANGER_LEVELS, MANAGEMENT_LEVELS } from '../../domain/crowd-occupancy'
import { TOKENS, URGENCY_HUE } from '../../ui/tokens'
import type { Topic } from '../topic'
import { type CrowdData, DANGER_URGENCY, derive, MANAGEMENT_URGENCY } from './data'
import { depict } from './layer'
import { type Levels, useLevels } from './levels'
import { DANGER, MANAGEMENT, WORDS } from './messages'
import { CrowdPanel } from './panel'
import { attention, describe } from './words-of'

const INK = TOKENS.night.ink1

// Looked at after something was chosen.
const CrowdDetail = lazy(async () => ({ default: (await import('./detail')).CrowdDetail }))

/** How full the scenic areas are, and how tight their zones. */
export const crowds: Topic<CrowdData, Levels> = {
  id: 'crowds',
  name: WORDS.name,
  shortcut: '3',
  feeds: ['scenic-areas', 'crowd'],
  useBulk: useLevels,
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
  tableIds: ['crowds', 'crowds/zones'],
  Panel: CrowdPanel,
  Detail: CrowdDetail,
}
