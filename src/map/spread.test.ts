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

  test('that find no room lie where they would: none is lost', () => {
    const heap = Array.from({ length: 120 }, (_, i) => sign(`s${i}`, 106.7, 26.6))
    const { items } = spread(heap, ZOOM)
    expect(items).toHaveLength(120)
    expect(items[119]).toBe(heap[119])
  })
})
