import { centreOf, distanceM, type Extent, type LngLat } from '../../domain/geo'
import { createIdlenessGrid, type IdlenessGrid, visitSegments } from '../../domain/idleness-surface'
import type { Unit, Visit, WatchPlace } from '../../domain/patrol'
import { motionOf } from '../../domain/patrol-motion'
import { type EpochMs, HOUR_MS, SECOND_MS } from '../../domain/time'
import { type GlideColumns, positionAt } from '../../map/units/glide'

/** Where each unit was drawn, where it goes until the next poll, and where it came from. */
export interface Tracks {
  /** Of the poll that it was made from: the same list makes no new step. */
  readonly items: readonly Unit[]
  /** Units with a position, in the order of the columns. */
  readonly units: readonly Unit[]
  readonly columns: GlideColumns
  readonly steps: readonly Step[]
  readonly trails: GlideColumns
}

interface Step {
  readonly id: string
  readonly from: LngLat
  readonly to: LngLat
  readonly fromMs: EpochMs
  readonly toMs: EpochMs
}

/** The time until the next poll: a symbol is late by this much at most, and never jumps. */
const GLIDE_MS = 5 * SECOND_MS
/** How long a way is seen behind its unit. */
const TRAIL_MS = 120 * SECOND_MS
/** A receiver that stands still wanders by this much. */
const STILL_M = 4

/** After a poll: each unit glides from where it is drawn now to where it was reported. Silent ones stand. */
export function stepTracks(before: Tracks | null, items: readonly Unit[], now: EpochMs): Tracks {
  const units = items.filter(({ position }) => position !== null)
  const rowOf = new Map(before?.units.map(({ id }, i) => [id, i]))
  const steps = (before?.steps ?? []).filter(({ toMs }) => now - toMs < TRAIL_MS)
  const made = units.map((unit): Step => {
    const to = unit.position as LngLat
    const row = rowOf.get(unit.id)
    const from = before && row !== undefined ? positionAt(before.columns, row, now) : to
    const isMoving = motionOf(unit, now) !== 'silent' && distanceM(from, to) > STILL_M
    return {
      id: unit.id,
      from: isMoving ? from : to,
      to,
      fromMs: now,
      toMs: isMoving ? now + GLIDE_MS : now,
    }
  })
  const moved = [...steps, ...made.filter(({ fromMs, toMs }) => toMs > fromMs)]
  return {
    items,
    units,
    columns: columnsOf(made, now),
    steps: moved,
    trails: columnsOf(moved, now),
  }
}

function columnsOf(steps: readonly Step[], epoch: EpochMs): GlideColumns {
  return {
    count: steps.length,
    fromPosition: Float64Array.from(steps.flatMap(({ from }) => [from[0], from[1]])),
    toPosition: Float64Array.from(steps.flatMap(({ to }) => [to[0], to[1]])),
    fromTime: Float64Array.from(steps, ({ fromMs }) => (fromMs - epoch) / SECOND_MS),
    toTime: Float64Array.from(steps, ({ toMs }) => (toMs - epoch) / SECOND_MS),
    epoch,
  }
}

/** Side of a cell: what a crew sees of its surroundings at street pace. A setting. */
const CELL_M = 250
const REACH_M = 250
/** Positions farther apart, or longer ago, are not joined: nobody knows the way between. */
const MAX_JOIN_M = 2_000
const MAX_GAP_S = 60
/** Within this of a watch place a cell that nobody has seen is shown as such. */
const NEAR_PLACE_M = 1_500

/** When each cell was last seen by a patrol, as far as this page knows: the visits on record, then positions as they come. */
export interface Surface {
  readonly grid: IdlenessGrid
  /** One where something is asked: near watch places, and wherever a patrol has been. */
  readonly mask: Uint8Array
  readonly since: EpochMs
}

export function newSurface(
  region: Extent,
  places: readonly WatchPlace[],
  visits: readonly Visit[],
  now: EpochMs,
): Surface {
  const since = now - 24 * HOUR_MS
  const grid = createIdlenessGrid(region, CELL_M, since)
  const centres = new Map(
    places.flatMap((place) =>
      place.ring.length > 0 ? [[place.id, centreOf(place.ring)] as const] : [],
    ),
  )
  const seen = visits.flatMap(({ placeId, enteredAt, leftAt }) => {
    const at = centres.get(placeId)
    return at && enteredAt <= now ? [{ at, to: Math.min(now, leftAt ?? now) }] : []
  })
  enter(
    grid,
    seen.map(({ at, to }) => ({ from: at, to: at, fromMs: to, toMs: to })),
    now,
  )
  return { grid, mask: maskOf(grid, [...centres.values()]), since }
}

/** Enters the steps from one report to the next. Changes the grid in place, and says by a new object that it did. */
export function enterSteps(
  surface: Surface,
  before: readonly Unit[],
  after: readonly Unit[],
  now: EpochMs,
): Surface {
  const last = new Map(before.map((unit) => [unit.id, unit]))
  const steps = after.flatMap((unit) => {
    const from = last.get(unit.id)
    if (!unit.position || !from?.position || unit.observedAt <= from.observedAt) return []
    return [
      { from: from.position, to: unit.position, fromMs: from.observedAt, toMs: unit.observedAt },
    ]
  })
  enter(surface.grid, steps, now)
  return { ...surface, grid: { ...surface.grid } }
}

function enter(grid: IdlenessGrid, steps: readonly Omit<Step, 'id'>[], now: EpochMs) {
  const seconds = (at: EpochMs) => (at - grid.since) / SECOND_MS
  visitSegments(
    grid,
    {
      count: steps.length,
      fromLng: Float64Array.from(steps, ({ from }) => from[0]),
      fromLat: Float64Array.from(steps, ({ from }) => from[1]),
      toLng: Float64Array.from(steps, ({ to }) => to[0]),
      toLat: Float64Array.from(steps, ({ to }) => to[1]),
      fromSeconds: Float64Array.from(steps, ({ fromMs }) => seconds(fromMs)),
      atSeconds: Float64Array.from(steps, ({ toMs }) => seconds(toMs)),
    },
    { maxJoinM: MAX_JOIN_M, maxGapS: MAX_GAP_S, reachM: REACH_M, notAfterS: seconds(now) },
  )
}

/** Cells near watch places. */
function maskOf(grid: IdlenessGrid, centres: readonly LngLat[]): Uint8Array {
  const near = createIdlenessGrid(grid.extent, grid.cellM, grid.since)
  const mask = new Uint8Array(grid.width * grid.height)
  const at = Float64Array.from(centres, () => 1)
  visitSegments(
    near,
    {
      count: centres.length,
      fromLng: Float64Array.from(centres, ([lng]) => lng),
      fromLat: Float64Array.from(centres, ([, lat]) => lat),
      toLng: Float64Array.from(centres, ([lng]) => lng),
      toLat: Float64Array.from(centres, ([, lat]) => lat),
      fromSeconds: at,
      atSeconds: at,
    },
    { maxJoinM: MAX_JOIN_M, maxGapS: MAX_GAP_S, reachM: NEAR_PLACE_M },
  )
  const { length } = near.lastS
  for (let i = 0; i < Math.min(length, mask.length); i++) mask[i] = near.lastS[i] === 1 ? 1 : 0
  return mask
}
