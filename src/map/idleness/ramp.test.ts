import { describe, expect, test } from 'vitest'
import { FLAVOURS, type Hex, TOKENS } from '../../ui/tokens'
import { OUTSIDE_S } from './idleness-shader'
import { maskedVisits } from './last-visits'
import { idlenessRamp } from './ramp'

const channels = (hex: Hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
const light = (hex: Hex) => channels(hex).reduce((a, b) => a + b)

describe.each(FLAVOURS)('the ramp by %s', (flavour) => {
  const [fresh, ...rest] = idlenessRamp(flavour)

  test('is of greys alone', () => {
    expect(fresh).toBeNull()
    for (const hex of rest) {
      const [r = 0, g = 0, b = 0] = channels(hex as Hex)
      expect(Math.max(r, g, b) - Math.min(r, g, b), String(hex)).toBeLessThanOrEqual(0x18)
    }
  })

  test('stands out from the land more with each class', () => {
    const land = light(TOKENS[flavour].land)
    const off = rest.map((hex) => Math.abs(light(hex as Hex) - land))
    expect(off).toEqual([...off].sort((a, b) => a - b))
    expect(off[0]).toBeGreaterThan(40)
    for (const [i, one] of off.slice(1).entries()) expect(one - off[i]!).toBeGreaterThan(40)
  })
})

test('a mask leaves out what is outside, and the numbers as they are', () => {
  const lastS = Float32Array.of(1, 2, 3)
  const visits = { extent: [0, 0, 1, 1], width: 3, height: 1, since: 0, lastS } as const
  expect([...maskedVisits(visits, Uint8Array.of(1, 0, 1))]).toEqual([1, OUTSIDE_S, 3])
  expect(maskedVisits(visits, null)).toBe(lastS)
})
