import gcoord from 'gcoord'
import type { FeedId } from '../src/api/feeds'
import type { LngLat } from '../src/domain/geo'
import type { Crs, WireOf } from './feeds/feed'
import { rounded } from './geography'

type Convert = (position: LngLat) => [number, number]

function convertTo(crs: Crs): Convert | null {
  // CGCS2000 is WGS-84 for a map.
  if (crs === 'WGS84' || crs === 'CGCS2000') return null
  const to = gcoord[crs]
  return ([lng, lat]) => rounded(gcoord.transform([lng, lat], gcoord.WGS84, to) as LngLat)
}

const POSITIONS: {
  readonly [Id in FeedId]?: (record: WireOf<Id>, convert: Convert) => WireOf<Id>
} = {
  incidents: (record, convert) => ({
    ...record,
    position: record.position && convert(record.position),
  }),
  units: (record, convert) => ({
    ...record,
    position: record.position && convert(record.position),
  }),
  'watch-places': (record, convert) => ({ ...record, ring: record.ring.map(convert) }),
  'scenic-areas': (record, convert) => ({
    ...record,
    position: convert(record.position),
    zones: record.zones.map((zone) => ({ ...zone, ring: zone.ring.map(convert) })),
    gates: record.gates.map((gate) => ({ ...gate, position: convert(gate.position) })),
  }),
  allocations: (record, convert) => ({
    ...record,
    target: {
      ...record.target,
      position: record.target.position && convert(record.target.position),
    },
  }),
  'fire-devices': (record, convert) => ({
    ...record,
    position: record.position && convert(record.position),
  }),
}

/** The world's WGS-84 records as their source would send them. */
export function inCrs<Id extends FeedId>(
  feed: Id,
  records: readonly WireOf<Id>[],
  crs: Crs,
): readonly WireOf<Id>[] {
  const convert = convertTo(crs)
  const each = POSITIONS[feed] as ((record: WireOf<Id>, convert: Convert) => WireOf<Id>) | undefined
  return convert && each ? records.map((record) => each(record, convert)) : records
}
