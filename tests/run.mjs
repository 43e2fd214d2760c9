/**
 * `npm test`: finds a browser or gets one, then runs every project: node, browser, and the build end to end.
 * Arguments are handed to vitest as filters. Ends with one plain line, summed over all projects.
 */
import { startVitest } from 'vitest/node'
import { ensureBrowser } from './browser/find-browser.mjs'

process.exitCode = 1
try {
  process.env.CHROME_PATH = ensureBrowser()
  console.log(`Browser: ${process.env.CHROME_PATH}`)
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
}

async function run() {
  const vitest = await startVitest('test', process.argv.slice(2), { watch: false, run: true })
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const module of vitest.state.getTestModules()) {
    let failedTests = 0
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      tally[state === 'pending' ? 'failed' : state]++
      if (state === 'failed') failedTests++
    }
    // A file that does not load, or whose hooks throw, has no failed test to count.
    if (module.state() === 'failed' && failedTests === 0) tally.failed++
  }
  tally.failed += vitest.state.getUnhandledErrors().length
  if (tally.passed + tally.failed === 0) tally.failed++
  await vitest.close()
  const { passed, failed, skipped } = tally
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed > 0 ? 1 : 0)
}
