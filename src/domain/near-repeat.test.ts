import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceM } from './geo'
import { nearPairs } from './near-pairs'
import { LEAST_NEAR, nearRepeat, SPACE_LIMITS_M, TIME_LIMITS_DAYS, watchCells } from './near-repeat'
import { DAY_MS, HOUR_MS } from './time'

const METRE = 1 / 111_195

interface Case {
  /** Metres east and north of a place at the equator. */
  readonly x: number
  readonly y: number
  readonly day: number
}

const question = (cases: readonly Case[], runs?: number) => ({
  lng: Float64Array.from(cases, ({ x }) => x * METRE),
  lat: Float64Array.from(cases, ({ y }) => y * METRE),
  occurredAt: Float64Array.from(cases, ({ day }) => day * DAY_MS),
  seed: 7,
  ...(runs !== undefined && { runs }),
})

describe('near pairs', () => {
  const point = fc.record({
    lng: fc.double({ min: 106.7, max: 106.712, noNaN: true }),
    lat: fc
      .constantFrom(-33, 0, 26.6, 59.9)
      .chain((south) =>
        fc.double({ min: 0, max: 0.012, noNaN: true }).map((north) => ({ south, north })),
      ),
  })
  test('are those that every pair measured by itself would give', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(-33, 0, 26.6, 59.9),
        fc.array(point, { maxLength: 40 }),
        (south, points) => {
          const at = points.map(({ lng, lat }) => [lng, south + lat.north] as const)
          const pairs = nearPairs(
            Float64Array.from(at, ([lng]) => lng),
            Float64Array.from(at, ([, lat]) => lat),
            SPACE_LIMITS_M,
          )
          const found = SPACE_LIMITS_M.map((_, band) => {
            const ids: string[] = []
            for (let i = pairs?.starts[band] ?? 0; i < (pairs?.starts[band + 1] ?? 0); i++)
              ids.push([pairs?.a[i], pairs?.b[i]].toSorted((a, b) => (a ?? 0) - (b ?? 0)).join())
            return ids.toSorted()
          })
          const naive: string[][] = SPACE_LIMITS_M.map(() => [])
          at.forEach((a, i) => {
            for (let j = 0; j < i; j++) {
              const metres = distanceM(a, at[j] as (typeof at)[number])
              // At the very limit the two ways of measuring may differ by a hair.
              fc.pre(SPACE_LIMITS_M.every((limit) => Math.abs(metres - limit) > 1e-3))
              naive[SPACE_LIMITS_M.findIndex((limit) => metres <= limit)]?.push(`${j},${i}`)
            }
          })
          expect(found).toEqual(naive.map((ids) => ids.toSorted()))
        },
      ),
    )
  })

  test('more than a machine can bear are refused, not cut', () => {
    const here = new Float64Array(100)
    expect(nearPairs(here, here, [5], 4_949)).toBeNull()
    expect(nearPairs(here, here, [5], 4_950)?.a).toHaveLength(4_950)
  })
})

