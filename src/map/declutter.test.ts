import { describe, expect, test } from 'vitest'
import type { Box } from './boxes'
import { placeLabels as placeIn } from './declutter'
import { worldPx } from './mercator'
import { labelSize, symbolSize } from './paint-symbol'
import { labelOffset, type SymbolItem } from './symbols'

const item = (id: string, lng: number, priority: number, text = '镇远古城'): SymbolItem => ({
  id,
  position: [lng, 26],
  spec: { shape: 'circle', fill: '#ECEFF2', casing: '#1B1F24' },
  label: { text, colour: '#ECEFF2', halo: '#1B1F24', priority },
})

const placeLabels = (groups: readonly (readonly SymbolItem[])[], zoom: number, kept?: Box[]) =>
  placeIn(
    groups.map((items) => ({ topic: 'test', items })),
    zoom,
    kept,
  )

describe('labels', () => {
  test('a lone label stands on its first side', () => {
    expect([...placeLabels([[item('a', 107, 1)]], 8)[0]!]).toEqual([['a', 'right']])
  })

  test('the higher priority is placed first, whichever layer it is in', () => {
    const [low, high] = placeLabels([[item('low', 107, 1)], [item('high', 107, 9)]], 8)
    expect(high!.get('high')).toBe('right')
    expect(low!.get('low')).not.toBe('right')
  })

  test('one that finds no slot is not drawn', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => item(`i${i}`, 107, 12 - i))
    expect(placeLabels([crowd], 8)[0]!.size).toBe(4)
  })

  test('what is drawn beside its position takes the room where it is drawn', () => {
    const { label: _, ...bare } = item('moved', 107, 1)
    const moved: SymbolItem = { ...bare, offsetPx: [60, 0] }
    expect(placeLabels([[item('a', 107, 1), moved]], 8)[0]!.get('a')).toBe('left')
  })

  test('a label keeps clear of a seam, and of nothing where there is none', () => {
    const [x, y] = worldPx(107, 26, 8)
    const seam = { left: x + 20, right: x + 24, top: y - 500, bottom: y + 500 }
    const side = (kept?: (typeof seam)[]) =>
      placeLabels([[item('a', 107, 1)]], 8, kept)[0]!.get('a')
    expect([side(), side([seam])]).toEqual(['right', 'left'])
  })

  test('lies over a symbol that gives way', () => {
    const [a, b] = [item('a', 107, 1), item('b', 107.15, 0)]
    const { label: _, ...bare } = b
    const side = (other: SymbolItem) => placeLabels([[a, other]], 8)[0]!.get('a')
    expect([side(bare), side({ ...bare, yields: true })]).toEqual(['left', 'right'])
  })

  test('no two labels and no symbol overlap, at any zoom', () => {
    const items = Array.from({ length: 200 }, (_, i) => ({
      ...item(`i${i}`, 105 + ((i * 53) % 300) / 100, i % 7),
      position: [105 + ((i * 53) % 300) / 100, 25 + ((i * 29) % 200) / 100] as const,
    }))
    for (const zoom of [6.5, 8, 10]) {
      const slots = placeLabels([items], zoom)[0]!
      expect(slots.size).toBeGreaterThan(0)
      const boxes = items.flatMap((it) => {
        const side = slots.get(it.id)
        if (!side) return []
        const [x, y] = worldPx(it.position[0], it.position[1], zoom)
        const [dx, dy] = labelOffset(it.spec, it.label!, side)
        return [{ id: it.id, x: x + dx, y: y + dy, ...labelSize(it.label!) }]
      })
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1))
          expect(
            Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
              Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
          ).toBe(true)
        for (const other of items) {
          const [x, y] = worldPx(other.position[0], other.position[1], zoom)
          const { width, height } = symbolSize(other.spec)
          expect(
            Math.abs(a.x - x) >= (a.width + width) / 2 - 3 ||
              Math.abs(a.y - y) >= (a.height + height) / 2 - 3,
          ).toBe(true)
        }
      }
    }
  })
})
