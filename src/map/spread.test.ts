import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { symbolBox } from './boxes'
import { worldPx } from './mercator'
import { spread } from './spread'
import type { SymbolItem } from './symbol-spec'

const ZOOM = 6.5
const sign = (
  id: string,
  lng: number,
  lat: number,
  more: Partial<SymbolItem> = {},
): SymbolItem => ({
  id,
  position: [lng, lat],
  spec: { shape: 'triangle', fill: '#E69F00', casing: '#14181D', digit: '2' },
  offsetPx: [0, -26],
  ...more,
})

/** How deep two signs lie in one another, px; what only touches does not count. */
function overlapPx(a: SymbolItem, b: SymbolItem): number {
  const [p, q] = [symbolBox(a, ZOOM), symbolBox(b, ZOOM)]
  const across = Math.min(p.right, q.right) - Math.max(p.left, q.left)
  const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top)
  return Math.max(0, Math.min(across, down) - 5)
}

type Px = readonly [number, number]

/** Which side of a line a point is on; 0 where it is hard to say. */
function sideOf([[x, y], [a, b]]: readonly [Px, Px], [p, q]: Px): number {
  const turn = (a - x) * (q - y) - (b - y) * (p - x)
  return Math.abs(turn) < 0.01 ? 0 : Math.sign(turn)
}

const cross = (a: readonly [Px, Px], b: readonly [Px, Px]) =>
  sideOf(a, b[0]) * sideOf(a, b[1]) < 0 && sideOf(b, a[0]) * sideOf(b, a[1]) < 0

const worst = (items: readonly SymbolItem[]) =>
  Math.max(...items.flatMap((a, i) => items.slice(i + 1).map((b) => overlapPx(a, b))))

describe('signs', () => {
  test('that have room stand where they did, and are the same', () => {
    const apart = [sign('a', 106.7, 26.6), sign('b', 107.7, 26.6)]
    const { items, leaders } = spread(apart, ZOOM)
    expect(items).toEqual(apart)
    expect(items[0]).toBe(apart[0])
    expect(leaders).toEqual([])
  })

  test('at one place stand apart, the first where it did, each tied to the place', () => {
    const heap = Array.from({ length: 9 }, (_, i) => sign(`s${i}`, 106.7, 26.6 + i / 1000))
    const { items, leaders } = spread(heap, ZOOM)
    expect(worst(heap)).toBeGreaterThan(15)
    expect(worst(items)).toBe(0)
    expect(items.map(({ id }) => id)).toEqual(heap.map(({ id }) => id))
    expect(items[0]).toBe(heap[0])
    expect(leaders).toHaveLength(8)
    for (const [i, [place, end]] of leaders.entries()) {
      const { position, offsetPx = [0, 0] } = items[i + 1]!
      expect(place).toEqual(position)
      const [x, y] = worldPx(...position, ZOOM)
      const [endX, endY] = worldPx(...end, ZOOM)
      expect(endX - x).toBeCloseTo(offsetPx[0], 5)
      expect(endY - y).toBeCloseTo(offsetPx[1], 5)
    }
  })

  test('give way to those that stay', () => {
    const first = sign('p1', 106.7, 26.6, { offsetPx: [0, 0] })
    const second = sign('other', 106.7, 26.61, { offsetPx: [0, 0] })
    const { items } = spread([first, second, sign('p2', 106.7, 26.6)], ZOOM, 2)
    expect(items.slice(0, 2)).toEqual([first, second])
    expect(overlapPx(items[0]!, items[2]!)).toBe(0)
  })

  test('are tied by lines of which no two cross, and still cover nothing', () => {
    const one = fc.record({
      dx: fc.integer({ min: 0, max: 90 }),
      dy: fc.integer({ min: 0, max: 90 }),
      isLarge: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 24 }), (all) => {
        const heap = all.map(({ dx, dy, isLarge }, i) =>
          sign(`s${i}`, 106.7 + dx / 200, 26.6 + dy / 200, {
            spec: {
              shape: 'triangle',
              fill: '#E69F00',
              casing: '#14181D',
              ...(isLarge && { halo: '#E69F00' as const }),
            },
          }),
        )
        const { items, leaders } = spread(heap, ZOOM)
        const lines = leaders.map(
          ([from, to]) => [worldPx(...from, ZOOM), worldPx(...to, ZOOM)] as const,
        )
        const crossed = lines.flatMap((a, i) => lines.slice(i + 1).filter((b) => cross(a, b)))
        expect(crossed).toEqual([])
        // One that found no room stays; whoever moved covers nothing that came before.
        const placed = items.filter((item, i) => item !== heap[i])
        expect(worst(placed)).toBeLessThan(0.001)
      }),
      { numRuns: 150 },
    )
  })

  test('that find no room lie where they would: none is lost', () => {
    const heap = Array.from({ length: 120 }, (_, i) => sign(`s${i}`, 106.7, 26.6))
    const { items } = spread(heap, ZOOM)
    expect(items).toHaveLength(120)
    expect(items[119]).toBe(heap[119])
  })
})
