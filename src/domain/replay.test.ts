import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Incident } from './incident'
import { incidentsAt, playedTo, SPEEDS, visitsAt } from './replay'

const incident = (times: Partial<Incident>): Incident => ({
  id: 'i-1',
  category: 'traffic',
  label: null,
  severity: 'minor',
  stage: 'closed',
  source: 'public-report',
  occurredAt: 90,
  receivedAt: 100,
  dispatchedAt: 200,
  arrivedAt: 300,
  closedAt: 400,
  position: null,
  precision: 'unknown',
  areaCode: '520102',
  place: null,
  observedAt: 400,
  ...times,
})
const stageAt = (at: number, times: Partial<Incident> = {}) =>
  incidentsAt([incident(times)], at)[0]?.stage

describe('incidents as they were', () => {
  it('walks through its stages by its own times, and is not there before it is received', () => {
    expect([99, 100, 199, 200, 300, 399, 400, 500].map((at) => stageAt(at))).toEqual([
      undefined,
      'received',
      'received',
      'dispatched',
      'arrived',
      'arrived',
      'closed',
      'closed',
    ])
  })

  it('a stage whose time is not told is unknown until the record itself was made', () => {
    const untold = { dispatchedAt: null, arrivedAt: null, closedAt: null }
    expect(stageAt(350, untold)).toBe('unknown')
    expect(stageAt(400, untold)).toBe('closed')
    // Dispatched at a time untold, arrived at 300: between 100 and 300 nobody knows; from 300 on it is clear.
    expect(stageAt(250, { dispatchedAt: null })).toBe('unknown')
    expect(stageAt(320, { dispatchedAt: null })).toBe('arrived')
  })

  it('knows no time that lies ahead of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 500 }), (at) => {
        const then = incidentsAt([incident({})], at)[0] as Incident
        for (const time of [then.dispatchedAt, then.arrivedAt, then.closedAt, then.observedAt])
          if (time !== null) expect(time).toBeLessThanOrEqual(at)
      }),
    )
  })
})

describe('visits as they were', () => {
  const visit = { id: 'v', placeId: 'p', unitId: 'u', enteredAt: 10, leftAt: 20, observedAt: 20 }
  it('was not there, was going on, was over', () => {
    expect(visitsAt([visit], 9)).toEqual([])
    expect(visitsAt([visit], 15)[0]).toMatchObject({ leftAt: null, observedAt: 15 })
    expect(visitsAt([visit], 20)[0]).toMatchObject({ leftAt: 20 })
  })
})

describe('playing', () => {
  it('goes at its speed, begins again at the present, and never leaves the stretch', () => {
    expect(playedTo(0, 1_000_000, 1_000, 60)).toBe(60_000)
    expect(playedTo(0, 100_000, 2_000, 60)).toBe(20_000)
    expect(playedTo(5, 5, 2_000, 60)).toBe(5)
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.nat(1e9),
        fc.nat(1e8),
        fc.constantFrom(...SPEEDS),
        (from, length, ms, speed) => {
          const at = playedTo(from, from + length, ms, speed)
          expect(at).toBeGreaterThanOrEqual(from)
          expect(at).toBeLessThanOrEqual(from + length)
        },
      ),
    )
  })
})
