import { useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useNews, useServerNow } from '../../../api/readings'
import { MINUTE_MS } from '../../../domain/time'
import { REACH_PX, STEP_MS, shiftAt } from './burn-in'
import { parseDimming, takenAt } from './dimming'
import { FreezeLamp } from './freeze-lamp'
import type { LampFrame } from './lamp'
import { useHeartbeat } from './use-heartbeat'
import { useRenewal } from './use-renewal'
import { wallName } from './wall-name'
import './wall-watch.css'

interface Props {
  /** Alarms of the first priority that wait for an answer: while there are any, the page is not loaded anew. */
  readonly unansweredP1: number
  /** Scene of the script that is on; null where none plays. */
  readonly scene: string | null
  /** Font size that the farthest seat can read without doubt. */
  readonly criticalPx: number
  readonly frame: LampFrame
}

/** Watches over the wall itself: whether its picture moves, and what it tells of its health. */
export function WallWatch({ unansweredP1, scene, criticalPx, frame }: Props) {
  const [stoppedAt, setStoppedAt] = useState<number | null>(null)
  const id = useMemo(() => wallName(location.search, sessionStorage), [])
  const dimming = useMemo(() => parseDimming(new URLSearchParams(location.search).get('dim')), [])
  const taken = takenAt(dimming, useServerNow(MINUTE_MS), unansweredP1)
  const { alarms, meta } = useNews()
  const isHeard = alarms.quality === 'live'
  const isServed = isHeard && meta.quality === 'live'

  useHeartbeat(id, { scene, stoppedAt })
  useRenewal({ unansweredP1: isHeard ? unansweredP1 : null, isServed })
  useUp()
  useWandering()
  // Beside the surface, not in it: whatever becomes of its layout, the lamp has a place.
  return createPortal(
    <>
      <FreezeLamp onStop={setStoppedAt} criticalPx={criticalPx} frame={frame} />
      {taken > 0 && <div className="wall-dim" aria-hidden="true" style={{ opacity: taken }} />}
    </>,
    document.body,
  )
}

/** The page of this build has come up: `boot.js` need not look for a better one. */
function useUp() {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.up = ''
    return () => {
      delete dataset.up
    }
  }, [])
}

/** Moves the whole picture by some px, so slowly that nobody sees it. */
function useWandering() {
  useEffect(() => {
    const { style } = document.documentElement
    let step = 0
    const stand = () => {
      const [x, y] = shiftAt(step++)
      style.setProperty('--wall-x', `${x}px`)
      style.setProperty('--wall-y', `${y}px`)
    }
    style.setProperty('--wall-margin', `${REACH_PX}px`)
    stand()
    const timer = setInterval(stand, STEP_MS)
    return () => {
      clearInterval(timer)
      for (const name of ['--wall-x', '--wall-y', '--wall-margin']) style.removeProperty(name)
    }
  }, [])
}
