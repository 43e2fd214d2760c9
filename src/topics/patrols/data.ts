import type { Readings } from '../../api/reading'
import { type Allocation, isOver, latestByUnit } from '../../domain/allocation'
import { centreOf } from '../../domain/geo'
import type { Unit } from '../../domain/patrol'
import {
  type Coverage,
  coverageOf,
  idlenessOf,
  type PlaceIdleness,
  VISITS_HELD_MS,
} from '../../domain/patrol-idleness'
import { type Motion, motionOf } from '../../domain/patrol-motion'
import { type Quality, worst } from '../../domain/quality'
import type { EpochMs } from '../../domain/time'
import type { AreaNames } from '../../ui/area-names'
import type { Inputs } from '../topic'
import type { PatrolBulk } from './use-tracks'

export interface UnitNow {
  readonly unit: Unit
  readonly motion: Motion
}

export interface PatrolData {
  readonly now: EpochMs
  /** Null: the feed has never answered. Of a lost feed they are kept as they were last seen, each one silent. */
  readonly units: readonly UnitNow[] | null
  readonly places: readonly PlaceIdleness[] | null
  readonly coverage: Coverage | null
  /** Null where nobody knows what they do now. */
  readonly motions: Readonly<Record<Motion, number>> | null
  /** What each unit has been sent to and has not finished; empty where nobody knows. */
  readonly jobs: ReadonlyMap<string, Allocation>
  /** What glides; null: units stand where they were reported. */
  readonly moving: PatrolBulk | null
  readonly unitsQuality: Quality
  readonly placesQuality: Quality
  /** How far back the visits reach. */
  readonly heldMs: number
  readonly areas: AreaNames
}

export function derive(
  { readings, now, present = now, areas }: Inputs,
  moving: PatrolBulk | null = null,
): PatrolData {
  const { units: unitFeed, visits: visitFeed, 'watch-places': placeFeed } = readings
  const isLost = unitFeed.quality === 'lost'
  const units =
    unitFeed.snapshot?.items.map(
      (unit): UnitNow => ({ unit, motion: isLost ? 'silent' : motionOf(unit, now) }),
    ) ?? null
  // Without visits every place would look abandoned: unknown is not overdue. The register of places stands still.
  const places =
    visitFeed.quality === 'lost' || !visitFeed.snapshot || !placeFeed.snapshot
      ? null
      : idlenessOf(
          placeFeed.snapshot.items,
          visitFeed.snapshot.items,
          now,
          present - VISITS_HELD_MS,
        )
  return {
    now,
    heldMs: now - present + VISITS_HELD_MS,
    units,
    places,
    coverage: places && coverageOf(places),
    motions: units && !isLost ? countMotions(units) : null,
    moving: units && moving,
    jobs: standingJobs(readings.allocations),
    unitsQuality: unitFeed.quality,
    placesQuality: worst([visitFeed.quality, placeFeed.quality]),
    areas,
  }
}

const NO_JOBS: ReadonlyMap<string, Allocation> = new Map()

function standingJobs({ quality, snapshot }: Readings['allocations']): PatrolData['jobs'] {
  if (quality === 'lost' || !snapshot) return NO_JOBS
  return new Map([...latestByUnit(snapshot.items)].filter(([, job]) => !isOver(job)))
}

/** Of now: what may be called silent or overdue. */
export const isCurrent = (quality: Quality) => quality === 'live' || quality === 'late'

function countMotions(units: readonly UnitNow[]): Record<Motion, number> {
  const counts = { moving: 0, stopped: 0, silent: 0 }
  for (const { motion } of units) counts[motion]++
  return counts
}

export const unitId = ({ unit }: UnitNow) => `unit:${unit.id}`
export const placeId = ({ place }: PlaceIdleness) => `place:${place.id}`
export const placePosition = ({ place }: PlaceIdleness) =>
  place.ring.length > 0 ? centreOf(place.ring) : null
