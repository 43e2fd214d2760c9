import { describe, expect, test } from 'vitest'
import {
  DENSITY_RAMP,
  FLAVOURS,
  TOKENS,
  URGENCIES,
  URGENCY_CASING,
  URGENCY_HUE,
} from '../../src/ui/tokens'
import { contrast, deltaE2000, difference, VISIONS } from './colour-science'

describe('the measure itself', () => {
  test('contrast of black and white is 21', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2)
  })

  // Rows 1, 7, 17, 25 and 34 of the test data of Sharma, Wu and Dalal 2005.
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('ΔE2000 of %j and %j is %d', (a, b, expected) => {
    expect(deltaE2000(a, b)).toBeCloseTo(expected, 3)
    expect(deltaE2000(b, a)).toBeCloseTo(expected, 3)
  })
})

describe.each(FLAVOURS)('%s', (flavour) => {
  const { ground, panel, raised, land, labelHalo, ...tokens } = TOKENS[flavour]

  test.each(['ground', 'panel', 'raised'] as const)('text is legible on %s', (under) => {
    const base = { ground, panel, raised }[under]
    expect(contrast(tokens.ink1, base)).toBeGreaterThanOrEqual(7)
    expect(contrast(tokens.ink2, base)).toBeGreaterThanOrEqual(4.5)
  })

  test('the quietest text and the edge of a control can be seen', () => {
    expect(contrast(tokens.ink3, panel)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens.control, panel)).toBeGreaterThanOrEqual(2.7)
  })

  test('labels of the map stand on their halo and on the land, and stay dimmer than data', () => {
    for (const label of [tokens.labelPrefecture, tokens.labelCounty]) {
      expect(contrast(label, labelHalo)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(label, land)).toBeGreaterThanOrEqual(4)
      expect(contrast(label, land)).toBeLessThan(contrast(tokens.ink1, land))
    }
  })

  test('an urgent symbol stands out of the land by its fill or its casing', () => {
    for (const urgency of URGENCIES) {
      const best = Math.max(contrast(URGENCY_HUE[urgency], land), contrast(URGENCY_CASING, land))
      expect(best, urgency).toBeGreaterThanOrEqual(3)
      expect(contrast(URGENCY_CASING, URGENCY_HUE[urgency]), urgency).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('an urgency is not mistaken for ink', () => {
    for (const urgency of URGENCIES)
      for (const [vision, matrix] of Object.entries(VISIONS))
        for (const ink of [tokens.ink1, tokens.ink3])
          expect(
            difference(URGENCY_HUE[urgency], ink, matrix),
            `${urgency} and ${ink}, ${vision}`,
          ).toBeGreaterThanOrEqual(10)
  })
})

/**
 * Where the four hues of the design fall short, and by how much. Shape, digit and word tell these apart: no state
 * is told by colour alone.
 */
const SHORT_OF_15: Readonly<Record<string, number>> = {
  'deuteranopia p1 p2': 10,
  'deuteranopia p2 p3': 11,
}

describe.each(Object.entries(VISIONS))('seen with %s', (vision, matrix) => {
  test('the four urgencies differ by ΔE2000 ≥ 15, or by what is stated', () => {
    const pairs = URGENCIES.flatMap((a, i) => URGENCIES.slice(i + 1).map((b) => [a, b] as const))
    expect(pairs).toHaveLength(6)
    for (const [a, b] of pairs) {
      const stated = SHORT_OF_15[`${vision} ${a} ${b}`]
      const seen = difference(URGENCY_HUE[a], URGENCY_HUE[b], matrix)
      expect(seen, `${a} and ${b}, ${vision}`).toBeGreaterThanOrEqual(stated ?? 15)
      // An exception that is no longer one goes from the list.
      if (stated) expect(seen).toBeLessThan(15)
    }
  })

  test('neighbours on the density ramp can be told apart, and it climbs in lightness', () => {
    for (const [i, hex] of DENSITY_RAMP.entries()) {
      const next = DENSITY_RAMP[i + 1]
      if (!next) continue
      expect(difference(hex, next, matrix), `${hex} and ${next}`).toBeGreaterThanOrEqual(6)
      expect(contrast(next, '#000000')).toBeGreaterThan(contrast(hex, '#000000'))
    }
  })
})
