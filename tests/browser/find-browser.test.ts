import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser } from './find-browser.mjs'

const folder = mkdtempSync(join(tmpdir(), 'browser-'))
afterAll(() => rmSync(folder, { recursive: true }))

function program(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

test('CHROME_PATH comes first', () => {
  const chosen = program('my-chrome')
  program('chromium')
  expect(findBrowser({ CHROME_PATH: chosen, PATH: folder })).toBe(chosen)
})

test('CHROME_PATH that leads nowhere is said, not passed over', () => {
  expect(() => findBrowser({ CHROME_PATH: '/no/such/chrome', PATH: folder })).toThrow(
    'CHROME_PATH is /no/such/chrome, and there is no program there.',
  )
})

test('then a program of the system', () => {
  const chromium = program('chromium')
  expect(findBrowser({ PATH: `/no/such/folder:${folder}` })).toBe(chromium)
})

test('a file that cannot be run is no browser', () => {
  chmodSync(program('chromium'), 0o644)
  expect(findBrowser({ PATH: folder })).not.toBe(join(folder, 'chromium'))
})
