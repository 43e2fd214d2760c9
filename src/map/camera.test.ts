import { describe, expect, test } from 'vitest'
import { cameraFor, drawnRatio, sameCamera } from './camera'
import { worldPx } from './mercator'
import { scaleAt } from './scale'

describe('camera', () => {
  test('what the URL rounded is the same picture; a moved one is not', () => {
    const here = { lng: 106.71234, lat: 26.58765, zoom: 8.257 }
    expect(sameCamera(here, { lng: 106.712, lat: 26.588, zoom: 8.26 })).toBe(true)
    expect(sameCamera(here, { ...here, lng: 106.75 })).toBe(false)
    expect(sameCamera(here, { ...here, zoom: 8.5 })).toBe(false)
  })

  test('an 8K wall is drawn pixel for pixel, nothing beyond it', () => {
    expect(drawnRatio(7680, 4320, 1)).toBe(1)
    expect(drawnRatio(3840, 2160, 2)).toBe(2)
    expect(drawnRatio(1216, 896, 3)).toBe(2)
    expect(drawnRatio(7680, 4320, 2)).toBeCloseTo(1)
    // A 4K desk is laid out at half its size and shown twice as large.
    expect(drawnRatio(1920, 1080, 1, 2)).toBe(2)
  })

  test('a whole extent is shown in what is left free of the picture', () => {
    const frame = { width: 800, height: 500, covered: 200 }
    const camera = cameraFor([106, 26, 107, 27], frame, 17)
    const at = (lng: number, lat: number) => {
      const [x, y] = worldPx(lng, lat, camera.zoom)
      const [cx, cy] = worldPx(camera.lng, camera.lat, camera.zoom)
      return [x - cx + 400, y - cy + 250] as const
    }
    const [left, top] = at(106, 27)
    const [right, bottom] = at(107, 26)
    expect(left).toBeGreaterThan(199)
    expect((left + right) / 2).toBeCloseTo(500, 6)
    expect((top + bottom) / 2).toBeCloseTo(250, 6)
    const fill = [(right - left) / (600 - 64), (bottom - top) / (500 - 64)]
    expect(Math.max(...fill)).toBeCloseTo(1, 6)
    expect(cameraFor([106, 26, 106, 26], frame, 12).zoom).toBe(12)
  })

  test('the scale bar reads a round distance and is as long as it says', () => {
    expect(scaleAt(26.6, 6.8)).toMatchObject({ metres: 50_000 })
    for (let zoom = 3; zoom < 17; zoom += 0.25) {
      const { metres, px } = scaleAt(26.6, zoom)
      expect(String(metres)).toMatch(/^[125]0*$/)
      expect(px).toBeGreaterThan(40)
      expect(px).toBeLessThanOrEqual(128)
    }
  })
})
