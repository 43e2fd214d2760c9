import { setupWorker } from 'msw/browser'
import { sharedAlarms } from './alarms/shared'
import { type Annotated, EMPTY_ANNOTATED } from './annotations/register'
import { openRecording } from './columbia'
import { API_BASE, handlers } from './handlers'
import { keptByBrowser } from './kept'
import { optionsFrom } from './options'
import { openRun } from './run'
import type { Register } from './walls/register'
import { createWorld, type WorldOptions } from './world'

/**
 * Puts the mocked API under the page: a service worker answers from one world, chosen by the page's query.
 * The world's clock starts at `now` and runs on, for all its tabs (`run.ts`). Everything outside the API's base passes through.
 */
export async function startMocks(search: string): Promise<void> {
  const realNow = Date.now()
  const asked = optionsFrom(search, realNow)
  // One clock for all tabs of a world; a machine's clock that is set later changes nothing in a page that is open.
  const openedAt = realNow - performance.now()
  const { ledger, startAt, name, now } = await openRun(asked, asked.startAt !== realNow, {
    storage: window.localStorage,
    locks: navigator.locks,
    wall: () => openedAt + performance.now(),
  })
  const options = { ...asked, startAt }
  const world = createWorld({ ...(await withRecording(options)), ledger })
  const shared = [window.localStorage, navigator.locks] as const
  const registers = {
    walls: keptByBrowser<Register>('drumtower-mock-walls', {}, ...shared),
    annotations: keptByBrowser<Annotated>(
      `drumtower-mock-annotations-${options.scenario}-${options.seed}`,
      EMPTY_ANNOTATED,
      ...shared,
    ),
  }
  const worker = setupWorker(
    ...handlers(world, now, API_BASE, registers, sharedAlarms(options, name)),
  )
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  })
}

/** `columbia` needs its recording, which is fetched; the others are made of nothing. */
export async function withRecording(options: WorldOptions): Promise<WorldOptions> {
  if (options.scenario !== 'columbia') return options
  const answer = await fetch(new URL('./data/columbia.bin', import.meta.url))
  if (!answer.ok) throw new Error(`the recording is not there: ${answer.status}`)
  return { ...options, recording: await openRecording(new Uint8Array(await answer.arrayBuffer())) }
}
