import type { FireReading, FireState } from '../../domain/fire'
import type { EpochMs } from '../../domain/time'

/**
 * Somebody else's format, read as ours. All that a link to a new kind of source has to be: a pure function of one
 * answer, without request and clock, that never throws.
 */
export type FireAdapter<Answer, Settings> = (
  answer: Answer,
  settings?: Partial<Settings>,
) => AdaptedReadings

export interface AdaptedReadings {
  /** One for each device that the answer tells of. */
  readonly readings: readonly FireReading[]
  /** Ids of devices that are being tested. An alarm among them is an alarm still: somebody says so, nobody proves it. */
  readonly inTest: readonly string[]
  /** Taken, and not understood in full: the source's own word or code, for people. */
  readonly untranslated: readonly Untranslated[]
  /** Not taken. */
  readonly setAside: readonly SetAside[]
  /** The answer was cut off, or the source has more than it holds. */
  readonly isPartial: boolean
}

export interface Untranslated {
  /** The device. */
  readonly id: string
  readonly what: 'state' | 'unit'
  readonly word: string
}

export interface SetAside {
  /** Where in the answer: a byte, or the id or number of a record. */
  readonly where: string
  readonly cause:
    | 'shape'
    | 'checksum'
    | 'length'
    | 'cut'
    | 'time'
    | 'result'
    /** A message that holds nothing to read: an operation, a version, a configuration. */
    | 'not-a-reading'
    /** `detail` is the code. */
    | 'unknown-type'
  readonly detail: string | null
}

export interface CommonSettings {
  /** What a device is taken for that sent a value and said nothing of its state. By default nothing: it is unknown. */
  readonly statesWhenUntold: readonly FireState[]
}

/** What one message says of one device: its state, its value, or both. */
export interface Said {
  readonly id: string
  readonly observedAt: EpochMs
  readonly state: { readonly states: readonly FireState[]; readonly code: number | null } | null
  readonly measure: Pick<FireReading, 'value' | 'unit'> | null
}

/** Of two values, water comes before the battery. */
const UNIT_ORDER: readonly FireReading['unit'][] = ['MPa', 'm³', 'm', '%', 'V', null]

/** The latest state and the latest value of each device; as old as the older of the two. */
export function joinSaid(
  all: readonly Said[],
  statesWhenUntold: readonly FireState[],
): readonly FireReading[] {
  const states = new Map<string, Said>()
  const measures = new Map<string, Said>()
  const ids = new Set<string>()
  for (const one of all) {
    ids.add(one.id)
    if (one.state && isLater(one, states.get(one.id))) states.set(one.id, one)
    if (one.measure && isBetter(one, measures.get(one.id))) measures.set(one.id, one)
  }
  return [...ids].map((id) => {
    const [told, read] = [states.get(id), measures.get(id)]
    const times = [told, read].flatMap((one) => one?.observedAt ?? [])
    return {
      id,
      states: told?.state?.states ?? statesWhenUntold,
      code: told?.state?.code ?? null,
      value: read?.measure?.value ?? null,
      unit: read?.measure?.unit ?? null,
      observedAt: Math.min(...times),
    }
  })
}

function isLater(one: Said, other: Said | undefined): boolean {
  return !other || one.observedAt >= other.observedAt
}

function isBetter(one: Said, other: Said | undefined): boolean {
  const order = ({ measure }: Said) => UNIT_ORDER.indexOf(measure?.unit ?? null)
  if (!other || order(one) < order(other)) return true
  return order(one) === order(other) && isLater(one, other)
}
