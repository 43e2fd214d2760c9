import { distanceM, type LngLat } from '../../../domain/geo'
import type { NamedPost } from './facts'

/** Places whose name holds the text, in either language; the nearest first where it is known to what. */
export function found(
  places: readonly NamedPost[],
  text: string,
  near: LngLat | null,
): readonly NamedPost[] {
  const wanted = text.trim().toLowerCase()
  const named = wanted
    ? places.filter(({ name, nameEn }) => `${name}\n${nameEn ?? ''}`.toLowerCase().includes(wanted))
    : places
  if (!near) return named
  const away = new Map(named.map((one) => [one, distanceM(one.position, near)]))
  return named.toSorted((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0))
}

const SAME_SPOT_M = 50

const WINDS = [
  ['北', 'N'],
  ['东北', 'NE'],
  ['东', 'E'],
  ['东南', 'SE'],
  ['南', 'S'],
  ['西南', 'SW'],
  ['西', 'W'],
  ['西北', 'NW'],
] as const

/** "东北 1.2 km": where one lies as seen from the other, so that two near the same place read apart. Null: at the same spot. */
export function bearingFrom(
  from: LngLat,
  to: LngLat,
): { readonly zh: string; readonly en: string } | null {
  const awayM = distanceM(from, to)
  if (awayM < SAME_SPOT_M) return null
  const east = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180)
  const angle = Math.atan2(east, to[1] - from[1])
  const [zh, en] = WINDS[(Math.round(angle / (Math.PI / 4)) + 8) % 8] as (typeof WINDS)[number]
  const km = (awayM / 1_000).toFixed(1)
  return { zh: `${zh} ${km} km`, en: `${km} km ${en}` }
}
