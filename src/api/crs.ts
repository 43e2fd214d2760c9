import gcoord from 'gcoord'
import type { LngLat } from '../domain/geo'
import type { ToWgs84 } from './wire'

/** The coordinate systems that an answer may declare. */
export const CRS_NAMES = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const
export type CrsName = (typeof CRS_NAMES)[number]

export function isCrsName(word: unknown): word is CrsName {
  return CRS_NAMES.includes(word as CrsName)
}

/** Thrown inside a record's mapping and caught by the decoder, which sets that record aside. */
export class PositionOutOfRange extends Error {}

/**
 * The one conversion into WGS-84. CGCS2000 differs from it by centimetres to decimetres, which this map cannot
 * show: the same numbers. Throws {@link PositionOutOfRange} where the conversion leaves the globe.
 */
export function toWgs84From(crs: CrsName): ToWgs84 {
  if (crs === 'WGS84' || crs === 'CGCS2000') return bounded
  const from = gcoord[crs]
  return ([lng, lat]) => bounded(gcoord.transform([lng, lat], from, gcoord.WGS84) as LngLat)
}

function bounded(position: LngLat): LngLat {
  const [lng, lat] = position
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) throw new PositionOutOfRange()
  return position
}
