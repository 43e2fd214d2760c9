import { expect, it } from 'vitest'
import { MEASURE_BY_ID } from './measures'
import { wrapped } from './picture'

it('a definition is wrapped to the width of its picture, and nothing of it is lost', () => {
  const fits = (text: string) => text.length <= 24
  for (const { definition } of Object.values(MEASURE_BY_ID))
    for (const text of [definition.zh, definition.en]) {
      const lines = wrapped(text, fits)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(24)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }
  expect(wrapped('', fits)).toEqual([''])
})
