/** JavaScript to the first map frame, as brotli, against one naive chunk of the same sources. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'vite'

const GOAL_KB = { 'JS before first paint': 90, 'JS to the first map frame, without workers': 540 }

/**
 * @param {string} root
 * @param {string} cache
 * @param {string} date
 */
export async function firstFrame(root, cache, date) {
  const [split, single] = [join(cache, 'split'), join(cache, 'single')]
  const shared = /** @type {const} */ ({ root, mode: 'production', logLevel: 'error' })
  await build({ ...shared, build: { outDir: split, emptyOutDir: true } })
  await build({
    ...shared,
    build: {
      outDir: single,
      emptyOutDir: true,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  // The budget's own measure, so that there is one definition of what the first frame needs.
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'tests/size.mjs'), relative(root, split)],
    { encoding: 'utf8' },
  )
  const theirs = singleChunkKb(join(single, 'assets'))
  return Object.entries(GOAL_KB).map(([what, goal]) => {
    const line = stdout.split('\n').find((one) => one.includes(what))
    if (!line) throw new Error(`void: size.mjs has no line “${what}”`)
    const ours = Number.parseFloat(line)
    const ratio = theirs / ours
    return {
      id: 'first-frame',
      peer: `one naive chunk (${what})`,
      unit: 'KB brotli',
      ours,
      theirs,
      ratio,
      low: ratio,
      high: ratio,
      counters: {},
      goal: `≤ ${goal} KB`,
      met: ours <= goal,
      renderer: 'none: bytes',
      date,
    }
  })
}

/**
 * The largest script of a build that has only one besides the workers.
 *
 * @param {string} folder
 */
function singleChunkKb(folder) {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('js') && !/worker/i.test(name))
  if (scripts.length !== 1) throw new Error(`void: ${scripts.length} chunks in the naive build`)
  const code = readFileSync(join(folder, String(scripts[0])))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return brotliCompressSync(code, { params }).length / 1024
}
