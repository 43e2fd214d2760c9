import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fruinMark, serviceLevel } from './crowd-fruin'
import {
  DANGER_HYSTERESIS,
  dangerStep,
  MANAGEMENT_HYSTERESIS,
  managementStep,
} from './crowd-ladders'
import {
  DANGER_LEVELS,
  type DangerLevel,
  dangerLevel,
  MANAGEMENT_LEVELS,
  managementLevel,
} from './crowd-occupancy'
import { densityRise } from './crowd-rise'
import { MINUTE_MS } from './time'

describe('the management ladder', () => {
  it.each([
    [0.8, 'below-80', 'over-80'],
    [0.79, 'over-80', 'over-80'],
    [0.78, 'over-80', 'over-80'],
    [0.7799, 'over-80', 'below-80'],
    [0.79, 'below-80', 'below-80'],
    [0.89, 'over-90', 'over-90'],
    [0.85, 'over-100', 'over-80'],
    [0.79, 'over-100', 'over-80'],
    [0.3, 'over-100', 'below-80'],
    [1.2, 'below-80', 'over-100'],
    [null, 'over-90', 'unknown'],
    [0.79, 'unknown', 'below-80'],
    [0.9, 'unknown', 'over-90'],
  ] as const)('a share of %s after %s is %s', (share, previous, level) =>
    expect(managementStep(share, previous)).toBe(level),
  )
})

describe('the danger ladder', () => {
  it.each([
    [2, 'under-2', 'over-2'],
    [1.8, 'over-2', 'over-2'],
    [1.79, 'over-2', 'under-2'],
    [4.9, 'over-5', 'over-5'],
    [4.7, 'over-5', 'over-4'],
    [4.9, null, 'over-4'],
    [9, null, 'over-5'],
    [null, 'over-5', null],
  ] as const)('%s persons/m² after %s is %s', (perM2, previous, level) =>
    expect(dangerStep(perM2, previous)).toBe(level),
  )
})

describe('laws of both ladders', () => {
  const danger = {
    values: fc.double({ min: 0, max: 7, noNaN: true }),
    levels: DANGER_LEVELS as readonly string[],
    slack: DANGER_HYSTERESIS,
    step: (value: number, held: string) => dangerStep(value, held as DangerLevel) as string,
    plain: (value: number) => dangerLevel(value) as string,
  }
  const management = {
    values: fc.double({ min: 0, max: 1.3, noNaN: true }),
    levels: MANAGEMENT_LEVELS.filter((level) => level !== 'unknown') as readonly string[],
    slack: MANAGEMENT_HYSTERESIS,
    step: (value: number, held: string) =>
      managementStep(value, held as (typeof MANAGEMENT_LEVELS)[number]) as string,
    plain: (value: number) => managementLevel(value) as string,
  }
  describe.each([
    ['danger', danger],
    ['management', management],
  ] as const)('%s', (_name, { values, levels, slack, step, plain }) => {
    const rank = (level: string) => levels.indexOf(level)
    const held = fc.constantFrom(...levels)

    it('never says less than the value, nor more than the value and the slack', () => {
      fc.assert(
        fc.property(values, held, (value, before) => {
          const now = rank(step(value, before))
          expect(now).toBeGreaterThanOrEqual(rank(plain(value)))
          expect(now).toBeLessThanOrEqual(rank(plain(value + slack + 1e-9)))
        }),
      )
    })
    it('settles: the same value twice is the same level', () => {
      fc.assert(
        fc.property(values, held, (value, before) => {
          const once = step(value, before)
          expect(step(value, once)).toBe(once)
        }),
      )
    })
    it('is higher for a higher value', () => {
      fc.assert(
        fc.property(values, values, held, (a, b, before) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)]
          expect(rank(step(low, before))).toBeLessThanOrEqual(rank(step(high, before)))
        }),
      )
    })
    it('does not flicker: a value that wavers by less than the slack changes the level once at most', () => {
      const wavering = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
        minLength: 2,
        maxLength: 40,
      })
      const steps = fc.constantFrom(...(levels.length === 4 ? [0.8, 0.9, 1] : [2, 3, 4, 5]))
      const below = fc.double({ min: 0, max: 1, noNaN: true })
      fc.assert(
        fc.property(steps, below, wavering, (at, under, parts) => {
          let level = levels[0] as string
          let changes = -1
          for (const part of parts) {
            const next = step(at - under * slack + part * slack * 0.999, level)
            if (next !== level || changes === -1) changes++
            level = next
          }
          expect(changes).toBeLessThanOrEqual(1)
        }),
      )
    })
  })
})

