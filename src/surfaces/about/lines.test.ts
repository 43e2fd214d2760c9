import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LINES } from './lines'

it.each(LINES.map(({ test }) => test))('%s, which a line of the page names, exists', (test) => {
  expect(existsSync(new URL(`../../../${test}`, import.meta.url))).toBe(true)
})
