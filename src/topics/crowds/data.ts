import type { ScenicArea } from '../../domain/crowd'
import {
  type AreaState,
  areaState,
  DANGER_LEVELS,
  type DangerLevel,
  type ManagementLevel,
  type ZoneState,
} from '../../domain/crowd-occupancy'
import type { Quality } from '../../domain/quality'
import { worst } from '../../domain/quality'
import type { EpochMs } from '../../domain/time'
import type { AreaNames } from '../../ui/area-names'
import type { Urgency } from '../../ui/tokens'
import type { Inputs } from '../topic'
import { urgencyOfRule } from '../topic'
import type { Levels } from './levels'

export interface CrowdData {
  readonly now: EpochMs
  /** Null: the register of areas has never arrived. Without counts the areas are there and their numbers are not. */
  readonly areas: readonly AreaState[] | null
  /** Of the register: names, places and capacities stand still, so its age hides no count and no danger. */
  readonly registerQuality: Quality
  readonly areaNames: AreaNames
}

export function derive({ readings, now, areas }: Inputs, levels: Levels | null): CrowdData {
  const { 'scenic-areas': register, crowd } = readings
  const counts = new Map(
    crowd.quality === 'lost' ? [] : crowd.snapshot?.items.map((count) => [count.id, count]),
  )
  return {
    now,
    areas: register.snapshot
      ? register.snapshot.items.map((area) => {
          const state = areaState(area, counts.get(area.id) ?? null, now)
          const quality = worst([state.quality, crowd.quality])
          return levels ? steady({ ...state, quality }, levels) : { ...state, quality }
        })
      : null,
    registerQuality: register.quality,
    areaNames: areas,
  }
}

/** The same on the steps that hysteresis keeps it on. */
function steady(state: AreaState, { management, danger }: Levels): AreaState {
  const zones = state.zones.map((zone) => {
    const known = danger.get(zoneId(state.area, zone))
    return known === undefined ? zone : { ...zone, danger: known }
  })
  const dangers = zones.flatMap((zone) => zone.danger ?? [])
  const level = management.get(state.area.id) ?? state.level
  return {
    ...state,
    zones,
    level,
    worstDanger: DANGER_LEVELS.findLast((one) => dangers.includes(one)) ?? null,
  }
}

/** Of now: what a ladder may be judged by. */
export const isCurrent = ({ quality }: { readonly quality: Quality }) =>
  quality === 'live' || quality === 'late'

/** How full it is asks to be managed; how tight it is endangers people. Two ladders, two urgencies, never one. */
export const MANAGEMENT_URGENCY: Record<ManagementLevel, Urgency | null> = {
  'below-80': null,
  'over-80': urgencyOfRule('area-80'),
  'over-90': urgencyOfRule('area-90'),
  'over-100': urgencyOfRule('area-100'),
  unknown: null,
}
export const DANGER_URGENCY: Record<DangerLevel, Urgency | null> = {
  'under-2': null,
  'over-2': null,
  'over-3': urgencyOfRule('zone-density-3'),
  'over-4': urgencyOfRule('zone-density-4'),
  'over-5': urgencyOfRule('zone-density-5'),
}

export const areaId = ({ area }: AreaState) => `area:${area.id}`
export const zoneId = (area: ScenicArea, { zone }: ZoneState) => `zone:${area.id}/${zone.id}`

export interface ZoneIn {
  readonly one: AreaState
  readonly state: ZoneState
}

export const zonesOf = ({ areas }: CrowdData): readonly ZoneIn[] =>
  (areas ?? []).flatMap((one) => one.zones.map((state) => ({ one, state })))

/** The area that an id stands for, or that the zone of that id lies in. */
export function areaOf(data: CrowdData, id: string): AreaState | null {
  return (
    data.areas?.find(
      (one) => areaId(one) === id || one.zones.some((state) => zoneId(one.area, state) === id),
    ) ?? null
  )
}
