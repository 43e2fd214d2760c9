import { useEffect, useRef } from 'react'
import { type ScreenPoint, Stage, type StageProps, watchProjection } from '../../map/stage'
import { standTogether } from '../../topics/alarms/grouping'

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
      <Flashes at={flashing} magnify={rest.magnify ?? 1} />
    </div>
  )
}

/**
 * A ring at 1 Hz, an element over the map: the map itself draws nothing for it. Those that stand together as a number
 * have none, which would cut it.
 */
function Flashes({ at, magnify }: { readonly at: Props['flashing']; readonly magnify: number }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      watchProjection((project) => {
        const places = at.map((place) => project(...place))
        const isNear = ([x, y]: ScreenPoint, [a, b]: ScreenPoint) =>
          standTogether((a - x) / magnify, (b - y) / magnify)
        const alone = places.filter(
          (one, i) => !places.some((other, j) => i !== j && isNear(one, other)),
        )
        for (const [i, ring] of [...(host.current?.children ?? [])].entries()) {
          if (!(ring instanceof HTMLElement)) continue
          const [x, y] = alone[i] ?? []
          ring.hidden = x === undefined
          ring.style.transform = `translate(${x ?? 0}px, ${y ?? 0}px)`
        }
      }),
    [at, magnify],
  )
  return (
    <div className="wall-flashes" ref={host}>
      {Array.from({ length: Math.min(at.length, MOST_FLASHING) }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a ring belongs to no alarm
        <i key={i} />
      ))}
    </div>
  )
}
