/**
 * `npm run soak`, `HOURS=12 npm run soak` or `npm run soak -- 12`: lets days pass at the production build, 72 simulated
 * hours unless told otherwise. What was seen so far stands in `tests/bench/out/soak.json` at any moment.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const vitest = here('../node_modules/vitest/vitest.mjs')
const hours = process.argv[2] ?? process.env.HOURS ?? '72'
if (!(Number(hours) > 0)) throw new Error(`hours are a number above 0, not ${hours}`)
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'e2e', here('e2e/soak.e2e.ts')],
  {
    stdio: 'inherit',
    cwd: here('..'),
    env: { ...process.env, SOAK_HOURS: hours },
  },
)
process.exit(status ?? 1)
