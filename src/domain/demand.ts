import { DEMAND_KINDS, type Demand, type DemandKind } from './advice'
import { type CrowdLevel, OVERDUE_MOST, OVERDUE_WEIGHT, PRESSURE_WEIGHT } from './demand-weights'
import { centreOf, type LngLat } from './geo'
import { areaOf, sourceOf } from './incident'
import { feedsDensity, type IncidentSet } from './incident-set'
import { isTown } from './incident-target'
import type { PlaceIdleness } from './patrol-idleness'

export interface CrowdPressure {
  readonly position: LngLat
  readonly areaCode: string
  readonly level: CrowdLevel
}

/** Incidents of about one square kilometre are one point, at their mean. */
const CELL_DEG = 0.01
const COLUMNS = 2 * 36_000
const ROWS = 2 * 18_000

/**
 * What patrols are asked to be near: one for each incident that the public reported in the window, and weights of our
 * own for overdue watch places and crowds (`demand-weights.ts`). What patrols found themselves is left out: it would
 * send them back to where they have been (Ensign et al. 2017). Areas are prefectures.
 */
export function demandOf(
  set: IncidentSet | null,
  places: readonly PlaceIdleness[],
  crowds: readonly CrowdPressure[],
): Demand {
  const overdue = places.flatMap(({ place, ratio, level }): Point[] => {
    const isOver = level === 'overdue' || level === 'long-overdue'
    if (!isOver || ratio === null || place.ring.length === 0) return []
    const weight = OVERDUE_WEIGHT * Math.min(OVERDUE_MOST, ratio - 1)
    return [pointAt('overdue', centreOf(place.ring), place.areaCode, weight)]
  })
  const pressed = crowds.map(({ position, areaCode, level }) =>
    pointAt('crowds', position, areaCode, PRESSURE_WEIGHT[level]),
  )
  const reported = set ? reportedOnce(set) : []
  const points = [...reported, ...overdue, ...pressed].filter(({ weight }) => weight > 0)
  const areaCodes = [...new Set(points.map(({ area }) => area))].sort()
  return {
    lng: Float64Array.from(points, ({ lng, weight }) => lng / weight),
    lat: Float64Array.from(points, ({ lat, weight }) => lat / weight),
    weight: Float64Array.from(points, ({ weight }) => weight),
    kind: Uint8Array.from(points, ({ kind }) => DEMAND_KINDS.indexOf(kind)),
    inTown: Uint8Array.from(points, ({ isInTown }) => Number(isInTown)),
    area: Uint16Array.from(points, ({ area }) => areaCodes.indexOf(area)),
    areaCodes,
  }
}

interface Point {
  readonly kind: DemandKind
  readonly area: string
  readonly isInTown: boolean
  weight: number
  /** Sums, weighted. */
  lng: number
  lat: number
}

function pointAt(kind: DemandKind, [lng, lat]: LngLat, areaCode: string, weight: number): Point {
  return {
    kind,
    area: areaCode.slice(0, 4),
    isInTown: isTown(areaCode),
    weight,
    lng: lng * weight,
    lat: lat * weight,
  }
}

const bySet = new WeakMap<IncidentSet, readonly Point[]>()

/** Once per set: units, visits and crowds bring news between two answers of the incidents. */
function reportedOnce(set: IncidentSet): readonly Point[] {
  const points = bySet.get(set) ?? reportedPoints(set)
  bySet.set(set, points)
  return points
}

/** What the public reported, with a place. */
function reportedPoints({ columns, first, end, recent }: IncidentSet): readonly Point[] {
  // A hundred thousand keys of text would take longer than all the rest: prefecture and cell are one number.
  const cells = new Map<number, Point>()
  const prefectures = new Map<string, number>()
  const put = (lng: number, lat: number, areaCode: string) => {
    const area = areaCode.slice(0, 4)
    let prefecture = prefectures.get(area)
    if (prefecture === undefined) {
      prefecture = prefectures.size
      prefectures.set(area, prefecture)
    }
    const column = Math.floor(lng / CELL_DEG) + COLUMNS / 2
    const row = Math.floor(lat / CELL_DEG) + ROWS / 2
    const key = (prefecture * ROWS + row) * COLUMNS + column
    const point = cells.get(key)
    if (!point) cells.set(key, pointAt('incidents', [lng, lat], areaCode, 1))
    else {
      point.weight++
      point.lng += lng
      point.lat += lat
    }
  }
  if (columns)
    for (let i = first; i < end; i++) {
      const lng = columns.lng[i] as number
      if (!Number.isFinite(lng)) continue
      if (!feedsDensity(sourceOf(columns, i))) continue
      put(lng, columns.lat[i] as number, areaOf(columns, i))
    }
  for (const { source, position, areaCode } of recent)
    if (feedsDensity(source) && position) put(position[0], position[1], areaCode)
  return [...cells.values()]
}
