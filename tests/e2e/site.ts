import type { IncomingMessage } from 'node:http'
import { type PreviewServer, preview } from 'vite'
import { type Api, apiMiddleware } from './api'
import { type BuildName, buildFolder, ROOT } from './builds'

export interface Site {
  readonly origin: string
  readonly close: () => Promise<void>
}

/**
 * A build behind `vite preview`, with the headers that it sends, on a free port of this machine. `api` answers
 * `/api/v1` on the same origin; the demo build has its own answers and needs none.
 */
export async function openSite(
  build: BuildName,
  api: Api | null,
  onRequest: (request: IncomingMessage) => void = () => {},
): Promise<Site> {
  const server: PreviewServer = await preview({
    root: ROOT,
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: buildFolder(build) },
    preview: { host: '127.0.0.1', port: 0, open: false },
    plugins: [
      {
        name: 'e2e-api',
        configurePreviewServer: ({ middlewares }) => {
          middlewares.use((request, _, next) => {
            onRequest(request)
            next()
          })
          if (api) middlewares.use('/api/v1', apiMiddleware(api))
        },
      },
    ],
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => server.close(),
  }
}
