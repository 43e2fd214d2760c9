import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSensorThings } from './sensorthings'

const OM = 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_'
const BASE = 'https://things.example/v1.1'
const thing = {
  '@iot.id': 'hydrant-0107',
  name: '消火栓 0107',
  properties: { register: 'fd-0107' },
}
const pressure = {
  '@iot.id': 11,
  name: '出水压力',
  observationType: `${OM}Measurement`,
  unitOfMeasurement: {
    name: 'Kilopascal',
    symbol: 'kPa',
    definition: 'http://unitsofmeasure.org/ucum.html#para-30',
  },
  Thing: thing,
}
const status = {
  '@iot.id': 12,
  name: '状态',
  observationType: `${OM}CategoryObservation`,
  unitOfMeasurement: { name: null, symbol: null, definition: null },
  Thing: thing,
}

/** `GET /v1.1/Observations?$expand=Datastream($expand=Thing)&$orderby=phenomenonTime desc&$top=3`, as servers answer. */
const RECORDED = {
  '@iot.count': 48_213,
  '@iot.nextLink': `${BASE}/Observations?$top=3&$skip=3&$orderby=phenomenonTime desc`,
  value: [
    {
      '@iot.id': 901,
      '@iot.selfLink': `${BASE}/Observations(901)`,
      phenomenonTime: '2026-11-22T13:00:05.120Z',
      resultTime: null,
      result: 138.5,
      'FeatureOfInterest@iot.navigationLink': `${BASE}/Observations(901)/FeatureOfInterest`,
      Datastream: pressure,
    },
    {
      '@iot.id': 900,
      '@iot.selfLink': `${BASE}/Observations(900)`,
      phenomenonTime: '2026-11-22T13:00:00.000Z',
      resultTime: '2026-11-22T13:00:01.000Z',
      result: 'Normal',
      Datastream: status,
    },
    {
      '@iot.id': 899,
      '@iot.selfLink': `${BASE}/Observations(899)`,
      phenomenonTime: '2026-11-22T20:58:00+08:00/2026-11-22T20:59:00+08:00',
      resultTime: null,
      result: '7.25',
      Datastream: {
        ...pressure,
        '@iot.id': 13,
        unitOfMeasurement: { name: 'metre', symbol: '米', definition: 'ucum:m' },
        Thing: { '@iot.id': 42, name: '水池', properties: null },
      },
    },
  ],
}
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`)
const one = (over: object, datastream: object = pressure) => {
  const record = { ...RECORDED.value[0], Datastream: datastream, ...over }
  return readSensorThings({ value: [record] })
}

describe('a recorded answer', () => {
  it('tells the state and the value of a thing, as old as the older of the two', () => {
    expect(readSensorThings(RECORDED)).toEqual({
      readings: [
        {
          id: 'hydrant-0107',
          states: ['normal'],
          code: null,
          value: 0.1385,
          unit: 'MPa',
          observedAt: at('13:00:00.000'),
        },
        // An interval counts from its end; a number may come as text, its unit by UCUM code alone.
        { id: '42', states: [], code: null, value: 7.25, unit: 'm', observedAt: at('12:59:00') },
      ],
      inTest: [],
      untranslated: [],
      setAside: [],
      isPartial: true,
    })
  })
  it('goes by the ids of the register and by what a silent state is taken for', () => {
    const { readings } = readSensorThings(RECORDED, {
      idOf: ({ id, properties }) => `${properties.register ?? id}`,
      statesWhenUntold: ['normal'],
    })
    expect(readings).toMatchObject([{ id: 'fd-0107' }, { id: '42', states: ['normal'] }])
  })
  it('is whole where no link leads on', () => {
    expect(readSensorThings({ value: RECORDED.value }).isPartial).toBe(false)
  })
})

describe('a state', () => {
  it.each([
    ['火警', ['alarm'], null],
    ['Fault', ['fault'], null],
    ['监管', ['supervisory'], null],
    [9, ['unknown'], 9],
    ['129', ['unknown'], 129],
    ['smouldering', ['unknown'], null],
    [300, ['unknown'], null],
    ['constructor', ['unknown'], null],
  ])('%s keeps its code where this build does not know it', (result, states, code) => {
    const { readings, untranslated } = one({ result }, status)
    expect(readings).toMatchObject([{ states, code, value: null }])
    expect(untranslated).toEqual(
      states[0] === 'unknown' ? [{ id: 'hydrant-0107', what: 'state', word: `${result}` }] : [],
    )
  })
  it('may be a code or a truth value, where the source’s words are given', () => {
    const states = { '1': 'alarm', true: 'alarm' } as const
    for (const result of [1, true]) {
      const record = { ...RECORDED.value[1], result }
      expect(readSensorThings({ value: [record] }, { states }).readings).toMatchObject([
        { states: ['alarm'] },
      ])
    }
  })
})

describe('a value', () => {
  it.each([
    ['MPa', 0.14, 0.14, 'MPa'],
    ['bar', 1.4, 0.14, 'MPa'],
    ['Pa', 140_000, 0.14, 'MPa'],
    ['m3', 36, 36, 'm³'],
    ['%', 38, 38, '%'],
    ['V', 12.6, 12.6, 'V'],
  ])('in %s is in our unit', (symbol, result, value, unit) => {
    const datastream = { ...pressure, unitOfMeasurement: { symbol } }
    expect(one({ result }, datastream).readings).toMatchObject([{ value, unit }])
  })
  it('in a unit that is unknown or missing stays what it is, without a unit', () => {
    const strange = one({ result: 140 }, { ...pressure, unitOfMeasurement: { symbol: 'mPa' } })
    expect(strange.readings).toMatchObject([{ value: 140, unit: null }])
    expect(strange.untranslated).toEqual([{ id: 'hydrant-0107', what: 'unit', word: 'mPa' }])
    const missing = one({ result: 140 }, { ...pressure, unitOfMeasurement: null })
    expect(missing).toMatchObject({ readings: [{ value: 140, unit: null }], untranslated: [] })
  })
})

describe('a broken record', () => {
  it.each<[string, object, object, string]>([
    ['no thing', {}, { ...pressure, Thing: undefined }, 'shape'],
    ['no time', { phenomenonTime: null }, pressure, 'time'],
    ['a time without an offset', { phenomenonTime: '2026-11-22T13:00:05' }, pressure, 'time'],
    ['no result', { result: null }, pressure, 'result'],
    ['an empty result', { result: ' ' }, pressure, 'result'],
    ['a result that is an object', { result: { level: 1 } }, pressure, 'result'],
    [
      'truth of nobody knows what',
      { result: true },
      { ...status, observationType: `${OM}TruthObservation` },
      'result',
    ],
  ])('with %s is set aside under its id', (_what, over, datastream, cause) => {
    expect(one(over, datastream)).toMatchObject({
      readings: [],
      setAside: [{ where: cause === 'shape' ? '#0' : '901', cause }],
    })
  })
  it('leaves the others alone', () => {
    const answer = { value: [null, ...RECORDED.value] }
    expect(readSensorThings(answer).readings).toHaveLength(2)
  })
  it('that was known later than it was so counts from when it was so', () => {
    const { readings } = one({ phenomenonTime: null, resultTime: '2026-11-22T13:00:09Z' })
    expect(readings[0]?.observedAt).toBe(at('13:00:09'))
    expect(one({ resultTime: '2026-11-22T13:00:09Z' }).readings[0]?.observedAt).toBe(
      at('13:00:05.120'),
    )
  })
  it('never throws, whatever the answer', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ value: fc.array(fc.anything()) }),
      fc.anything().map((result) => ({ value: [{ ...RECORDED.value[0], result }] })),
      fc.anything().map((Thing) => ({
        value: [{ ...RECORDED.value[0], Datastream: { ...pressure, Thing } }],
      })),
    )
    fc.assert(
      fc.property(anything, (answer) => {
        for (const { value } of readSensorThings(answer).readings)
          expect(value === null || Number.isFinite(value)).toBe(true)
      }),
      { numRuns: 500 },
    )
    const nameless = { value: [{ ...RECORDED.value[0], result: { toString: null } }] }
    expect(readSensorThings(nameless).setAside).toMatchObject([{ cause: 'result' }])
    expect(readSensorThings('<html>')).toMatchObject({ setAside: [{ cause: 'shape' }] })
  })
})
