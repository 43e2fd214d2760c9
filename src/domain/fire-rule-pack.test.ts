import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILDING_CLASSES, type FireDevice, type FireReading } from './fire'
import { CLAUSES, judge } from './fire-clauses'
import type { PackCause } from './fire-rule-fields'
import {
  adoptRulePack,
  clausesOf,
  DEFAULT_RULE_PACK,
  readRulePack,
  writeRulePack,
} from './fire-rule-pack'

const LINE = {
  buildingClass: 'street',
  kind: 'hydrant-pressure',
  condition: 'flowing',
  comparator: '>=',
  limit: 0.14,
  unit: 'MPa',
  hysteresis: 0.01,
  delayS: 60,
  clause: 'GB 50974-2014 7.2.8',
}
/** The pack with its only rule on line 5, from column 5. */
const withLine = (over: Record<string, unknown>, ...more: object[]) =>
  `{\n  "version": "2",\n  "authorRole": "防火监督",\n  "lines": [\n${[
    { ...LINE, ...over },
    ...more,
  ]
    .map((line) => `    ${JSON.stringify(line)}`)
    .join(',\n')}\n  ]\n}`
const faultsOf = (text: string) => {
  const answer = readRulePack(text)
  return answer.ok ? [] : answer.faults
}

describe('a rule pack', () => {
  it('says by default what the clauses say, 0.01 MPa and 60 s', () => {
    expect(clausesOf(DEFAULT_RULE_PACK)).toEqual(CLAUSES)
    const pressures = DEFAULT_RULE_PACK.lines.filter(({ unit }) => unit === 'MPa')
    expect(pressures.length).toBeGreaterThan(10)
    for (const line of pressures) expect(line).toMatchObject({ hysteresis: 0.01, delayS: 60 })
  })
  it('is read back as it was written', () => {
    expect(readRulePack(writeRulePack(DEFAULT_RULE_PACK))).toEqual({
      ok: true,
      pack: DEFAULT_RULE_PACK,
      // One rule a line, after the four lines of the head.
      lineNumbers: DEFAULT_RULE_PACK.lines.map((_, i) => i + 5),
    })
  })
  it('takes what a person types: blanks, a byte order mark, the mark of sureness left out', () => {
    const answer = readRulePack(`\uFEFF${withLine({ limit: 0.16 })}\r\n\t`)
    expect(answer).toMatchObject({
      ok: true,
      pack: { authorRole: '防火监督', lines: [{ limit: 0.16, sureness: 'K', isAdvisory: false }] },
    })
  })
  it('changes what a reading is held against', () => {
    const answer = readRulePack(withLine({ limit: 0.16 }))
    const device = { kind: 'hydrant-pressure', buildingClass: 'street', condition: 'flowing' }
    const reading = { value: 0.15, unit: 'MPa' } as FireReading
    const clauses = answer.ok ? clausesOf(answer.pack) : []
    expect(judge(device as FireDevice, reading).is).toBe('ok')
    expect(judge(device as FireDevice, reading, clauses).is).toBe('below')
  })
  it('holds an upper limit beside the lower one', () => {
    const answer = readRulePack(withLine({}, { ...LINE, comparator: '<=', limit: 0.6 }))
    const clauses = answer.ok ? clausesOf(answer.pack) : []
    const street = {
      kind: 'hydrant-pressure',
      buildingClass: 'street',
      condition: 'flowing',
    } as const
    const is = (value: number) => judge(street, { value, unit: 'MPa' }, clauses).is
    expect([0.13, 0.14, 0.6, 0.61].map(is)).toEqual(['below', 'ok', 'ok', 'above'])
  })
})

