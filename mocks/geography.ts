import { distanceM, type LngLat } from '../src/domain/geo'
import countyRows from './data/counties.json'
import roadRows from './data/roads.json'
import { chance, keyOf, normal } from './random'

export interface County {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** One or two characters that stand for it in call signs. */
  readonly sign: string
  readonly seat: LngLat
  /** Census 2020 by prefecture, shared out among its counties: approximate. */
  readonly thousands: number
  readonly prefecture: string
}

export const COUNTIES: readonly County[] = (
  countyRows as unknown as [string, string, string, string, number, number, number][]
).map(([code, name, nameEn, sign, lng, lat, thousands]) => ({
  code,
  name,
  nameEn,
  sign,
  seat: [lng, lat],
  thousands,
  prefecture: `${code.slice(0, 4)}00`,
}))

const prefecture = (code: string, name: string, nameEn: string) => ({ code, name, nameEn })

export const PREFECTURES = [
  prefecture('520100', '贵阳市', 'Guiyang'),
  prefecture('520200', '六盘水市', 'Liupanshui'),
  prefecture('520300', '遵义市', 'Zunyi'),
  prefecture('520400', '安顺市', 'Anshun'),
  prefecture('520500', '毕节市', 'Bijie'),
  prefecture('520600', '铜仁市', 'Tongren'),
  prefecture('522300', '黔西南州', 'Qianxinan'),
  prefecture('522600', '黔东南州', 'Qiandongnan'),
  prefecture('522700', '黔南州', 'Qiannan'),
]

const BY_CODE = new Map(COUNTIES.map((county) => [county.code, county]))

export function countyOf(code: string): County {
  const county = BY_CODE.get(code)
  if (!county) throw new RangeError(`no county ${code}`)
  return county
}

const METRES_PER_DEGREE = 111_195

/** Moves a position by metres east and north. Flat; good for tens of kilometres. */
export function offset([lng, lat]: LngLat, eastM: number, northM: number): LngLat {
  return [
    lng + eastM / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
    lat + northM / METRES_PER_DEGREE,
  ]
}

export function scatter(centre: LngLat, sigmaM: number, roll: () => number): LngLat {
  return offset(centre, sigmaM * normal(roll), sigmaM * normal(roll))
}

/** Rounded to 1e-6 degrees (0.1 m): shorter on the wire, and nothing here is more exact. */
export function rounded([lng, lat]: LngLat): [number, number] {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}

function squaredDegrees(a: LngLat, b: LngLat): number {
  const dLng = (a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180)
  return dLng * dLng + (a[1] - b[1]) ** 2
}

export function nearestCounty(position: LngLat): County {
  return COUNTIES.reduce((best, county) =>
    squaredDegrees(position, county.seat) < squaredDegrees(position, best.seat) ? county : best,
  )
}

/**
 * A position out in a county: a fair draw by direction and distance that stays nearer to its own seat than to
 * any other, because the counties' boundaries may not ship.
 */
export function countryside(
  county: County,
  fromM: number,
  toM: number,
  roll: () => number,
): LngLat {
  for (let far = toM; far > fromM; far *= 0.8) {
    const angle = roll() * 2 * Math.PI
    const reach = fromM + (far - fromM) * Math.sqrt(roll())
    const position = offset(county.seat, reach * Math.cos(angle), reach * Math.sin(angle))
    if (nearestCounty(position) === county) return position
  }
  return scatter(county.seat, fromM / 3, roll)
}

/** Six invented township centres for each county, the same in every world. */
export const TOWNSHIPS: ReadonlyMap<string, readonly LngLat[]> = new Map(
  COUNTIES.map((county) => [
    county.code,
    [0, 1, 2, 3, 4, 5].map((i) => {
      let n = 0
      const key = keyOf('township', county.code, i)
      return countryside(county, 5_000, 22_000, () => chance(key, n++))
    }),
  ]),
)

export interface Road {
  readonly points: readonly LngLat[]
  /** Metres from the start to each point. */
  readonly along: readonly number[]
  readonly lengthM: number
  readonly middle: LngLat
}

/** Motorways and trunk roads (OpenStreetMap, zoom-5 precision of about 300 m), longer than 6 km. */
export const ROADS: readonly Road[] = (roadRows as unknown as number[][])
  .map((deltas) => {
    const points: LngLat[] = []
    let lng = 0
    let lat = 0
    for (let i = 0; i + 1 < deltas.length; i += 2) {
      lng += deltas[i] ?? 0
      lat += deltas[i + 1] ?? 0
      points.push([lng / 1e4, lat / 1e4])
    }
    return road(points)
  })
  .filter(({ lengthM }) => lengthM > 6_000)

export function road(points: readonly LngLat[]): Road {
  const along = [0]
  for (let i = 1; i < points.length; i++)
    along.push((along[i - 1] ?? 0) + distanceM(points[i - 1] as LngLat, points[i] as LngLat))
  return {
    points,
    along,
    lengthM: along.at(-1) ?? 0,
    middle: points[points.length >> 1] as LngLat,
  }
}

/** Position and heading at a distance along a road; `forward` false looks back down it. */
export function placeOn(
  { points, along }: Road,
  metres: number,
  forward: boolean,
): { position: LngLat; headingDeg: number } {
  let i = 1
  while (i < points.length - 1 && (along[i] ?? 0) < metres) i++
  const a = points[i - 1] as LngLat
  const b = points[i] as LngLat
  const span = (along[i] ?? 0) - (along[i - 1] ?? 0)
  const share = span > 0 ? Math.min(1, Math.max(0, (metres - (along[i - 1] ?? 0)) / span)) : 0
  return {
    position: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share],
    headingDeg: forward ? headingOf(a, b) : headingOf(b, a),
  }
}

/** Degrees clockwise from north, whole, 0 to 359. */
export function headingOf(a: LngLat, b: LngLat): number {
  const east = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180)
  return Math.round((Math.atan2(east, b[1] - a[1]) * 180) / Math.PI + 360) % 360
}

/** A closed, slightly irregular ring around a centre. */
export function blob(
  centre: LngLat,
  radiusM: number,
  corners: number,
  roll: () => number,
): [number, number][] {
  const ring: [number, number][] = []
  const turn = roll() * Math.PI
  for (let i = 0; i < corners; i++) {
    const angle = turn + (2 * Math.PI * (i + 0.5 * (roll() - 0.5))) / corners
    const reach = radiusM * (0.75 + 0.5 * roll())
    ring.push(rounded(offset(centre, reach * Math.cos(angle), reach * Math.sin(angle))))
  }
  ring.push(ring[0] as [number, number])
  return ring
}
