import { lazy } from 'react'
import type { Topic } from '../topic'
import { derive, type IncidentsData } from './data'
import { attention, describe } from './describe'
import { depict, TOPIC } from './layer'
import { legend, levels } from './legend'
import { ANALYSIS_OPTIONS } from './options'
import { Panel } from './panel'
import { type Bulk, useSurface } from './surface'
import { WORDS } from './words'

// Drawn when the first density is there.
const Inset = lazy(async () => ({ default: (await import('./inset-view')).Inset }))

/** Where calls gather, and what is open now. */
export const incidents: Topic<IncidentsData, Bulk> = {
  id: TOPIC,
  name: WORDS.name,
  shortcut: '1',
  feeds: ['incidents'],
  useBulk: useSurface,
  derive,
  // Null, shown as "—", while the history of the window is on its way: a part is not the count.
  count: ({ tally }) => tally?.total ?? null,
  countUnit: WORDS.unit,
  depict,
  timeline: ({ bulk }) =>
    bulk?.brought?.grain === 'none' ? { why: WORDS.noTimes } : (bulk?.timeline ?? null),
  legend,
  levels,
  describe,
  attention,
  standsAlone: ({ bulk }) => !!bulk?.brought,
  // Nothing is under a pointer before the first picture.
  seek: async (...asked) => (await import('./seek')).seek(...asked),
  tableIds: [
    TOPIC,
    'incidents-urgent',
    'incidents-open',
    'incidents-hot',
    'incidents-few',
    'incidents-watch',
    'incidents-apart',
  ],
  optionIds: ANALYSIS_OPTIONS,
  Panel,
  Inset,
}
