import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BeforeAfter, effectOf, effectOnShare } from './did-it-help'
import { displacementOf } from './displacement'

const area = (
  before: number | null,
  after: number | null,
  earlier: number | null = before,
  days = 56,
): BeforeAfter => ({
  before: { count: before, exposure: days },
  after: { count: after, exposure: days },
  earlier: { count: earlier, exposure: days },
})
const ALIKE = [area(200, 210), area(300, 290), area(250, 255), area(220, 215)]

describe('did it help', () => {
  it('is the ratio of ratios, with the variance of four counts (Farrington & Welsh 2006)', () => {
    // Relative effect size (a·d)/(b·c) = (100 · 90)/(50 · 100) = 1.8; ours is its inverse.
    const effect = effectOf(area(100, 50), [area(100, 90)])
    expect(effect.ratio).toBeCloseTo(1 / 1.8, 12)
    const error = Math.sqrt(1 / 100 + 1 / 50 + 1 / 100 + 1 / 90)
    expect(effect.z).toBeCloseTo(Math.log(1 / 1.8) / error, 12)
    expect(effect.low).toBeCloseTo(Math.exp(Math.log(1 / 1.8) - 3 * error), 9)
    expect(effect.cases).toBeCloseTo(50 - 90, 12)
    expect(effect).toMatchObject({ verdict: 'no-clear-difference', cautions: ['one-comparison'] })
  })

  it('says less than the comparison where it is, and never why', () => {
    expect(effectOf(area(300, 150), ALIKE)).toMatchObject({
      verdict: 'less-than-comparison',
      comparisons: 4,
      cautions: [],
    })
    expect(effectOf(area(300, 480), ALIKE).verdict).toBe('more-than-comparison')
    expect(effectOf(area(300, 280), ALIKE).verdict).toBe('no-clear-difference')
  })

  it('a fall that all areas share is no effect', () => {
    const fallen = [area(200, 105), area(300, 145), area(250, 127), area(220, 108)]
    expect(effectOf(area(300, 150), fallen).verdict).toBe('no-clear-difference')
  })

  it('an area that rose before is not comparable: it may be on its way back', () => {
    const chosen = effectOf(area(300, 150, 160), ALIKE)
    expect(chosen).toMatchObject({ verdict: 'not-comparable', cautions: ['rose-before'] })
    expect(chosen.ratio).toBeCloseTo(effectOf(area(300, 150), ALIKE).ratio as number, 12)
    expect(effectOf(area(300, 150, 600), ALIKE)).toMatchObject({
      verdict: 'not-comparable',
      cautions: ['fell-before'],
    })
  })

  it('says what it could not look at', () => {
    expect(effectOf(area(300, 150, null), ALIKE)).toMatchObject({
      verdict: 'less-than-comparison',
      cautions: ['unchecked-before'],
    })
    expect(effectOf(area(300, 150, 300, 14), ALIKE).cautions).toContain('short')
    const uneven = { ...area(300, 150), after: { count: 75, exposure: 28 } }
    expect(
      effectOf(
        uneven,
        ALIKE.map((a) => ({ ...a, after: { count: 110, exposure: 28 } })),
      ).cautions,
    ).toContain('unequal-seasons')
  })

  it('areas that differ among themselves widen the interval', () => {
    const wild = [area(200, 300), area(300, 200), area(250, 350), area(220, 130)]
    const calm = effectOf(area(300, 200), ALIKE)
    const loose = effectOf(area(300, 200), wild)
    expect(calm.between).toBe(0)
    expect(loose.between).toBeGreaterThan(0.3)
    expect(calm.verdict).toBe('less-than-comparison')
    expect(loose.verdict).toBe('no-clear-difference')
  })

  it('how far areas go apart by themselves is τ of DerSimonian & Laird 1986', () => {
    // Large counts: the log changes ln 1.2, ln 0.8, ln 1.1, ln 0.9 hardly owe anything to chance, and τ is their deviation.
    const large = [1.2, 0.8, 1.1, 0.9].map((ratio) => area(1e7, Math.round(1e7 * ratio)))
    const logs = [1.2, 0.8, 1.1, 0.9].map(Math.log)
    const mean = logs.reduce((sum, log) => sum + log, 0) / 4
    const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / 3)
    const { between, z } = effectOf(area(1e7, 0.8e7), large)
    expect(between).toBeCloseTo(deviation, 2)
    expect(z).toBeCloseTo(Math.log(0.8) / (between * Math.sqrt(1 + 1 / 4)), 2)
  })

  it('refuses too few cases, and no comparison', () => {
    expect(effectOf(area(9, 2), ALIKE)).toMatchObject({ verdict: 'too-few', ratio: null })
    expect(effectOf(area(300, 0), ALIKE).verdict).toBe('too-few')
    expect(effectOf(area(300, 150), [])).toMatchObject({ verdict: 'unknown', comparisons: 0 })
    expect(effectOf(area(null, 150), ALIKE).verdict).toBe('unknown')
    expect(effectOf(area(300, -150), ALIKE).verdict).toBe('unknown')
    expect(effectOf(area(300, 150, 300, 0), ALIKE).verdict).toBe('unknown')
  })

  it('areas with days that are not known count for the days that are', () => {
    const short = (of: BeforeAfter) => ({
      ...of,
      before: { count: (of.before.count as number) / 2, exposure: 28 },
    })
    const [first, ...rest] = ALIKE as [BeforeAfter, ...BeforeAfter[]]
    const whole = effectOf(area(300, 150), [area(200, 200), area(200, 200)])
    expect(effectOf(area(300, 150), [area(200, 200), short(area(200, 200))]).ratio).toBeCloseTo(
      whole.ratio as number,
      12,
    )
    expect(effectOf(area(300, 150), [short(first), ...rest]).verdict).toBe('less-than-comparison')
  })

  it('leaves out comparison areas that are not known on both sides', () => {
    const holed = [...ALIKE, area(null, 900), area(100, Number.NaN)]
    expect(effectOf(area(300, 150), holed)).toEqual(effectOf(area(300, 150), ALIKE))
  })

  it('of areas that are all alike claims an effect about as seldom as three sigmas should', () => {
    let state = 23
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state + 0.5) / 2 ** 32
    }
    const poisson = (mean: number) => {
      let [n, time] = [-1, 0]
      while (time < mean) {
        time -= Math.log(next())
        n++
      }
      return n
    }
    const one = () => area(poisson(60), poisson(60), poisson(60))
    let claimed = 0
    for (let trial = 0; trial < 600; trial++) {
      const { verdict } = effectOf(one(), [one(), one(), one(), one(), one()])
      if (verdict === 'less-than-comparison' || verdict === 'more-than-comparison') claimed++
    }
    expect(claimed).toBeLessThanOrEqual(4)
  })

  it('does not depend on how long the days are counted for, if it is the same for all', () => {
    const count = fc.integer({ min: 10, max: 900 })
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        fc.integer({ min: 28, max: 400 }),
        (a, b, c, d, days) => {
          const here = effectOf(area(a, b, a, days), [area(c, d, c, days)])
          expect(here.ratio).toBeCloseTo(b / a / (d / c), 9)
          expect(here.low as number).toBeLessThan(here.ratio as number)
          expect(here.high as number).toBeGreaterThan(here.ratio as number)
        },
      ),
    )
  })
})

