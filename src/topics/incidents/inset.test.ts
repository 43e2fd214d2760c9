import { expect, test } from 'vitest'
import { density } from '../../domain/density'
import { DENSITY_BREAKS } from '../../domain/density-kernel'
import { WEEK_MS } from '../../domain/time'
import { classesOf, inCut } from './inset'

const EXTENT = [106, 26, 107, 27] as const
const at = (n: number, lng: number, lat: number) => Array.from({ length: n }, () => [lng, lat])
const gridOf = (points: number[][]) =>
  density(
    Float64Array.from(points, ([lng]) => lng as number),
    Float64Array.from(points, ([, lat]) => lat as number),
    EXTENT,
    WEEK_MS,
  )

test('a cut is centred, holds the kernel at its true size, and is empty outside', () => {
  const grid = gridOf(at(10, 106.5, 26.5))
  const cut = { centre: [106.5, 26.5] as const, width: 101, height: 101, metresPerPx: 100 }
  const classes = classesOf(grid, cut, DENSITY_BREAKS)
  const of = (x: number, y: number) => classes[y * 101 + x]
  // 2.39 at the middle: the class from 2 on.
  expect(of(50, 50)).toBe(2)
  // 0.5 is left at r = R·√(1 − √(0.5/2.387)) = 1,473 m.
  expect(of(50 + 13, 50)).toBe(0)
  expect(of(50 + 17, 50)).toBe(-1)
  expect(of(50, 50 + 13)).toBe(0)
  expect(of(50, 50 - 17)).toBe(-1)
  const lifted = classesOf(grid, cut, [2.2, 2.2, 2.2, 5, 10, 20])
  expect([lifted[50 * 101 + 50], lifted[50 * 101 + 63]]).toEqual([2, -1])
  expect(new Set(classesOf(grid, { ...cut, centre: [100, 26.5] }, DENSITY_BREAKS))).toEqual(
    new Set([-1]),
  )
})

test('what is marked in the cut stands whole in it', () => {
  const cut = { centre: [106.5, 26.5] as const, width: 200, height: 100, metresPerPx: 100 }
  const places = [
    { id: 'middle', position: [106.5, 26.5] as const },
    // 9,940 m east of the middle: half of its mark would be outside.
    { id: 'edge', position: [106.6, 26.5] as const },
    { id: 'outside', position: [107.5, 26.5] as const },
  ]
  const marked = inCut(cut, places, 10).map(({ one, at }) => [one.id, ...at.map(Math.round)])
  expect(marked).toEqual([['middle', 100, 50]])
  expect(inCut(cut, places, 0).map(({ one }) => one.id)).toEqual(['middle', 'edge'])
})
