import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const FILE = 'mockServiceWorker.js'

/**
 * Serves MSW's service worker in development and tests, and emits it into a build only with `VITE_DEMO=1`.
 * It cannot stand in `public/`, which every build ships.
 */
export function serveMockWorker(): Plugin {
  let demo = false
  const source = () => readFileSync(createRequire(import.meta.url).resolve(`msw/${FILE}`), 'utf8')
  return {
    name: 'drumtower:mock-worker',
    configResolved(config) {
      demo = (process.env.VITE_DEMO ?? config.env.VITE_DEMO) === '1'
    },
    configureServer(server) {
      const path = `${server.config.base}${FILE}`
      server.middlewares.use((request, response, next) => {
        if (request.url?.split('?')[0] !== path) return next()
        response.setHeader('content-type', 'text/javascript; charset=utf-8')
        response.setHeader('cache-control', 'no-cache')
        response.end(source())
      })
    },
    generateBundle() {
      if (demo && this.environment.name === 'client')
        this.emitFile({ type: 'asset', fileName: FILE, source: source() })
    },
  }
}
