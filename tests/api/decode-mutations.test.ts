import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecodedAnswer, decodeAnswer, type Refusal } from '../../src/api/decode'
import type { FeedRecord } from '../../src/api/feed'
import { FEED_IDS, type FeedId } from '../../src/api/feeds'
import { isPersonalField } from '../../src/api/personal'
import { takeAnswer } from '../../src/api/snapshot'
import { bytesOf, validAnswer, type WireAnswer } from './valid-answers'

/** Mutations of each of three kinds: 10,500 per feed in CI, 210,000 with LONG=1. */
const RUNS = process.env.LONG === '1' ? 70_000 : 3_500
/** A bound for a machine under load; a pass takes about a second. */
const TIME_MS = RUNS * 10
const SEED = 20261122
const JSON_TYPE = 'application/json'

/** Stands for a number that JSON can write and JavaScript cannot hold. */
const HUGE = '@@1.5e+9999@@'
const textOf = (value: unknown) => JSON.stringify(value).replaceAll(`"${HUGE}"`, '1.5e+9999')

const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    '',
    0,
    -1,
    1e308,
    -181,
    180,
    90.000001,
    360,
    HUGE,
    'x'.repeat(300),
    '<img src=x onerror=alert(1)>',
    '2026-13-01T00:00:00Z',
    '2026-11-22T08:00:00',
    '9999-12-31T23:59:59+23:59',
    [],
    {},
    [[[0]]],
    nested(2_000),
    JSON.parse('{"__proto__":{"id":"polluted"}}'),
    { length: 1e9 },
  ),
  fc.double(),
  fc.string(),
)

const fieldName = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'idCard',
  'driver_name',
  'phone',
  'plate',
  'extra',
  'id',
  'position',
)

type Path = readonly (string | number)[]

