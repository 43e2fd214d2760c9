import { describe, expect, test } from 'vitest'
import { drawnRatio, sameCamera } from './camera'
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
