import { isPositionStale } from '../../../domain/allocation'
import { distanceM } from '../../../domain/geo'
import type { Unit } from '../../../domain/patrol'
import { type DemandWithin, demandWithin } from '../../../domain/patrol-demand'
import { REACH_MIN, reachM, travelModeOf } from '../../../domain/patrol-reach'
import type { DispatchFacts } from './facts'

/** Why nothing can be said of a unit's reach. */
export type NoReach = 'no-positions' | 'position-old' | 'not-by-land'

export interface ReachWithin {
  readonly minutes: number
  /** Null: the incidents give no answer. */
  readonly demand: DemandWithin | null
  readonly places: number
  readonly allPlaces: number
}

/** What one unit can be at in five and in ten minutes: demand by weight, watch places by count. */
export function reachFigures(
  { demand, places, lost, now }: DispatchFacts,
  unit: Unit,
): readonly ReachWithin[] | NoReach {
  const { position, kind } = unit
  const mode = travelModeOf(kind)
  if (lost.includes('units')) return 'no-positions'
  if (!position || isPositionStale(unit, now)) return 'position-old'
  if (mode === null) return 'not-by-land'
  const watched = places.filter(({ kind }) => kind === 'watch-place')
  return REACH_MIN.map((minutes) => ({
    minutes,
    demand: lost.includes('incidents') ? null : demandWithin([unit], demand, minutes),
    places: watched.filter(
      ({ position: at, inTown }) => distanceM(position, at) <= reachM(mode, inTown, minutes),
    ).length,
    allPlaces: watched.length,
  }))
}