describe('of shares', () => {
  const share = (a: number, n: number, b: number, m: number) => ({
    before: { hits: a, of: n },
    after: { hits: b, of: m },
  })
  it('it is the ratio of odds ratios, with Woolf’s variance of eight counts', () => {
    const effect = effectOnShare(share(60, 100, 80, 100), [share(60, 100, 65, 100)])
    expect(effect.ratio).toBeCloseTo(80 / 20 / (60 / 40) / (65 / 35 / (60 / 40)), 12)
    const error = Math.sqrt([60, 40, 80, 20, 60, 40, 65, 35].reduce((sum, n) => sum + 1 / n, 0))
    expect(effect.z).toBeCloseTo(Math.log(effect.ratio as number) / error, 12)
    expect(effect.cautions).toEqual(['one-comparison', 'unchecked-before'])
  })
  it('refuses few, and broken', () => {
    expect(effectOnShare(share(95, 100, 99, 100), [share(60, 100, 65, 100)]).verdict).toBe(
      'too-few',
    )
    expect(effectOnShare(share(101, 100, 80, 100), [share(60, 100, 65, 100)]).verdict).toBe(
      'unknown',
    )
    expect(effectOnShare(share(60, 100, 80, 100), []).verdict).toBe('unknown')
  })
})

describe('displacement', () => {
  const target = area(300, 150)
  it('has the quotient of Bowers & Johnson 2003', () => {
    const { quotient, verdict, netCases } = displacementOf(target, area(400, 560), ALIKE)
    // Comparison 970 → 970: the ring won 160, the area lost 150.
    expect(quotient).toBeCloseTo(160 / -150, 9)
    expect(verdict).toBe('more-in-ring')
    expect(netCases).toBeCloseTo(-150 + 160, 6)
  })
  it('over 0 where the ring gained too, and says so only if it is clear', () => {
    const both = displacementOf(target, area(400, 260), ALIKE)
    expect(both.quotient).toBeCloseTo(140 / 150, 9)
    expect(both.verdict).toBe('less-in-ring')
    expect(displacementOf(target, area(400, 390), ALIKE)).toMatchObject({
      verdict: 'no-clear-shift',
    })
  })
  it('is not asked where the area did not clearly fall', () => {
    expect(displacementOf(area(300, 290), area(400, 560), ALIKE)).toMatchObject({
      verdict: 'no-fall-to-shift',
      quotient: null,
      netCases: null,
    })
    expect(displacementOf(area(300, 150, 100), area(400, 560), ALIKE).verdict).toBe(
      'no-fall-to-shift',
    )
  })
  it('refuses few cases, and what is not known', () => {
    expect(displacementOf(area(9, 2), area(400, 560), ALIKE).verdict).toBe('too-few')
    expect(displacementOf(target, area(9, 2), ALIKE)).toMatchObject({
      verdict: 'too-few',
      quotient: null,
    })
    expect(displacementOf(target, area(null, 2), ALIKE).verdict).toBe('unknown')
    expect(displacementOf(target, area(400, 560), []).verdict).toBe('unknown')
  })
})
