import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../domain/time'
import { draggedTo, gripAt } from './brush'

const h = (hours: number) => hours * HOUR_MS
const window = { from: h(100), to: h(200) }

describe('a brush', () => {
  it.each([
    [101, 'from'],
    [199, 'to'],
    [150, 'whole'],
    [50, 'new'],
  ] as const)('at hour %i takes hold of: %s', (hour, grip) => {
    expect(gripAt(h(hour), window, { from: 0, to: h(400) }, h(1) / 6)).toBe(grip)
  })

  it('draws a new window inside one of all that is shown', () => {
    expect(gripAt(h(150), window, window, h(1) / 6)).toBe('new')
    expect(gripAt(h(101), window, window, h(1) / 6)).toBe('from')
  })

  it.each([
    ['from', 101, 60.4, [60, 200]],
    ['from', 101, 500, [199, 200]],
    ['to', 199, 150.4, [100, 150]],
    ['to', 199, 20, [100, 101]],
    ['to', 199, 999, [100, 400]],
    ['whole', 150, 140, [90, 190]],
    ['whole', 150, 999, [300, 400]],
    ['new', 20, 30.2, [20, 30]],
    ['new', 30, 20, [20, 30]],
    ['new', 20, 20, [19, 20]],
  ] as const)('%s, from hour %i to %f', (grip, at, now, [from, to]) => {
    expect(draggedTo({ grip, at: h(at), from: window }, h(now), h(400))).toEqual({
      from: h(from),
      to: h(to),
    })
  })

  it('never ends after the present, and never holds less than an hour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('from', 'to', 'whole', 'new'),
        fc.integer({ min: -500, max: 900 }),
        fc.integer({ min: -500, max: 900 }),
        (grip, at, now) => {
          const next = draggedTo({ grip, at: h(at), from: window }, h(now), h(400))
          expect(next.to).toBeLessThanOrEqual(h(400))
          expect(next.to - next.from).toBeGreaterThanOrEqual(HOUR_MS)
        },
      ),
    )
  })
})