describe('the Knox table', () => {
  /**
   * Knox 1964, childhood leukaemia in Northumberland and Durham: 96 cases, so 4,560 pairs; 152 near in time, 25 near in
   * space, 5 in both, 0.83 expected. The margins and the five are built here with limits of ours.
   */
  function knox1964(): Case[] {
    const places = [7, 3, 2].flatMap((size, group) =>
      Array.from({ length: size }, (_, i) => ({ x: group * 5_000 + i * 10, y: 0 })),
    )
    while (places.length < 96) places.push({ x: places.length * 5_000, y: 50_000 })
    const days = [13, 12, 4, 2, 2].flatMap((size, group) =>
      new Array<number>(size).fill(group * 30),
    )
    while (days.length < 96) days.push(1_000 + days.length * 30)
    // Four of the first group and one pair more share their time: with 13 + 12 + 4 + 2 + 2 simultaneous cases, the
    // cluster of seven takes three of one time and two of another (3 + 1 pairs), the pair takes two of a third (1).
    const [a, b, c] = [
      [0, 1, 2],
      [13, 14],
      [25, 26],
    ]
    const ofCluster = [...a, ...b, 40, 41]
    const ofThree = [42, 43, 44]
    const order = [...ofCluster, ...ofThree, ...c]
    const rest = days.map((_, i) => i).filter((i) => !order.includes(i))
    return [...order, ...rest].map((dayAt, i) => ({
      ...(places[i] as { x: number; y: number }),
      day: days[dayAt] as number,
    }))
  }

  test('gives Knox’s figures for Knox’s margins', () => {
    const result = nearRepeat(question(knox1964(), 1_999))
    if (!result.ok) throw new Error(result.why)
    const near = result.table[1]?.[0]
    expect(near?.observed).toBe(5)
    // 25 x 152 / 4,560; four standard errors of 1,999 runs.
    expect(Math.abs((near?.expected ?? 0) - (25 * 152) / 4_560)).toBeLessThan(0.1)
    // Knox's 0.0016 supposes independent pairs; pairs of one cluster are not.
    expect(near?.p).toBeLessThan(0.05)
    expect(result.isClustered).toBe(true)
  })

  test('counts what every pair looked at by itself would count', () => {
    const cases = scattered(60, 3)
    const result = nearRepeat(question(cases, 1))
    if (!result.ok) throw new Error(result.why)
    const naive = SPACE_LIMITS_M.map(() => TIME_LIMITS_DAYS.map(() => 0))
    cases.forEach((a, i) => {
      for (const b of cases.slice(0, i)) {
        const band = SPACE_LIMITS_M.findIndex((limit) => Math.hypot(a.x - b.x, a.y - b.y) <= limit)
        const time = TIME_LIMITS_DAYS.findIndex((limit) => Math.abs(a.day - b.day) < limit)
        if (band >= 0 && time >= 0) (naive[band] as number[])[time]!++
      }
    })
    expect(result.table.map((row) => row.map(({ observed }) => observed))).toEqual(naive)
  })

  test('expects what the margins say, and rings for chance no more often than it may', () => {
    let rings = 0
    for (let seed = 1; seed <= 40; seed++) {
      const cases = scattered(60, seed)
      const result = nearRepeat({ ...question(cases, 99), seed })
      if (!result.ok) throw new Error(result.why)
      if (result.isClustered) rings++
    }
    // One in twenty may: 2 of 40, and 6 would come up once in seventy trials.
    expect(rings).toBeLessThanOrEqual(6)
  })

  test('a busy place and a busy week, unconnected, are no finding', () => {
    const random = lcg(11)
    const cases = Array.from({ length: 120 }, () => ({
      x: random() < 0.5 ? random() * 300 : random() * 20_000,
      y: random() * 300,
      day: random() < 0.5 ? 20 + random() * 7 : random() * 56,
    }))
    const result = nearRepeat(question(cases, 199))
    expect(result.ok && result.isClustered).toBe(false)
  })

  test('one call noted twice is a repeat at one place, never a near one', () => {
    const cases = scattered(40, 5, 50_000)
    const result = nearRepeat(question([...cases, ...cases], 49))
    if (!result.ok) throw new Error(result.why)
    expect(result.table[0]?.[0]?.observed).toBe(40)
    expect(result.table[1]?.[0]?.observed).toBe(0)
    expect(result.isClustered).toBe(false)
  })

  test('the same seed gives the same answer, and progress is told run by run', () => {
    const told: string[] = []
    const first = nearRepeat(question(scattered(40, 2), 5), (done, runs) =>
      told.push(`${done}/${runs}`),
    )
    expect(told).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5'])
    expect(nearRepeat(question(scattered(40, 2), 5))).toEqual(first)
  })

  test('too few, and too short a record, are refused with their reason', () => {
    const few = scattered(LEAST_NEAR - 1, 1)
    expect(nearRepeat(question(few))).toEqual({ ok: false, why: 'too-few', count: LEAST_NEAR - 1 })
    const noPlace = scattered(LEAST_NEAR, 1).map((one, i) => (i ? one : { ...one, x: Number.NaN }))
    expect(nearRepeat(question(noPlace))).toMatchObject({ ok: false, why: 'too-few' })
    const short = scattered(50, 1).map((one) => ({ ...one, day: one.day / 5 }))
    expect(nearRepeat(question(short))).toMatchObject({ ok: false, why: 'too-short' })
  })
})

describe('watch cells', () => {
  const now = 100 * DAY_MS
  const at = (...hoursAgo: number[]) => ({
    lng: Float64Array.from(hoursAgo, () => 106.7),
    lat: Float64Array.from(hoursAgo, () => 26.6),
    occurredAt: Float64Array.from(hoursAgo, (hours) => now - hours * HOUR_MS),
  })

  test('end by themselves seven days after the incident', () => {
    expect(watchCells(at(7 * 24 - 1), now)).toMatchObject([{ until: now + HOUR_MS, count: 1 }])
    expect(watchCells(at(7 * 24), now)).toEqual([])
    expect(watchCells(at(-1), now)).toEqual([])
  })

  test('one place has one cell, which ends with the last incident’s time', () => {
    expect(watchCells(at(100, 3), now)).toMatchObject([
      { count: 2, from: now - 100 * HOUR_MS, until: now + 7 * DAY_MS - 3 * HOUR_MS },
    ])
  })
})

function scattered(count: number, seed: number, widthM = 2_000): Case[] {
  const random = lcg(seed)
  return Array.from({ length: count }, () => ({
    x: random() * widthM,
    y: random() * widthM,
    day: random() * 56,
  }))
}

function lcg(seed: number): () => number {
  let state = seed * 7_919
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 0) / 4_294_967_296
  }
}
