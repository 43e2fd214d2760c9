import { playwright } from '@vitest/browser-playwright'
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config'
import { BROWSER_ARGS, findBrowser } from './tests/browser/find-browser.mjs'
import vite from './vite.config.ts'

const executablePath = findBrowser()
const inBrowser = '**/*.browser.test.{ts,tsx}'
const outside = [...configDefaults.exclude, 'tests/bench/**']

/** Three projects, one after another: a shared machine has two cores, and a browser wants both. */
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
            // A test that waits for a busy machine is not a test that fails.
            testTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: [inBrowser],
            exclude: outside,
            sequence: { groupOrder: 1 },
            testTimeout: 30_000,
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
            exclude: outside,
            globalSetup: ['tests/e2e/make-builds.ts'],
            fileParallelism: false,
            sequence: { groupOrder: 2 },
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  }),
)
