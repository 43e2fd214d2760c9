import { alarms } from './alarms'
import { allocations } from './allocations'
import { crowd } from './crowd'
import { fireDevices } from './fire-devices'
import { fireReadings } from './fire-readings'
import { incidents } from './incidents'
import { measures } from './measures'
import { meta } from './meta'
import { scenicAreas } from './scenic-areas'
import { units } from './units'
import { visits } from './visits'
import { watchPlaces } from './watch-places'

/** Every live feed, by its path. The one list that pollers, mocks, board and OpenAPI follow. */
export const FEEDS = {
  meta,
  incidents,
  units,
  visits,
  'watch-places': watchPlaces,
  'scenic-areas': scenicAreas,
  crowd,
  'fire-devices': fireDevices,
  'fire-readings': fireReadings,
  alarms,
  allocations,
  measures,
} as const

export type FeedId = keyof typeof FEEDS

/** What one record of a feed means inside. */
export type ItemOf<Id extends FeedId> = ReturnType<(typeof FEEDS)[Id]['toDomain']>

export const FEED_IDS = Object.keys(FEEDS) as FeedId[]
