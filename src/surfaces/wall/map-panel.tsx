import { useEffect, useRef } from 'react'
import { Stage, type StageProps, watchProjection } from '../../map/stage'

interface Props extends StageProps {
  /** The first answers are there: what is painted from now on is data. */
  readonly hasData: boolean
  /** Where something flashes: unanswered alarms of the first priority. */
  readonly flashing: readonly (readonly [lng: number, lat: number])[]
}

/** At most this many at once: more is a fairground. */
const MOST_FLASHING = 3

/** The stage as the wall uses it: nobody can touch it. */
export default function MapPanel({ hasData, onReady, flashing, ...rest }: Props) {
  return (
    <div className="wall-stage" inert>
      <Stage {...rest} {...(hasData && onReady && { onReady })} />
      <Flashes at={flashing.slice(0, MOST_FLASHING)} />
    </div>
  )
}

/** A ring at 1 Hz, an element over the map: the map itself draws nothing for it. */
function Flashes({ at }: { readonly at: Props['flashing'] }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      watchProjection((project) => {
        for (const [i, place] of at.entries()) {
          const ring = host.current?.children[i]
          const [x, y] = project(...place)
          if (ring instanceof HTMLElement) ring.style.transform = `translate(${x}px, ${y}px)`
        }
      }),
    [at],
  )
  return (
    <div className="wall-flashes" ref={host}>
      {at.map((place) => (
        <i key={place.join()} />
      ))}
    </div>
  )
}