describe('a wrong rule pack', () => {
  it.each<[string, PackCause, number, number, string | null]>([
    ['', 'syntax', 1, 1, null],
    ['{\n  "version": "2",\n', 'syntax', 3, 1, null],
    ['{\n  "version"； "2"\n}', 'syntax', 2, 12, '；'],
    ['{"version": "2"} x', 'syntax', 1, 18, 'x'],
    ['{\r\n  "version": 01\r\n}', 'syntax', 2, 14, '0'],
    ['{"version": "a\nb"}', 'syntax', 1, 13, '"'],
    ['{\n "version": "2",\n "version": "3"\n}', 'duplicate-key', 3, 2, 'version'],
    ['[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]', 'too-deep', 1, 10, '['],
    ['[]', 'type', 1, 1, null],
    [`"${'x'.repeat(200_000)}"`, 'too-long', 1, 200_001, null],
    ['{"version": "2", "authorRole": "r", "lines": []}', 'no-lines', 1, 46, null],
  ])('%#: is refused with its place', (text, cause, line, column, detail) => {
    expect(faultsOf(text)[0]).toEqual({ line, column, cause, detail })
  })
  it.each<[string, PackCause, string, string | null]>([
    [withLine({ limit: undefined }), 'missing', '{"buildingClass', 'limit'],
    [withLine({ operator: 'Li' }), 'unknown-key', '"operator"', 'operator'],
    [withLine({ limit: '0.14' }), 'type', '"0.14"', null],
    [withLine({ limit: -0.1 }), 'range', '-0.1,', '-0.1'],
    [withLine({ limit: 14 }), 'range', '14,', '14'],
    [withLine({ hysteresis: 0.2 }), 'range', '0.2,', '0.2'],
    [withLine({ delayS: 7200 }), 'range', '7200,', '7200'],
    [withLine({ kind: 'smoke' }), 'word', '"smoke"', 'smoke'],
    [withLine({ buildingClass: 'unknown' }), 'word', '"unknown"', 'unknown'],
    [withLine({ comparator: '<' }), 'word', '"<"', '<'],
    [withLine({ clause: '  ' }), 'empty', '"  "', null],
    [withLine({ clause: 'x'.repeat(81) }), 'too-long', '"xxx', 'x'.repeat(80)],
    [withLine({ sureness: '3' }), 'word', '"3"', '3'],
    [withLine({ isAdvisory: 'no' }), 'type', '"no"', null],
    [withLine({ unit: 'bar' }), 'word', '"bar"', 'bar'],
    [withLine({ unit: 'm³' }), 'unit', '"m³"', 'm³'],
    [withLine({ condition: null }), 'condition', 'null', null],
    [withLine({ kind: 'power', unit: 'V' }), 'condition', '"flowing"', 'flowing'],
  ])('%#: is refused with its rule and the word in it', (text, cause, there, detail) => {
    const [first] = faultsOf(text)
    expect(first).toMatchObject({ line: 5, cause, detail })
    expect(text.split('\n')[4]?.indexOf(there)).toBe((first?.column ?? 0) - 1)
  })
  it.each<[object, PackCause, string]>([
    [LINE, 'duplicate-line', 'street hydrant-pressure flowing MPa >='],
    [
      { ...LINE, comparator: '<=', limit: 0.15 },
      'contradiction',
      'street hydrant-pressure flowing MPa <=',
    ],
  ])('is one whose second rule is at odds with its first: %#', (second, cause, detail) => {
    expect(faultsOf(withLine({}, second))).toEqual([{ line: 6, column: 5, cause, detail }])
    const other = { ...LINE, comparator: '<=', limit: 0.16 }
    expect(faultsOf(withLine({}, other))).toEqual([])
  })
  it('is told all its faults at once, in the order of the text', () => {
    const faults = faultsOf(withLine({ limit: -1, unit: 'bar' }, { ...LINE, kind: 'pump' }))
    expect(faults.map(({ line, cause }) => [line, cause])).toEqual([
      [5, 'range'],
      [5, 'word'],
      [6, 'word'],
    ])
  })
  it('changes nothing', () => {
    const wrong = adoptRulePack(DEFAULT_RULE_PACK, withLine({ limit: 14 }))
    expect(wrong.pack).toBe(DEFAULT_RULE_PACK)
    expect(wrong.faults).toMatchObject([{ line: 5, cause: 'range' }])
    const right = adoptRulePack(DEFAULT_RULE_PACK, withLine({}))
    expect(right).toMatchObject({ pack: { version: '2' }, faults: [] })
  })
  it('is one that goes by the version in use', () => {
    const inUse = { ...DEFAULT_RULE_PACK, version: '2' }
    expect(adoptRulePack(inUse, withLine({}))).toEqual({
      pack: inUse,
      faults: [{ line: 2, column: 14, cause: 'same-version', detail: '2' }],
    })
  })
  it('never throws, and points into the text', () => {
    const whole = writeRulePack(DEFAULT_RULE_PACK)
    const struck = fc
      .record({
        at: fc.nat({ max: whole.length - 1 }),
        by: fc.constantFrom('', '"', '{', ']', ',', '\\', '9', '\n', '，', '\u0000', 'null'),
        cut: fc.nat({ max: 20 }),
      })
      .map(({ at, by, cut }) => whole.slice(0, at) + by + whole.slice(at + cut))
    fc.assert(
      fc.property(fc.oneof(struck, fc.string()), (text) => {
        const rows = text.split(/\r\n|\r|\n/)
        for (const { line, column } of faultsOf(text)) {
          expect(line).toBeLessThanOrEqual(rows.length)
          expect(column).toBeLessThanOrEqual((rows[line - 1]?.length ?? 0) + 1)
        }
      }),
      { numRuns: 500 },
    )
  })
  it('is JSON wherever JSON.parse takes it', () => {
    const json = fc.json({ maxDepth: 3 }).filter((text) => !/\p{Cc}|"__proto__"/u.test(text))
    fc.assert(
      fc.property(json, (text) => {
        expect(faultsOf(text).map(({ cause }) => cause)).not.toContain('syntax')
      }),
    )
  })
  it('knows every class of building', () => {
    for (const buildingClass of BUILDING_CLASSES)
      expect(readRulePack(withLine({ buildingClass })).ok).toBe(buildingClass !== 'unknown')
  })
})
