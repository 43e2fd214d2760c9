import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config'
import { BROWSER_ARGS, findBrowser } from './tests/browser/find-browser.mjs'
import vite from './vite.config.ts'

const executablePath = findBrowser()
const inBrowser = '**/*.browser.test.{ts,tsx}'
const outside = [...configDefaults.exclude, 'tests/bench/**']

/** What promises a time of its own is run when nothing else is. */
const TIMED = ['tests/e2e/context-loss.e2e.ts']

/** Four projects, one after another: a shared machine has two cores, and a browser wants both. */
export default mergeConfig(
  vite({ command: 'serve', mode: 'test' }),
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            include: ['{src,mocks,tests}/**/*.test.{ts,tsx}'],
            exclude: [...outside, inBrowser],
            sequence: { groupOrder: 0 },
            maxWorkers: '100%',
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: [inBrowser],
            exclude: outside,
            sequence: { groupOrder: 1 },
            testTimeout: 120_000,
            hookTimeout: 120_000,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              viewport: { width: 1280, height: 720 },
              provider: playwright({
                launchOptions: { ...(executablePath && { executablePath }), args: BROWSER_ARGS },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: ['tests/e2e/**/*.e2e.ts'],
            exclude: [...outside, ...TIMED],
            globalSetup: ['tests/e2e/make-builds.ts'],
            // Two, each with a browser of its own: what waits for a feed to age leaves its core to the other.
            maxWorkers: 2,
            sequence: { groupOrder: 2 },
            // Steps have limits of their own. This one ends what hangs, and a busy machine takes its time.
            testTimeout: 180_000,
            hookTimeout: 240_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e-alone',
            include: TIMED,
            exclude: outside,
            globalSetup: ['tests/e2e/make-builds.ts'],
            maxWorkers: 1,
            sequence: { groupOrder: 3 },
            // Steps have limits of their own. This one ends what hangs, and a busy machine takes its time.
            testTimeout: 180_000,
            hookTimeout: 240_000,
          },
        },
      ],
    },
  }),
)
