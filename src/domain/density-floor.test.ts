import { expect, test } from 'vitest'
import { cubeRaster, densityCube } from './density-cube'
import { densityFloor, leftOut, paintedBreaks } from './density-floor'
import { DENSITY_BREAKS, KERNEL } from './density-kernel'
import { densityPicture, valueIn } from './density-picture'
import type { Extent, LngLat } from './geo'
import { HOUR_MS } from './time'

const REGION: Extent = [106.4, 26.4, 106.6, 26.6]
const RASTER = cubeRaster(REGION, KERNEL)

/** Classes of what so many calls at one place make of a window, by the picture. */
function classAt(place: LngLat, calls: number, hours: number): number {
  const columns = {
    count: calls,
    lng: new Float64Array(calls).fill(place[0]),
    lat: new Float64Array(calls).fill(place[1]),
    occurredAt: new Float64Array(calls).fill(1_000),
  }
  const window = { from: 0, to: hours * HOUR_MS }
  const values = densityPicture(densityCube(columns, RASTER), KERNEL, window)
  const value = valueIn(values, RASTER, place)
  return paintedBreaks(window.to).filter((from) => value >= from).length - 1
}

test('a single call is not painted in any window, wherever in a cell it stands; two at one place are', () => {
  for (const hours of [1, 2, 4, 8, 24, 72, 168])
    for (let i = 0; i < 6; i++) {
      const place: LngLat = [106.5 + i * 0.0007, 26.5 + i * 0.0005]
      expect(classAt(place, 1, hours)).toBe(-1)
      if (hours <= 72) expect(classAt(place, 2, hours)).toBeGreaterThanOrEqual(0)
    }
  // Fifteen per km² per week keep their colour: 0.24 x 21 x 3.
  expect(classAt([106.5, 26.5], 3, 8)).toBe(DENSITY_BREAKS.indexOf(10))
})

test('the floor is of the window, and none where the lowest class lies above it', () => {
  expect(densityFloor(8 * HOUR_MS)).toBe(5.3)
  expect(paintedBreaks(8 * HOUR_MS)).toEqual([5.3, 5.3, 5.3, 5.3, 10, 20])
  expect(leftOut(24 * HOUR_MS)).toBe(1.8)
  expect(leftOut(7 * 24 * HOUR_MS)).toBeNull()
  expect(paintedBreaks(7 * 24 * HOUR_MS)).toEqual(DENSITY_BREAKS)
})
