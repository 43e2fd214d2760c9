import { distanceM, EARTH_RADIUS_M } from './geo'
import type { Unit } from './patrol'
import { reachM, SPEEDS, type SpeedSettings, type Town, travelModeOf } from './patrol-reach'

/** Points that somebody may have to get to, in columns of equal length. */
export interface Demand {
  /** Degrees; NaN: no position. */
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** ≥ 0, of whatever is demanded: incidents a week, persons. */
  readonly weight: Float64Array
  /** 1: the speed of towns holds here (`townFlags`). */
  readonly inTown: Uint8Array
}

export interface DemandWithin {
  /** Points with a position, and those of them that a unit reaches in time. */
  readonly points: number
  readonly pointsWithin: number
  readonly weight: number
  readonly weightWithin: number
  /** By weight. Null: there is no demand. */
  readonly share: number | null
  /** Points without a position: in none of the figures above. */
  readonly unplaced: number
  /** Units that the figures rest on: with a position, by land. */
  readonly units: number
}

/** Share of demand that at least one of the units reaches within so many minutes by straight line; as `travelTo` says. */
export function demandWithin(
  units: readonly Pick<Unit, 'kind' | 'position'>[],
  demand: Demand,
  minutes: number,
  speeds: SpeedSettings = SPEEDS,
): DemandWithin {
  const { weight, inTown } = demand
  const discsOf = (isInTown: boolean) =>
    units.flatMap(({ kind, position }): Disc[] => {
      const mode = travelModeOf(kind)
      if (mode === null || position === null) return []
      return [{ centre: position, radiusM: reachM(mode, isInTown, minutes, speeds) }]
    })
  const inCountryDiscs = discsOf(false)
  const coversInCountry = discIndex(inCountryDiscs)
  const coversInTown = discIndex(discsOf(true))
  const sum = { points: 0, pointsWithin: 0, weight: 0, weightWithin: 0, unplaced: 0 }
  for (let i = 0; i < weight.length; i++) {
    const lng = demand.lng[i] as number
    const lat = demand.lat[i] as number
    if (!(Number.isFinite(lng) && Number.isFinite(lat))) {
      sum.unplaced++
      continue
    }
    sum.points++
    sum.weight += weight[i] as number
    if (!(inTown[i] === 1 ? coversInTown : coversInCountry)(lng, lat)) continue
    sum.pointsWithin++
    sum.weightWithin += weight[i] as number
  }
  const share = sum.weight > 0 ? sum.weightWithin / sum.weight : null
  return { ...sum, share, units: inCountryDiscs.length }
}

/** 1 for each point that lies in a town; 0 without a position. */
export function townFlags(
  lng: Float64Array,
  lat: Float64Array,
  towns: readonly Town[],
): Uint8Array {
  const covers = discIndex(towns)
  return Uint8Array.from(lng, (east, i) => {
    const north = lat[i] as number
    return Number.isFinite(east) && Number.isFinite(north) && covers(east, north) ? 1 : 0
  })
}

type Disc = Town

const RAD = Math.PI / 180
/** Cells of about 640 m at least: their numbers must fit into a double without loss. */
const LEAST_CELL = 1e-4

/**
 * Whether a point lies in any of the discs. Points of the unit sphere in cubic cells no smaller than the widest disc,
 * each disc noted in its own and the 26 around it: one look-up a point, and neither pole nor date line is special.
 */
function discIndex(discs: readonly Disc[]): (lng: number, lat: number) => boolean {
  const centres = new Float64Array(discs.length * 3)
  const chords = Float64Array.from(discs, ({ radiusM }) => chord2(radiusM))
  for (const [d, { centre }] of discs.entries()) onSphere(centre[0], centre[1], centres, d * 3)
  const widest = chords.reduce((a, b) => Math.max(a, b), 0)
  const cell = Math.max(LEAST_CELL, Math.sqrt(widest) * 1.000001)
  const side = Math.ceil(2 / cell) + 3
  const cellOf = (at: Float64Array, i: number) => Math.floor(((at[i] as number) + 1) / cell) + 1
  const cells = new Map<number, number[]>()
  for (let d = 0; d < discs.length; d++) {
    const [x, y, z] = [0, 1, 2].map((i) => cellOf(centres, d * 3 + i)) as [number, number, number]
    for (let near = 0; near < 27; near++) {
      const dx = (near % 3) - 1
      const dy = (Math.floor(near / 3) % 3) - 1
      const dz = Math.floor(near / 9) - 1
      const key = ((x + dx) * side + y + dy) * side + z + dz
      const held = cells.get(key)
      if (held) held.push(d)
      else cells.set(key, [d])
    }
  }
  const at = new Float64Array(3)
  return (lng, lat) => {
    onSphere(lng, lat, at, 0)
    const key = (cellOf(at, 0) * side + cellOf(at, 1)) * side + cellOf(at, 2)
    for (const d of cells.get(key) ?? []) {
      const x = (at[0] as number) - (centres[d * 3] as number)
      const y = (at[1] as number) - (centres[d * 3 + 1] as number)
      const z = (at[2] as number) - (centres[d * 3 + 2] as number)
      const limit = chords[d] as number
      const beyond = x * x + y * y + z * z - limit
      if (beyond > limit * 1e-6) continue
      if (beyond < limit * -1e-6) return true
      // On the edge, to the last digits: as `distanceM` has it.
      const { centre, radiusM } = discs[d] as Disc
      if (distanceM(centre, [lng, lat]) <= radiusM) return true
    }
    return false
  }
}

function onSphere(lng: number, lat: number, into: Float64Array, i: number): void {
  const across = Math.cos(lat * RAD)
  into[i] = across * Math.cos(lng * RAD)
  into[i + 1] = across * Math.sin(lng * RAD)
  into[i + 2] = Math.sin(lat * RAD)
}

/** Square of the straight line through a sphere of radius 1 under an arc of so many metres. */
function chord2(arcM: number): number {
  return (2 * Math.sin(Math.min(Math.PI, Math.max(0, arcM) / EARTH_RADIUS_M) / 2)) ** 2
}