/** Every place in a JSON value that a mutation can strike. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || path.length > 8) return [path]
  return [path, ...Object.entries(value).flatMap(([k, v]) => placesOf(v, [...path, k]))]
}

/** A copy with the value at `path` replaced by `change(value)`; undefined deletes it. */
function strike(value: unknown, path: Path, change: (v: unknown) => unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return change(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as never
  const struck = strike((value as never)[head], rest, change)
  if (struck === undefined) {
    if (Array.isArray(copy)) (copy as unknown[]).splice(Number(head), 1)
    else delete copy[head]
  } else Object.defineProperty(copy, head, { value: struck, enumerable: true, configurable: true })
  return copy
}

const change = fc.oneof(
  { weight: 3, arbitrary: nasty.map((bad) => () => bad) },
  { weight: 1, arbitrary: fc.constant(() => undefined) },
  {
    weight: 1,
    arbitrary: fc.tuple(fieldName, nasty).map(([field, bad]) => (v: unknown) => {
      if (typeof v !== 'object' || v === null || Array.isArray(v)) return bad
      const own = { value: bad, enumerable: true, configurable: true, writable: true }
      return Object.defineProperty({ ...v }, field, own)
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant((v: unknown) => (Array.isArray(v) ? [...v, ...v.slice(0, 2)] : [v, v])),
  },
)

/** `expect` costs more than a decode; this is called a million times. */
function must(holds: boolean, words: string): void {
  if (!holds) throw new Error(words)
}

/** Everything that must hold of an answer that was taken, whatever was sent. */
function expectWellFormed(feed: FeedId, answer: DecodedAnswer | Refusal, fields: Set<string>) {
  if (!answer.ok) return must(/^[a-z-]+$/.test(answer.cause), 'a refusal names its cause')
  must(answer.feed === feed, 'an answer of another feed was taken')
  must(Number.isFinite(answer.generatedAt), 'generatedAt is a time')
  const items = answer.items as readonly FeedRecord[]
  const { length } = answer.rejected
  must(new Set(items.map(({ id }) => id)).size === items.length, 'ids are unique')
  must(length <= 0.2 * (items.length + length), 'too many were set aside')
  for (const { reason, sample } of answer.rejected) {
    must(reason !== '' && sample.length <= 200, 'what is set aside says why, briefly')
  }
  for (const item of items) {
    const { id } = item
    must(typeof id === 'string' && id.length > 0 && id.length <= 128, 'an id is a short string')
    must(Number.isFinite(item.observedAt), 'observedAt is a time')
    expectSound(item, fields)
  }
  const { snapshot } = takeAnswer(null, answer)
  must(snapshot.items.length === items.length, 'the snapshot holds every item')
  must(snapshot.rejectedCount <= length, 'the snapshot counts what was set aside')
}

/** No number that is not finite, no position off the globe, no field that the domain does not know. */
function expectSound(value: unknown, fields: Set<string>): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} got in`)
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    if (typeof value[0] === 'number') {
      const [west, south, east = 0, north = 0] = value as number[]
      if (!(Math.abs(west!) <= 180 && Math.abs(south!) <= 90)) throw new Error(`at ${value}`)
      if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) throw new Error(`to ${value}`)
    }
    for (const element of value) expectSound(element, fields)
    return
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('prototype was touched')
  for (const [field, inner] of Object.entries(value)) {
    if (!fields.has(field)) throw new Error(`field ${field} got in`)
    expectSound(inner, fields)
  }
}

function fieldsOf(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) into.add(field)
      fieldsOf(inner, into)
    }
  }
  return into
}

function decoded(feed: FeedId, answer: unknown): DecodedAnswer {
  const result = decodeAnswer(feed, bytesOf(answer), JSON_TYPE)
  if (!result.ok) throw new Error(`a valid answer of ${feed} was refused: ${result.cause}`)
  return result
}

describe.each(FEED_IDS)('%s', (feed) => {
  const pool = fc.sample(validAnswer(feed, 6), { numRuns: 40, seed: SEED })
  const good = pool.map((answer) => decoded(feed, answer))
  const fields = fieldsOf(good.map(({ items }) => items))
  const which = fc.nat(pool.length - 1)
  const tally = { taken: 0, partial: 0, refused: 0 }
  const count = (answer: DecodedAnswer | Refusal) => {
    if (!answer.ok) tally.refused++
    else if (answer.rejected.length > 0) tally.partial++
    else tally.taken++
  }

  test('valid answers are taken whole', () => {
    for (const [i, { items, rejected, droppedPersonal }] of good.entries()) {
      expect(items.map(({ id }) => id)).toEqual(pool[i]!.items.map(({ id }) => id))
      expect([rejected.length, droppedPersonal]).toEqual([0, 0])
    }
    expect([...fields].filter((f) => f !== 'name' && isPersonalField(f))).toEqual([])
  })

  test(
    'a bad record never harms its neighbours',
    () => {
      const hit = { record: 0 }
      fc.assert(
        fc.property(which, fc.nat(5), fc.nat(), change, (i, at, where, how) => {
          const wire = pool[i] as WireAnswer
          const places = placesOf(wire.items[at])
          const struck = strike(wire.items[at], places[where % places.length]!, how)
          const items = wire.items.with(at, struck as never).filter((item) => item !== undefined)
          const bytes = new TextEncoder().encode(textOf({ ...wire, items }))
          const answer = decodeAnswer(feed, bytes, JSON_TYPE)
          count(answer)
          expectWellFormed(feed, answer, fields)
          if (!answer.ok)
            throw new Error(`one bad record of six refused the answer: ${answer.cause}`)
          const byId = new Map((answer.items as readonly FeedRecord[]).map((r) => [r.id, r]))
          const twin = (struck as { id?: unknown } | null | undefined)?.id
          good[i]!.items.forEach((neighbour, k) => {
            if (k === at || neighbour.id === twin) return
            must(isDeepStrictEqual(byId.get(neighbour.id), neighbour), 'a neighbour was harmed')
            hit.record++
          })
        }),
        { numRuns: RUNS, seed: SEED },
      )
      expect(hit.record).toBeGreaterThan(RUNS * 4)
    },
    TIME_MS,
  )

  test(
    'a struck envelope is refused or well formed',
    () => {
      fc.assert(
        fc.property(which, fc.nat(), fc.nat(), change, change, (i, a, b, first, second) => {
          const wire = pool[i]
          const places = placesOf(wire)
          // Half of the strikes fall on the envelope's own fields.
          const outer = places.filter((path) => path.length < 2)
          const struck = strike(
            wire,
            (a % 2 ? places : outer)[a % (a % 2 ? places : outer).length]!,
            first,
          )
          const again = placesOf(struck)
          const twice = b % 2 ? strike(struck, again[b % again.length]!, second) : struck
          const bytes = new TextEncoder().encode(twice === undefined ? '' : textOf(twice))
          const answer = decodeAnswer(feed, bytes, JSON_TYPE)
          count(answer)
          expectWellFormed(feed, answer, fields)
        }),
        { numRuns: RUNS, seed: SEED },
      )
    },
    TIME_MS,
  )

  test(
    'struck bytes are refused or well formed',
    () => {
      const texts = pool.map((answer) => bytesOf(answer))
      const blow = fc.record({
        at: fc.nat(),
        cut: fc.nat(4),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc
            .constantFrom(
              '1e999',
              '-',
              '.5',
              'e400',
              '\\u0000',
              '\u0000',
              '"',
              '}',
              ',',
              '[[',
              '\ufeff',
            )
            .map((text) => new TextEncoder().encode(text)),
        ),
        end: fc.boolean(),
      })
      fc.assert(
        fc.property(which, fc.array(blow, { minLength: 1, maxLength: 3 }), (i, blows) => {
          let bytes = texts[i]!
          for (const { at, cut, put, end } of blows) {
            const from = at % bytes.length
            const tail = end && at % 7 === 0 ? new Uint8Array() : bytes.subarray(from + cut)
            bytes = Uint8Array.from([...bytes.subarray(0, from), ...put, ...tail])
            if (bytes.length === 0) break
          }
          const answer = decodeAnswer(feed, bytes, JSON_TYPE)
          count(answer)
          expectWellFormed(feed, answer, fields)
        }),
        { numRuns: RUNS, seed: SEED },
      )
    },
    TIME_MS,
  )

  test('the mutations reached every kind of outcome', () => {
    expect(tally.taken + tally.partial + tally.refused).toBe(3 * RUNS)
    for (const [outcome, times] of Object.entries(tally)) {
      expect(times, outcome).toBeGreaterThan(RUNS / 20)
    }
  })
})
