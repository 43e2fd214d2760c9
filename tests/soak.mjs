/** `npm run soak [-- hours]`: lets days pass at the production build, 72 simulated hours unless told otherwise. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const vitest = here('../node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'e2e', here('e2e/soak.e2e.ts')],
  {
    stdio: 'inherit',
    cwd: here('..'),
    env: { ...process.env, SOAK_HOURS: process.argv[2] ?? '72' },
  },
)
process.exit(status ?? 1)
