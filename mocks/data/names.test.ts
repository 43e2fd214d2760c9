import { expect, test } from 'vitest'
import counties from './counties.json'
import scenic from './scenic.json'

/** Full-width in the faces that are carried: a gap in the middle of an English name, on the map too. */
const WIDE = /[A-Za-z][‘’“”]|[‘’“”][A-Za-z]/

test('English names are written with the apostrophe of Latin faces', () => {
  const words = JSON.stringify([counties, scenic])
  expect(words).toContain("Weng'an")
  expect(words.match(WIDE)?.[0]).toBeUndefined()
})
