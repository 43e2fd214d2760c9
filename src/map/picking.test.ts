import { describe, expect, test } from 'vitest'
import type { Hit } from './paint'
import { pickOver } from './picking'

const hit = (id: string, lng: number, lat: number, radiusPx = 12): Hit => ({
  topic: 't',
  id,
  position: [lng, lat],
  radiusPx,
})

/** Degrees of longitude that one CSS px shows. */
const degPerPx = (zoom: number) => 360 / (512 * 2 ** zoom)

describe('picking', () => {
  test('finds the nearest hit whose radius holds the pointer, and nothing beyond', () => {
    const pick = pickOver([hit('a', 107, 26), hit('b', 107 + 10 * degPerPx(8), 26)])
    expect(pick(107 + 4 * degPerPx(8), 26, 8)?.id).toBe('a')
    expect(pick(107 + 6 * degPerPx(8), 26, 8)?.id).toBe('b')
    expect(pick(107 - 13 * degPerPx(8), 26, 8)).toBeNull()
  })

  test('takes the later of two in one place: it lies on top', () => {
    expect(pickOver([hit('under', 107, 26), hit('over', 107, 26)])(107, 26, 8)?.id).toBe('over')
  })

  test('finds what is drawn beside its position where it is drawn', () => {
    const px = degPerPx(8)
    const beside: Hit = { ...hit('pill', 107, 26), offsetPx: [300, 0] }
    for (const hits of [[beside], [beside, ...Array<Hit>(2000).fill(hit('far', 109, 29))]]) {
      expect(pickOver(hits)(107 + 305 * px, 26, 8)?.id).toBe('pill')
      expect(pickOver(hits)(107, 26, 8)).toBeNull()
    }
  })

  test('answers the same with an index as without', () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      hit(`h${i}`, 104 + ((i * 37) % 541) / 100, 25 + ((i * 61) % 389) / 100, 6 + (i % 9)),
    )
    const indexed = pickOver(many)
    for (let k = 0; k < 400; k++) {
      const [lng, lat, zoom] = [104 + ((k * 0.0137) % 5.4), 25 + ((k * 0.0291) % 3.9), 5 + (k % 7)]
      const slices = [many.slice(0, 1000), many.slice(1000, 2000), many.slice(2000)]
      const found = slices.flatMap((slice) => pickOver(slice)(lng, lat, zoom) ?? [])
      expect(indexed(lng, lat, zoom)?.id).toBe(pickOver(found)(lng, lat, zoom)?.id)
    }
  })
})
