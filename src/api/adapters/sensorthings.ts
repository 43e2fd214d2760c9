import * as z from 'zod/mini'
import type { FireReading, FireState } from '../../domain/fire'
import type { EpochMs } from '../../domain/time'
import { idWire, textWire, timeWire } from '../wire'
import {
  type CommonSettings,
  type FireAdapter,
  joinSaid,
  type Said,
  type SetAside,
  type Untranslated,
} from './adapter'

export interface SensorThingsSettings extends CommonSettings {
  /** The source's words, codes or truth values for states, in lower case: `{ '1': 'alarm', 'false': 'normal' }`. */
  readonly states: Readonly<Record<string, FireState>>
  /** The register's id of a Thing; by default its `@iot.id`. */
  readonly idOf: (thing: { id: string; properties: Readonly<Record<string, unknown>> }) => string
}

const DEFAULTS: SensorThingsSettings = {
  statesWhenUntold: [],
  states: {
    normal: 'normal',
    ok: 'normal',
    alarm: 'alarm',
    fire: 'alarm',
    supervisory: 'supervisory',
    fault: 'fault',
    trouble: 'fault',
    disabled: 'disabled',
    正常: 'normal',
    火警: 'alarm',
    监管: 'supervisory',
    故障: 'fault',
    屏蔽: 'disabled',
  },
  idOf: ({ id }) => id,
}

/** By UCUM code; case tells MPa from mPa. The value divided by the number is in our unit. */
const UNITS = new Map<string, readonly [number, FireReading['unit']]>([
  ['MPa', [1, 'MPa']],
  ['kPa', [1_000, 'MPa']],
  ['Pa', [1_000_000, 'MPa']],
  ['bar', [10, 'MPa']],
  ['m', [1, 'm']],
  ['cm', [100, 'm']],
  ['m3', [1, 'm³']],
  ['m³', [1, 'm³']],
  ['L', [1_000, 'm³']],
  ['%', [1, '%']],
  ['V', [1, 'V']],
])

const iotId = z.union([idWire, z.int()])
const observationWire = z.object({
  '@iot.id': z.optional(iotId),
  phenomenonTime: z.optional(z.nullable(z.string())),
  resultTime: z.optional(z.nullable(z.string())),
  result: z.unknown(),
  Datastream: z.object({
    observationType: z.optional(z.string()),
    unitOfMeasurement: z.optional(
      z.nullable(
        z.object({
          symbol: z.optional(z.nullable(textWire)),
          definition: z.optional(z.nullable(textWire)),
        }),
      ),
    ),
    Thing: z.object({
      '@iot.id': iotId,
      properties: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
    }),
  }),
})
type ObservationWire = z.infer<typeof observationWire>

const answerWire = z.object({
  '@iot.nextLink': z.optional(z.nullable(z.string())),
  value: z.array(z.unknown()),
})

/** The parsed body of `Observations?$expand=Datastream($expand=Thing)` (OGC 18-088, SensorThings 1.0 and 1.1). */
export const readSensorThings: FireAdapter<unknown, SensorThingsSettings> = (answer, over = {}) => {
  const settings = { ...DEFAULTS, ...over }
  const setAside: SetAside[] = []
  const untranslated = new Map<string, Untranslated>()
  const said: Said[] = []
  const body = answerWire.safeParse(answer)
  if (!body.success) setAside.push({ where: '', cause: 'shape', detail: null })
  for (const [i, raw] of (body.data?.value ?? []).entries()) {
    const parsed = observationWire.safeParse(raw)
    const fail = (cause: SetAside['cause'], detail: string | null = null) =>
      setAside.push({ where: `${parsed.data?.['@iot.id'] ?? `#${i}`}`, cause, detail })
    if (!parsed.success) {
      fail('shape', parsed.error.issues[0]?.path.join('.') ?? null)
      continue
    }
    const { Thing } = parsed.data.Datastream
    const id = settings.idOf({ id: `${Thing['@iot.id']}`, properties: Thing.properties ?? {} })
    const observedAt = timeOf(parsed.data)
    const content = contentOf(parsed.data, settings)
    if (observedAt === null) fail('time', parsed.data.phenomenonTime ?? null)
    else if (content === null) fail('result', textOf(parsed.data.result))
    else {
      const { unknown, ...told } = content
      if (unknown) untranslated.set(`${id} ${unknown.what}`, { id, ...unknown })
      said.push({ id, observedAt, ...told })
    }
  }
  return {
    readings: joinSaid(said, settings.statesWhenUntold),
    inTest: [],
    untranslated: [...untranslated.values()],
    setAside,
    isPartial: typeof body.data?.['@iot.nextLink'] === 'string',
  }
}

/** Of anything at all: an object may have no text of its own. */
function textOf(result: unknown): string {
  return (typeof result === 'object' ? 'object' : String(result)).slice(0, 80)
}

type Content = Pick<Said, 'state' | 'measure'> & {
  readonly unknown: Omit<Untranslated, 'id'> | null
}

/** Null: nothing that could be a state or a value. */
function contentOf(
  { result, Datastream }: ObservationWire,
  settings: SensorThingsSettings,
): Content | null {
  const { observationType = '', unitOfMeasurement } = Datastream
  const isScalar = ['string', 'number', 'boolean'].includes(typeof result)
  const word = isScalar ? String(result).trim() : ''
  if (word === '') return null
  const isCategory = /OM_(Category|Truth)Observation$/.test(observationType)
  if (!isCategory && Number.isFinite(Number(word)) && typeof result !== 'boolean') {
    const symbol = unitOfMeasurement?.symbol?.trim() ?? ''
    const [divisor, unit] = unitOf(symbol, unitOfMeasurement?.definition ?? '')
    const unknown = unit === null && symbol !== '' ? { what: 'unit' as const, word: symbol } : null
    return { state: null, measure: { value: quotient(Number(word), divisor), unit }, unknown }
  }
  const key = word.toLowerCase()
  const known = Object.hasOwn(settings.states, key) ? settings.states[key] : undefined
  if (known) return { state: { states: [known], code: null }, measure: null, unknown: null }
  // Truth of what, nobody said.
  if (typeof result === 'boolean') return null
  const code = /^\d{1,3}$/.test(word) && Number(word) <= 255 ? Number(word) : null
  const unknown = { what: 'state' as const, word: word.slice(0, 80) }
  return { state: { states: ['unknown'], code }, measure: null, unknown }
}

/** 1.4 bar are 0.14 MPa, and not the hair less that floating point makes of it, which would be under a limit. */
function quotient(value: number, divisor: number): number {
  return divisor === 1 ? value : Number((value / divisor).toPrecision(12))
}

function unitOf(symbol: string, definition: string): readonly [number, FireReading['unit']] {
  return UNITS.get(symbol) ?? UNITS.get(definition.replace(/^ucum:/, '')) ?? [1, null]
}

/** When it was so: the end of an interval; where that is not told, when it was known. Never without an offset. */
function timeOf({ phenomenonTime, resultTime }: ObservationWire): EpochMs | null {
  const text = (phenomenonTime ?? resultTime ?? '').split('/').at(-1)
  const time = timeWire.safeParse(text)
  return time.success ? time.data : null
}
