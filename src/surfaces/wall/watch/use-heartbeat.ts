import { useEffect, useRef } from 'react'
import { feedSummaries } from '../../../api/readings'
import { type Polling, startPolling } from '../../../api/schedule'
import { sendHeartbeat } from '../../../api/walls'
import { HEARTBEAT_MS, type Heartbeat } from '../../../domain/wall'
import { frames, losses, rung } from '../../../map/counters'
import { runningBuild } from './running-build'

interface Told {
  readonly scene: string | null
  readonly stoppedAt: number | null
}

/** Chromium alone tells, in steps. */
interface WithMemory {
  readonly memory?: { readonly usedJSHeapSize: number }
}

/** A picture that flickers is told of no more often than this. */
const LEAST_APART_MS = 10_000

/**
 * Tells the server of this wall every 30 s, and at once when its picture stops or moves again, unless it has just told
 * of another change.
 */
export function useHeartbeat(id: string, told: Told): void {
  const latest = useRef(told)
  latest.current = told
  const polling = useRef<Polling | null>(null)
  useEffect(() => {
    const stopped = new AbortController()
    const started = startPolling({
      everyMs: HEARTBEAT_MS,
      run: () => sendHeartbeat(id, heartbeat(latest.current), stopped.signal),
      random: Math.random,
      monotonic: () => performance.now(),
    })
    polling.current = started
    return () => {
      started.stop()
      stopped.abort()
    }
  }, [id])
  const last = useRef(told.stoppedAt)
  const toldAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    // The first one is told by the start itself.
    if (last.current === told.stoppedAt) return
    const tell = () => {
      last.current = latest.current.stoppedAt
      toldAt.current = performance.now()
      polling.current?.refresh()
    }
    const wait = toldAt.current + LEAST_APART_MS - performance.now()
    if (wait <= 0) return tell()
    // What is told then is how it is then.
    const due = setTimeout(tell, wait)
    return () => clearTimeout(due)
  }, [told.stoppedAt])
}

function heartbeat({ scene, stoppedAt }: Told): Heartbeat {
  return {
    version: __VERSION__,
    build: runningBuild(),
    scene,
    picture: rung() ?? 'unknown',
    stoppedAt,
    frames: frames(),
    losses: losses(),
    heapBytes: (performance as WithMemory).memory?.usedJSHeapSize ?? null,
    upMs: Math.round(performance.now()),
    feeds: feedSummaries().map(({ id, quality, ageMs }) => ({
      feed: id,
      quality,
      ageMs,
    })),
  }
}
