// Rewrites public/openapi.json from the schemas. The test that guards the file does the writing: it already runs TypeScript.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const test = fileURLToPath(new URL('openapi.test.ts', import.meta.url))
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'node', test], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_OPENAPI: '1' },
})
process.exit(status ?? 1)
