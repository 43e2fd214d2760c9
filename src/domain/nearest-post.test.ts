import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceM, type LngLat } from './geo'
import { nearestPosts } from './nearest-post'

const anywhere: fc.Arbitrary<LngLat> = fc.tuple(
  fc.double({ min: 104, max: 109, noNaN: true }),
  fc.double({ min: 25, max: 29, noNaN: true }),
)

it('tells the mean time to the nearest post as a look at every pair does, after every move', () => {
  fc.assert(
    fc.property(
      fc.array(anywhere, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(anywhere, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 9 }),
      fc.array(fc.tuple(fc.nat(), anywhere), { maxLength: 5 }),
      (posts, points, moves) => {
        const minutesPerM = (d: number) => (d % 2 === 0 ? 0.002 : 0.003)
        const times = nearestPosts(posts, {
          lng: Float64Array.from(points, ([[lng]]) => lng),
          lat: Float64Array.from(points, ([[, lat]]) => lat),
          weight: Float64Array.from(points, ([, weight]) => weight),
          minutesPerM,
        })
        const brute = (all: readonly LngLat[]) =>
          points.reduce((sum, [at, weight], d) => {
            const nearest = Math.min(...all.map((post) => distanceM(post, at)))
            return sum + nearest * minutesPerM(d) * weight
          }, 0) / points.reduce((sum, [, weight]) => sum + weight, 0)
        const standing = [...posts]
        expect(times.meanMin()).toBeCloseTo(brute(standing), 4)
        for (const [i, to] of moves) {
          standing[i % posts.length] = to
          times.move(i % posts.length, to)
          expect(times.meanMin()).toBeCloseTo(brute(standing), 4)
        }
      },
    ),
    { numRuns: 200 },
  )
})

it('knows no mean without a post or without demand', () => {
  const none = new Float64Array()
  const nothing = { lng: none, lat: none, weight: none, minutesPerM: () => 1 }
  expect(nearestPosts([[106, 26]], nothing).meanMin()).toBeNull()
  const one = Float64Array.of(1)
  expect(
    nearestPosts([], { lng: one, lat: one, weight: one, minutesPerM: () => 1 }).meanMin(),
  ).toBeNull()
})
