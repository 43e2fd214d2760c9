import type {
  BuildingClass,
  FireDevice,
  FireDeviceKind,
  FireReading,
  HydraulicCondition,
} from './fire'

/** Two or more sources agree; one source; known but not confirmed. Shown beside every clause. */
export type Sureness = '2' | '1' | 'K'

/** One line of the standard: what at least must be read, where, and under which condition. */
export interface Clause {
  /** E.g. "GB 50974-2014 5.2.2". */
  readonly clause: string
  readonly sureness: Sureness
  readonly kind: FireDeviceKind
  readonly buildingClass: BuildingClass
  /** Null: a volume that stands. */
  readonly condition: HydraulicCondition | null
  readonly atLeast: number
  readonly unit: 'MPa' | 'm³'
}

const hydrant = (
  clause: string,
  condition: HydraulicCondition,
  buildingClass: BuildingClass,
  atLeast: number,
): Clause => ({
  clause: `GB 50974-2014 ${clause}`,
  sureness: '2',
  kind: 'hydrant-pressure',
  condition,
  buildingClass,
  atLeast,
  unit: 'MPa',
})

const tank = (buildingClass: BuildingClass, atLeast: number): Clause => ({
  clause: 'GB 50974-2014 5.2.1',
  sureness: '2',
  kind: 'tank-level',
  condition: null,
  buildingClass,
  atLeast,
  unit: 'm³',
})

/**
 * GB 50974-2014: 5.2.2 static pressure at the worst hydrant, 7.4.12 flowing indoors, 7.2.8 in the street, 5.2.1 roof
 * tank. The heights and flows that some lines also ask about (over 100 m: 0.15 MPa, 50 m³) are not in the register,
 * so the lower limit is held.
 */
export const CLAUSES: readonly Clause[] = [
  hydrant('5.2.2', 'static', 'high-rise-public-1', 0.1),
  hydrant('5.2.2', 'static', 'high-rise-public-2', 0.07),
  hydrant('5.2.2', 'static', 'high-rise-residential', 0.07),
  hydrant('5.2.2', 'static', 'multi-storey-public', 0.07),
  hydrant('5.2.2', 'static', 'multi-storey-residential', 0.07),
  hydrant('5.2.2', 'static', 'industrial', 0.1),
  hydrant('7.4.12', 'flowing', 'high-rise-public-1', 0.35),
  hydrant('7.4.12', 'flowing', 'high-rise-public-2', 0.35),
  hydrant('7.4.12', 'flowing', 'high-rise-residential', 0.35),
  hydrant('7.4.12', 'flowing', 'multi-storey-public', 0.25),
  hydrant('7.4.12', 'flowing', 'multi-storey-residential', 0.25),
  hydrant('7.4.12', 'flowing', 'industrial', 0.35),
  hydrant('7.2.8', 'flowing', 'street', 0.14),
  hydrant('7.2.8', 'flowing', 'wooden-village', 0.14),
  tank('high-rise-public-1', 36),
  tank('high-rise-public-2', 18),
  tank('multi-storey-public', 18),
  tank('high-rise-residential', 12),
  tank('multi-storey-residential', 6),
  tank('industrial', 12),
]

/** A hydrant that reads more than this, or less than nothing, is a broken sensor. */
export const PLAUSIBLE_MPA = 10

export type Judgement =
  | { readonly is: 'ok' | 'below'; readonly clause: Clause }
  /** The sensor or its declaration is at fault: a reading that physics or its unit forbids. */
  | { readonly is: 'implausible' }
  /** No clause speaks of this device, class and condition; a flowing limit is never held against a static reading. */
  | { readonly is: 'not-comparable' }
  /** Nothing was read. */
  | { readonly is: 'no-value' }

/** A reading against the clause for its device. */
export function judge(device: FireDevice, reading: FireReading | null): Judgement {
  if (device.kind !== 'hydrant-pressure' && device.kind !== 'tank-level')
    return { is: 'not-comparable' }
  if (!reading || reading.value === null) return { is: 'no-value' }
  const { value, unit } = reading
  if (!isPlausible(device.kind, value, unit)) return { is: 'implausible' }
  const clause = CLAUSES.find(
    (line) =>
      line.kind === device.kind &&
      line.buildingClass === device.buildingClass &&
      line.condition === device.condition &&
      line.unit === unit,
  )
  if (!clause) return { is: 'not-comparable' }
  return { is: value >= clause.atLeast ? 'ok' : 'below', clause }
}

function isPlausible(kind: FireDeviceKind, value: number, unit: FireReading['unit']): boolean {
  if (value < 0) return false
  if (kind === 'hydrant-pressure') return unit === 'MPa' && value <= PLAUSIBLE_MPA
  return unit === 'm³' || unit === 'm' || (unit === '%' && value <= 100)
}
