import { expect, test } from 'vitest'
import { GUIDANCE_BRIEF } from './guidance-brief'

test('no guidance is longer than a wall has room for', () => {
  for (const [kind, lines] of Object.entries(GUIDANCE_BRIEF)) {
    expect(lines.length, kind).toBeLessThanOrEqual(4)
    for (const { zh, en } of lines) {
      expect(en.length, en).toBeLessThanOrEqual(22)
      const wide = zh.match(/[\u2e80-\uff60]/g)?.length ?? 0
      expect(wide + (zh.length - wide) / 2, zh).toBeLessThanOrEqual(12)
    }
  }
})
