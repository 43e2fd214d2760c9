import { IDLENESS_LEVELS } from '../../domain/patrol-idleness'
import { MOTIONS } from '../../domain/patrol-motion'
import type { Topic } from '../topic'
import { derive, type PatrolData } from './data'
import { depict, LEVEL_GLYPH, MOTION_GLYPH } from './layer'
import { LEVEL, MOTION, WORDS } from './messages'
import { PatrolPanel } from './panel'
import { type PatrolBulk, useTracks } from './use-tracks'
import { attention, describe } from './words-of'

/** Where the units are, and where none has been. */
export const patrols: Topic<PatrolData, PatrolBulk> = {
  id: 'patrols',
  name: WORDS.name,
  shortcut: '2',
  feeds: ['units', 'visits', 'watch-places', 'allocations'],
  useBulk: useTracks,
  derive,
  // How many there are now is not known from what was last heard.
  count: ({ units, unitsQuality }) => (unitsQuality === 'lost' ? null : (units?.length ?? null)),
  countUnit: WORDS.units,
  depict,
  legend: [
    ...MOTIONS.map((motion) => ({
      level: motion,
      label: MOTION[motion],
      glyph: MOTION_GLYPH[motion],
    })),
    ...IDLENESS_LEVELS.map((level) => ({ level, label: LEVEL[level], glyph: LEVEL_GLYPH[level] })),
  ],
  levels: ({ units, places }) => [
    ...(units ?? []).map(({ motion }) => motion),
    ...(places ?? []).map(({ level }) => level),
  ],
  describe,
  attention,
  tableIds: ['patrols', 'patrols/places'],
  tableOnTop: ({ moving }) => moving?.surface && 'patrols/places',
  Panel: PatrolPanel,
}
