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

/** Tells the server of this wall every 30 s, and at once when its picture stops or moves again. */
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change is what is told
  useEffect(() => polling.current?.refresh(), [told.stoppedAt])
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
