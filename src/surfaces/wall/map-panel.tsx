import { useEffect, useMemo, useRef } from 'react'
import { Stage, type StageProps, watchProjection } from '../../map/stage'

interface Props extends StageProps {
  /** The first answers are there: what is painted from now on is data. */
  readonly hasData: boolean
  /** Where something flashes: unanswered alarms of the first priority that stand alone. */
  readonly flashing: readonly (readonly [lng: number, lat: number])[]
}

/** With the mark in the banner three flash at most: more is a fairground. */
const MOST_FLASHING = 2

/** The stage as the wall uses it: nobody can touch it. */
export default function MapPanel({ hasData, onReady, flashing, ...rest }: Props) {
  return (
    <div className="wall-stage" inert>
      <Stage {...rest} {...(hasData && onReady && { onReady })} />
      <Flashes at={flashing} />
    </div>
  )
}

/** A ring at 1 Hz, an element over the map: the map itself draws nothing for it. */
function Flashes({ at }: { readonly at: Props['flashing'] }) {
  const host = useRef<HTMLDivElement>(null)
  const ringed = useMemo(() => at.slice(0, MOST_FLASHING), [at])
  useEffect(
    () =>
      watchProjection((project) => {
        for (const [i, place] of ringed.entries()) {
          const ring = host.current?.children[i]
          if (!(ring instanceof HTMLElement)) continue
          const [x, y] = project(...place)
          ring.style.transform = `translate(${x}px, ${y}px)`
        }
      }),
    [ringed],
  )
  return (
    <div className="wall-flashes" ref={host}>
      {ringed.map((place) => (
        <i key={place.join()} />
      ))}
    </div>
  )
}
