import { useMemo, useRef } from 'react'
import { dangerStep, managementStep } from '../../domain/crowd-ladders'
import type { AreaState, DangerLevel, ManagementLevel } from '../../domain/crowd-occupancy'
import type { Inputs } from '../topic'
import { derive, zoneId } from './data'

/** The steps that areas and zones stood on when they were last looked at: a step is left only with hysteresis. */
export interface Levels {
  readonly management: ReadonlyMap<string, ManagementLevel>
  readonly danger: ReadonlyMap<string, DangerLevel | null>
}

export const NO_LEVELS: Levels = { management: new Map(), danger: new Map() }

/** One step on both ladders for every area. */
export function nextLevels(before: Levels, areas: readonly AreaState[]): Levels {
  return {
    management: new Map(
      areas.map(({ area, share }) => [
        area.id,
        managementStep(share, before.management.get(area.id) ?? 'unknown'),
      ]),
    ),
    danger: new Map(
      areas.flatMap(({ area, zones }) =>
        zones.map((zone) => {
          const id = zoneId(area, zone)
          return [id, dangerStep(zone.perM2, before.danger.get(id) ?? null)] as const
        }),
      ),
    ),
  }
}

/** Remembers the levels from one picture to the next, so that nothing flickers about a limit. */
export function useLevels(inputs: Inputs): Levels {
  const memory = useRef(NO_LEVELS)
  return useMemo(() => {
    memory.current = nextLevels(memory.current, derive(inputs, null).areas ?? [])
    return memory.current
  }, [inputs])
}
