import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decomposition, decompose, type SeasonSettings } from './season'

/** Airline passengers, thousands a month, 1949 to 1954 (Box & Jenkins 1976, series G). */
const AIRLINE = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170,
  170, 158, 133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180,
  193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237,
  211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
]
const of = (values: readonly (number | null)[], over: Partial<SeasonSettings> = {}) =>
  decompose(values, over) as Decomposition

describe('the decomposition', () => {
  // Wanted: trend, season and weight at five places by statsmodels 0.15.0, STL, whose procedure is the netlib Fortran.
  it.each([
    [
      'plain',
      { seasonSpan: 7, robustRounds: 0, passes: 2 },
      AIRLINE,
      [
        [0, 122.336798, -10.787507, 1],
        [11, 130.767688, -12.276575, 1],
        [30, 171.16877, 29.671553, 1],
        [47, 212.723752, -19.636121, 1],
        [71, 250.397024, -24.574361, 1],
      ],
    ],
    [
      'robust',
      { seasonSpan: 13, robustRounds: 15, passes: 1 },
      AIRLINE,
      [
        [0, 122.635256, -10.427532, 0.999068],
        [11, 130.770031, -11.092998, 0.961514],
        [30, 169.036462, 31.074651, 0.982831],
        [47, 209.035854, -17.652275, 0.908454],
        [71, 250.73388, -22.387394, 0.993642],
      ],
    ],
    [
      'with an outlier',
      { seasonSpan: 13, trendSpan: 23, robustRounds: 5, passes: 2 },
      AIRLINE.with(40, 400),
      [
        [0, 121.452464, -8.865534, 0.997401],
        [11, 131.677619, -12.052739, 0.954983],
        [30, 169.638161, 30.801251, 0.942547],
        [47, 209.637087, -17.985208, 0.897938],
        [71, 249.954502, -22.162006, 0.955614],
      ],
    ],
  ] as const)('equals the reference, %s', (_, settings, values, wanted) => {
    const { trend, season, weight } = of(values, { cycle: 12, ...settings })
    for (const [i, ...parts] of wanted)
      [trend, season, weight].forEach((part, k) => {
        expect(part[i]).toBeCloseTo(parts[k] as number, 5)
      })
  })

  const WEEK = [0, 2, 1, 3, 8, 12, 6]
  const weekly = (weeks: number, level = (i: number) => 100 + i / 10) =>
    Array.from({ length: 7 * weeks }, (_, i) => level(i) + (WEEK[i % 7] as number))

  it('finds a week on a straight line, and nothing else', () => {
    const { season, trend, rest, seasonStrength } = of(weekly(12))
    const mean = WEEK.reduce((sum, day) => sum + day, 0) / 7
    season.forEach((value, i) => {
      expect(value).toBeCloseTo((WEEK[i % 7] as number) - mean, 6)
      expect(trend[i]).toBeCloseTo(100 + i / 10 + mean, 6)
      expect(rest[i]).toBeCloseTo(0, 6)
    })
    expect(seasonStrength).toBeCloseTo(1, 6)
  })

  it('is not bent by an outlier, which has no weight', () => {
    const wild = weekly(12).with(40, 900)
    const noisy = wild.map((value, i) => value + (((i * 37) % 11) - 5) / 5)
    const calm = weekly(12).map((value, i) => value + (((i * 37) % 11) - 5) / 5)
    const { season, weight, rest } = of(noisy)
    expect(weight[40]).toBe(0)
    expect(rest[40]).toBeGreaterThan(700)
    expect(season[40]).toBeCloseTo(of(calm).season[40] as number, 1)
  })

  it('leaves gaps as gaps, and what stands beside them is as good', () => {
    const gaps = new Set([3, 20, 21, 22, 23, 24, 25, 26, 27, 28, 60])
    const holed = weekly(12).map((value, i) => (gaps.has(i) ? null : value))
    const parts = of(holed)
    parts.trend.forEach((value, i) => {
      for (const part of [parts.trend, parts.season, parts.rest, parts.weight])
        expect(part[i] === null).toBe(gaps.has(i))
      if (value !== null) expect(parts.rest[i]).toBeCloseTo(0, 5)
    })
  })

  it('adds up, and tells no season where there is none', () => {
    const noise = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { freq: 9 }), {
      minLength: 70,
      maxLength: 120,
    })
    fc.assert(
      fc.property(noise, (values) => {
        const parts = decompose(values)
        if ('refused' in parts) return
        values.forEach((value, i) => {
          if (value === null) {
            expect(parts.trend[i]).toBeNull()
            return
          }
          const sum = (parts.trend[i] ?? 0) + (parts.season[i] ?? 0) + (parts.rest[i] ?? 0)
          expect(sum).toBeCloseTo(value, 6)
        })
        expect(parts.seasonStrength).toBeLessThan(0.7)
      }),
      { numRuns: 8 },
    )
  })

  it.each([
    ['too-short', weekly(3), {}],
    ['too-short', [], {}],
    ['too-many-gaps', weekly(8).map((value, i) => (i % 7 === 2 ? null : value)), {}],
    ['too-many-gaps', weekly(8).map((value, i) => (i < 30 ? Number.NaN : value)), {}],
    ['bad-settings', weekly(8), { cycle: 1 }],
    ['bad-settings', weekly(8), { seasonSpan: 8 }],
    ['bad-settings', weekly(8), { trendSpan: 4 }],
    ['bad-settings', weekly(8), { robustRounds: -1 }],
    ['bad-settings', weekly(8), { passes: 0 }],
  ] as const)('refuses: %s', (refused, values, settings) => {
    expect(decompose(values, settings)).toEqual({ refused })
  })
})
