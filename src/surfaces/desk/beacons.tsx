import { type CSSProperties, useEffect, useRef } from 'react'
import { watchProjection } from '../../map/stage'
import { UrgencyMark } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { URGENCY_HUE } from '../../ui/tokens'
import type { Phrase } from '../../ui/words'
import { FLASHING, flashingOf, pointersTo, type Rect } from './edge-pointer'

const OUTSIDE = {
  zh: '条 P1 未确认，在图外',
  en: 'unacknowledged P1 outside the picture',
} as const

/** An unanswered P1 with a place. */
export interface Beacon {
  readonly id: string
  readonly place: Phrase
  readonly position: readonly [number, number]
  /** The map shows a sign there, its own or the number in which it is counted; elsewhere a ring would ring plain ground. */
  readonly hasSign: boolean
}

interface Props {
  readonly alarms: readonly Beacon[]
  readonly onShow: (id: string) => void
}

const RINGS = Array.from({ length: FLASHING }, (_, i) => i)
const POINTERS = Array.from({ length: 8 }, (_, i) => i)
/** Rings are so wide, rem. */
const RING_REM = 4.5

/** Over the map: flashing rings where unanswered P1 are, and at the edge arrows to those outside the picture. */
export default function Beacons({ alarms, onShow }: Props) {
  const say = useSay()
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = host.current
    if (!element) return
    // Moved by hand at every step of the camera: nothing of React's needs to know.
    return watchProjection((project) => {
      const box = { width: element.clientWidth, height: element.clientHeight }
      const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const places = alarms.map(({ position }) => project(...position))
      const [rings, pointers] = [childrenOf(element, 'rings'), childrenOf(element, 'pointers')]
      const signs = places.filter((_, i) => alarms[i]?.hasSign)
      const flashing = flashingOf(signs, box, RING_REM * remPx)
      for (const [i, ring] of rings.entries()) move(ring, signs[flashing[i] ?? -1])
      const groups = pointersTo(places, box, remPx, toolsIn(element))
      for (const [i, pointer] of pointers.entries()) {
        const group = groups[i]
        move(pointer, group?.at)
        const first = alarms[group?.first ?? -1]
        if (!group || !first) continue
        pointer.dataset.alarm = first.id
        pointer.style.setProperty('--turn', `${group.angleDeg}deg`)
        const count = formatCount(group.count)
        const number = pointer.querySelector('b')
        if (number) number.textContent = group.count > 1 ? count : ''
        pointer.setAttribute('aria-label', `${say(first.place)} · ${count} ${say(OUTSIDE)}`)
      }
    })
  }, [alarms, say])
  return (
    <div className="beacons" ref={host} style={{ '--p1': URGENCY_HUE.p1 } as CSSProperties}>
      <div data-is="rings">
        {RINGS.map((i) => (
          <i key={i} className="beacon-ring" hidden />
        ))}
      </div>
      <div data-is="pointers">
        {POINTERS.map((i) => (
          <button
            key={i}
            type="button"
            className="beacon-pointer"
            tabIndex={-1}
            hidden
            onClick={({ currentTarget }) => onShow(currentTarget.dataset.alarm ?? '')}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M12 1.5 21 22 12 17 3 22Z" fill="currentColor" />
            </svg>
            <UrgencyMark urgency="p1" />
            <b />
          </button>
        ))}
      </div>
    </div>
  )
}

function childrenOf(host: HTMLElement, is: 'rings' | 'pointers'): readonly HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>(`[data-is="${is}"] > *`)]
}

function move(element: HTMLElement, at: readonly [number, number] | undefined) {
  element.hidden = !at
  if (at) element.style.translate = `${at[0]}px ${at[1]}px`
}

/** Where the map's tools lie, measured from the beacons' own corner. */
function toolsIn(host: HTMLElement): Rect | null {
  const tools = host.closest('main')?.querySelector('.map-tools')?.getBoundingClientRect()
  if (!tools) return null
  const { left: x, top: y } = host.getBoundingClientRect()
  return {
    left: tools.left - x,
    top: tools.top - y,
    right: tools.right - x,
    bottom: tools.bottom - y,
  }
}
