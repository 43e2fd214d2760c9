import { expect, test } from 'vitest'
import { QUALITIES, worst } from './quality'

test('the worst one wins, wherever it stands', () => {
  expect(worst(['live', 'stale', 'late'])).toBe('stale')
  expect(worst(['lost', 'live'])).toBe('lost')
  expect(worst(['live', 'live'])).toBe('live')
  for (const quality of QUALITIES) expect(worst([quality])).toBe(quality)
})