describe('Fruin', () => {
  it.each([
    [0, 'A', 'A'],
    [0.3, 'A', 'A'],
    [0.5, 'C', 'A'],
    [1, 'D', 'B'],
    [1.5, 'E', 'C'],
    [2.2, 'F', 'D'],
    [4, 'F', 'E'],
    [6, 'F', 'F'],
  ] as const)('%s persons/m² is %s to walk in and %s to stand in', (perM2, walking, standing) => {
    expect(serviceLevel(perM2, 'walkway')).toBe(walking)
    expect(serviceLevel(perM2, 'queue')).toBe(standing)
  })
  it.each([
    [3.56, null],
    [3.57, 'contact'],
    [5.55, 'dangerous-forces'],
    [7.1, 'critical'],
  ] as const)('%s persons/m²: %s', (perM2, mark) => expect(fruinMark(perM2)).toBe(mark))
})

describe('rate of rise', () => {
  const NOW = Date.parse('2026-10-03T06:00:00Z')
  /** One count a minute, the last of them now. */
  const minutes = (...values: readonly (number | null)[]) =>
    values.map((perM2, i) => ({ at: NOW - (values.length - 1 - i) * MINUTE_MS, perM2 }))
  const slope = (perMin: number) => minutes(...Array.from({ length: 11 }, (_, i) => 1 + perMin * i))

  it('rings over 0.5/m² in five minutes, and not at 0.5', () => {
    expect(densityRise(slope(0.11), NOW, false)).toEqual({
      perM2: expect.closeTo(0.55),
      isRapid: true,
    })
    expect(densityRise(slope(0.09), NOW, false)).toMatchObject({ isRapid: false })
    const even = minutes(1, 1, 1, 1.5, 1.5, 1.5)
    expect(densityRise(even, NOW, false)).toEqual({ perM2: 0.5, isRapid: false })
  })
  it('ends only under 0.4/m²', () => {
    expect(densityRise(slope(0.09), NOW, true)).toMatchObject({ isRapid: true })
    expect(densityRise(slope(0.07), NOW, true)).toMatchObject({ isRapid: false })
  })
  it('forgets what rose more than five minutes ago', () => {
    const risen = minutes(1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3)
    expect(densityRise(risen, NOW, true)).toEqual({ perM2: 0, isRapid: false })
  })
  it('is neither rung nor hushed by one wrong count', () => {
    expect(densityRise(minutes(2, 2, 0, 2, 2, 2), NOW, false)).toMatchObject({ isRapid: false })
    expect(densityRise(minutes(2, 2, 2, 2, 2, 9), NOW, false)).toMatchObject({ isRapid: false })
    expect(densityRise(minutes(1, 1, 2, 2, 0, 2), NOW, false)).toMatchObject({ isRapid: true })
  })
  it('is 0 while it falls', () => {
    expect(densityRise(slope(-0.1), NOW, false)).toEqual({ perM2: 0, isRapid: false })
  })
  it('is unknown with too few counts, or with old ones', () => {
    expect(densityRise(minutes(1, 2, 3), NOW, true)).toBeNull()
    expect(densityRise(minutes(1, null, 2, 3), NOW, true)).toBeNull()
    expect(densityRise(slope(0.2), NOW + 3 * MINUTE_MS + 1, true)).toBeNull()
    expect(densityRise(slope(0.2), NOW - 9 * MINUTE_MS, true)).toBeNull()
  })
})
