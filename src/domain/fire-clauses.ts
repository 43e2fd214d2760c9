import type {
  BuildingClass,
  FireDevice,
  FireDeviceKind,
  FireReading,
  HydraulicCondition,
} from './fire'

/** Two or more sources agree; one source; known but not confirmed. Shown beside every clause. */
export type Sureness = '2' | '1' | 'K'

/** One line of a rule pack: what must be read, where, and under which condition. */
export interface Clause {
  /** E.g. "GB 50974-2014 5.2.2". */
  readonly clause: string
  readonly sureness: Sureness
  readonly kind: FireDeviceKind
  readonly buildingClass: BuildingClass
  /** Null: a volume that stands. */
  readonly condition: HydraulicCondition | null
  /** What is asked: at least, or at most, the limit. */
  readonly comparator: '>=' | '<='
  readonly limit: number
  readonly unit: 'MPa' | 'm³' | 'm' | '%'
  /** The standard says 宜 (should), not 应 (shall). */
  readonly isAdvisory: boolean
}

const hydrant = (
  clause: string,
  condition: HydraulicCondition,
  buildingClass: BuildingClass,
  limit: number,
  { sureness = '2', isAdvisory = false }: Partial<Pick<Clause, 'sureness' | 'isAdvisory'>> = {},
): Clause => ({
  clause: `GB 50974-2014 ${clause}`,
  sureness,
  kind: 'hydrant-pressure',
  condition,
  buildingClass,
  comparator: '>=',
  limit,
  unit: 'MPa',
  isAdvisory,
})

const tank = (buildingClass: BuildingClass, limit: number): Clause => ({
  clause: 'GB 50974-2014 5.2.1',
  sureness: '2',
  kind: 'tank-level',
  condition: null,
  buildingClass,
  comparator: '>=',
  limit,
  unit: 'm³',
  isAdvisory: false,
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
  hydrant('5.2.2', 'static', 'multi-storey-residential', 0.07, { isAdvisory: true }),
  hydrant('5.2.2', 'static', 'industrial', 0.1),
  hydrant('7.4.12', 'flowing', 'high-rise-public-1', 0.35),
  hydrant('7.4.12', 'flowing', 'high-rise-public-2', 0.35),
  hydrant('7.4.12', 'flowing', 'high-rise-residential', 0.35),
  hydrant('7.4.12', 'flowing', 'multi-storey-public', 0.25),
  hydrant('7.4.12', 'flowing', 'multi-storey-residential', 0.25),
  hydrant('7.4.12', 'flowing', 'industrial', 0.35),
  hydrant('7.2.8', 'flowing', 'street', 0.14),
  // The clause speaks of streets; that it holds for the hydrants of a village is our reading of it.
  hydrant('7.2.8', 'flowing', 'wooden-village', 0.14, { sureness: 'K' }),
  tank('high-rise-public-1', 36),
  tank('high-rise-public-2', 18),
  tank('multi-storey-public', 18),
  tank('high-rise-residential', 12),
  tank('multi-storey-residential', 6),
  tank('industrial', 12),
]

/** A hydrant that reads more than this, or less than nothing, is a broken sensor. */
export const PLAUSIBLE_MPA = 10

/** Why nothing can be held against a reading. */
export type Incomparable =
  /** No clause asks anything of such a device in such a place. */
  | 'no-clause'
  /** The clauses for this place speak of the other condition: flowing is never held against static. */
  | 'condition'
  /** The source does not say what kind of building it is, or in what unit it measures. */
  | 'class'
  | 'unit'

export type Judgement =
  | { readonly is: 'ok' | 'below' | 'above'; readonly clause: Clause }
  /** The sensor or its declaration is at fault: a reading that physics or its unit forbids. */
  | { readonly is: 'implausible' }
  | { readonly is: 'not-comparable'; readonly why: Incomparable }
  /** Nothing was read. */
  | { readonly is: 'no-value' }

/**
 * A reading against the clauses for its device; `clauses` are those of the rule pack in use. Where one asks for at
 * least and another for at most, the one that is broken is named.
 */
export function judge(
  device: Pick<FireDevice, 'kind' | 'buildingClass' | 'condition'>,
  reading: Pick<FireReading, 'value' | 'unit'> | null,
  clauses: readonly Clause[] = CLAUSES,
): Judgement {
  if (device.kind !== 'hydrant-pressure' && device.kind !== 'tank-level')
    return { is: 'not-comparable', why: 'no-clause' }
  if (!reading || reading.value === null) return { is: 'no-value' }
  const { value, unit } = reading
  if (!isPlausible(device.kind, value, unit)) return { is: 'implausible' }
  if (device.buildingClass === 'unknown') return { is: 'not-comparable', why: 'class' }
  const here = clauses.filter(
    (line) => line.kind === device.kind && line.buildingClass === device.buildingClass,
  )
  const alike = here.filter(({ condition }) => condition === device.condition)
  if (alike.length === 0)
    return { is: 'not-comparable', why: here.length > 0 ? 'condition' : 'no-clause' }
  const held = alike.filter((line) => line.unit === unit)
  const broken = held.find(({ comparator, limit }) =>
    comparator === '>=' ? value < limit : value > limit,
  )
  if (broken) return { is: broken.comparator === '>=' ? 'below' : 'above', clause: broken }
  return held[0] ? { is: 'ok', clause: held[0] } : { is: 'not-comparable', why: 'unit' }
}

/** Whether a reading breaks its clause, on either side. */
export function breaksClause({ is }: Judgement): boolean {
  return is === 'below' || is === 'above'
}

/** Pressure may come in metres of water and a level in metres or as a share; both are true and not comparable. */
const UNITS = {
  'hydrant-pressure': ['MPa', 'm', null],
  'tank-level': ['m³', 'm', '%', null],
  power: ['V', null],
} as const satisfies Partial<Record<FireDeviceKind, readonly FireReading['unit'][]>>

/** Whether physics and the kind of sensor allow such a reading. */
export function isPlausible(
  kind: keyof typeof UNITS,
  value: number,
  unit: FireReading['unit'],
): boolean {
  const units: readonly FireReading['unit'][] = UNITS[kind]
  if (!(value >= 0) || !units.includes(unit)) return false
  if (unit === 'MPa') return value <= PLAUSIBLE_MPA
  return unit !== '%' || value <= 100
}
