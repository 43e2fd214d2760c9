import './trusted-types'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { setIncidentWorker } from './api/incident-store'
import { setOwnWorker } from './api/own-worker'
import { startFeeds } from './api/readings'
import { Opening } from './surfaces/opening'
import { PanelBoundary } from './surfaces/panel-boundary'
import './ui/tokens.css'
import './ui/kit.css'

/** Asked for at once, but not waited for: the first paint needs neither topics nor map. */
const app = import('./surfaces/app')
const App = lazy(async () => ({ default: (await app).App }))

/** The simulated world is in development and in demo builds, and in no other: the branch falls away at build time. */
const MOCKED = import.meta.env.DEV || import.meta.env.VITE_DEMO === '1'

/** For those who build it: no byte of it outside development. */
const Gallery = import.meta.env.DEV
  ? lazy(async () => {
      const [{ Gallery: Page }, { samples }] = await Promise.all([
        import('./surfaces/gallery/gallery'),
        import('../mocks/samples'),
      ])
      return {
        default: ({ onBack }: { readonly onBack: () => void }) => (
          <Page samples={samples} onBack={onBack} />
        ),
      }
    })
  : null

async function start() {
  if (MOCKED) {
    const { startMocks } = await import('../mocks/browser')
    await startMocks(location.search)
  }
  const newWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  setIncidentWorker(newWorker())
  setOwnWorker(newWorker)
  const client = new QueryClient()
  startFeeds(client, { base: import.meta.env.VITE_API_BASE ?? '/api/v1' })
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <PanelBoundary lang="zh">
          <Suspense fallback={<Opening />}>
            <App base={import.meta.env.BASE_URL} mocked={MOCKED} gallery={Gallery} />
          </Suspense>
        </PanelBoundary>
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
