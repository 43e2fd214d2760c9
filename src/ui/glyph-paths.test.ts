import { expect, test } from 'vitest'
import { GLYPH_PATHS } from './glyph-paths'
import { GLYPHS } from './glyphs'

test.each(GLYPHS)('%s has an outline of its own inside its box', (name) => {
  const path = GLYPH_PATHS[name]
  expect(path).toMatch(/^M[\d.\sMLHVCSAZ-]+Z$/)
  for (const number of path.match(/-?\d+(\.\d+)?/g) ?? []) {
    expect(Number(number)).toBeGreaterThanOrEqual(0)
    expect(Number(number)).toBeLessThanOrEqual(24)
  }
  expect(Object.values(GLYPH_PATHS).filter((other) => other === path)).toHaveLength(1)
})
