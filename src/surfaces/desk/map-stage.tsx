import { lazy, Suspense, useSyncExternalStore } from 'react'
import { Stage, type StageProps } from '../../map/stage'
import type { Beacon } from './beacons'

// The picture does not wait for it; `later.ts` fetches it before anything has to be pointed to.
const Beacons = lazy(() => import('./beacons'))

interface Props extends StageProps {
  /** The first answers are there: what is painted from now on is data. */
  readonly hasData: boolean
  /** What must be seen from across the hall, also where the picture does not reach. */
  readonly beacons: readonly Beacon[]
  readonly onBeacon: (id: string) => void
}

/** The stage as the desk uses it: ready is when data are on screen, not the basemap. */
export default function MapStage({ hasData, onReady, beacons, onBeacon, ...rest }: Props) {
  const magnify = useSyncExternalStore(onResize, rootScale)
  return (
    <>
      <Stage {...rest} magnify={magnify} {...(hasData && onReady && { onReady })} />
      {beacons.length > 0 && (
        <Suspense>
          <Beacons alarms={beacons} onShow={onBeacon} />
        </Suspense>
      )}
    </>
  )
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** The panels grow with the root font beyond 1920 px; the map grows with them. */
function rootScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
}
