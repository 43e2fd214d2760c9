/**
 * Fetches what the first picture does not wait for, once that picture is there: when the network fails, or a new build
 * has replaced this one, every page and every card of this one is here already.
 */
export function fetchTheRest(): void {
  // A page in a storm is never idle, and the card that answers an alarm must be here all the same.
  const wait = (run: () => void) =>
    'requestIdleCallback' in globalThis
      ? requestIdleCallback(run, { timeout: 3_000 })
      : setTimeout(run, 1_000)
  wait(() => {
    for (const part of PARTS) void part().catch(() => {})
  })
}

const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./desk/beacons'),
  () => import('../topics/alarms/detail'),
  () => import('../topics/crowds/detail'),
  () => import('../topics/fire/detail'),
  () => import('../map/area-parts'),
  () => import('../map/basemap/place-labels'),
  () => import('./desk/dispatch/column'),
  () => import('./desk/table-view'),
  () => import('./desk/find'),
  () => import('./desk/help'),
  () => import('./desk/bring/drop-zone'),
  () => import('./desk/bring/dialog'),
  () => import('./alarms/alarms'),
  () => import('./coverage/coverage'),
  () => import('./brief/brief'),
  () => import('./review/review'),
  () => import('./feeds/board'),
  () => import('./about/about'),
  () => import('./wall/wall'),
  () => import('./wall/map-panel'),
  () => import('./wall/editor/editor'),
  () => import('./wall/watch/walls'),
  () => import('./missing'),
]
