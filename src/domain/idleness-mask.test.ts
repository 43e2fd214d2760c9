import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latitudeOf } from './density-raster'
import type { LngLat, Ring } from './geo'
import { areaMask } from './idleness-mask'
import { createIdlenessGrid } from './idleness-surface'

const grid = createIdlenessGrid([106, 26, 106.4, 26.3], 2_000, 0)
const { width, height, x0, y0, step } = grid
const centre = (i: number): LngLat => [
  (x0 + ((i % width) + 0.5) * step - 0.5) * 360,
  latitudeOf(y0 + (Math.floor(i / width) + 0.5) * step),
]

/** A ray to the east crosses the border an odd number of times. */
function isWithin([lng, lat]: LngLat, rings: readonly Ring[]): boolean {
  let crossings = 0
  for (const ring of rings)
    for (let k = 1; k < ring.length; k++) {
      const [[ax, ay], [bx, by]] = [ring[k - 1]!, ring[k]!]
      if (ay > lat !== by > lat && ax + ((lat - ay) / (by - ay)) * (bx - ax) > lng) crossings++
    }
  return crossings % 2 === 1
}

const closed = (open: readonly LngLat[]): Ring => [...open, open[0]!]
const vertex = fc.tuple(
  fc.double({ min: 105.9, max: 106.5, noNaN: true }),
  fc.double({ min: 25.9, max: 26.4, noNaN: true }),
)
const ring = fc.array(vertex, { minLength: 3, maxLength: 9 }).map(closed)

test('a cell is inside where its centre is, beyond the raster and through holes too', () => {
  fc.assert(
    fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
      const mask = areaMask(grid, rings)
      expect([...mask]).toEqual([...mask.keys()].map((i) => (isWithin(centre(i), rings) ? 1 : 0)))
    }),
  )
})

test('a square with a hole', () => {
  const box = (w: number, s: number, e: number, n: number) =>
    closed([
      [w, s],
      [e, s],
      [e, n],
      [w, n],
    ])
  const whole = areaMask(grid, [box(105, 25, 107, 27)])
  expect(whole.every((one) => one === 1)).toBe(true)
  const holed = areaMask(grid, [box(105, 25, 107, 27), box(106.1, 26.1, 106.2, 26.2)])
  const share = holed.reduce((a, b) => a + b) / (width * height)
  expect(share).toBeGreaterThan(0.89)
  expect(share).toBeLessThan(0.94)
})
