import { type CSSProperties, useEffect, useRef } from 'react'
import { watchProjection } from '../../map/stage'
import { UrgencyMark } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { URGENCY_HUE } from '../../ui/tokens'
import type { Phrase } from '../../ui/words'
import { type Box, pointerAt } from './edge-pointer'

/** An unanswered P1 with a place. */
export interface Beacon {
  readonly id: string
  readonly place: Phrase
  readonly position: readonly [number, number]
}

interface Props {
  readonly alarms: readonly Beacon[]
  readonly onShow: (id: string) => void
}

/** At most this many flash at once: more is a fairground, and the rest still shines. */
const FLASHING = 3
/** And this many are pointed at from the edge; the banner counts them all. */
const POINTED = 8

/** Over the map: a flashing ring where an unanswered P1 is, and at the edge an arrow to those outside the picture. */
export function Beacons({ alarms, onShow }: Props) {
  const say = useSay()
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = host.current
    if (!element) return
    // Moved by hand at every step of the camera: nothing of React's needs to know.
    return watchProjection((project) => {
      const { clientWidth: width, clientHeight: height } = element
      for (const [i, { position }] of alarms.entries())
        place(element.children[i], project(...position), { width, height }, i)
    })
  }, [alarms])
  return (
    <div className="beacons" ref={host} style={{ '--p1': URGENCY_HUE.p1 } as CSSProperties}>
      {alarms.map((one) => (
        <button
          key={one.id}
          type="button"
          className="beacon"
          tabIndex={-1}
          aria-label={say(one.place)}
          onClick={() => onShow(one.id)}
        >
          <i className="beacon-ring" />
          <span className="beacon-pointer">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M12 1l7 13H5z" fill="currentColor" />
            </svg>
            <UrgencyMark urgency="p1" />
          </span>
        </button>
      ))}
    </div>
  )
}

function place(
  element: Element | undefined,
  at: readonly [number, number],
  box: Box,
  index: number,
): void {
  if (!(element instanceof HTMLElement)) return
  const pointer = pointerAt(at, box)
  const [x, y] = pointer ? pointer.at : at
  element.style.transform = `translate(${x}px, ${y}px)`
  element.dataset.is = pointer
    ? index < POINTED
      ? 'outside'
      : 'hidden'
    : index < FLASHING
      ? 'flashing'
      : 'hidden'
  element.style.setProperty('--turn', `${pointer?.angleDeg ?? 0}deg`)
}
