import { useEffect, useState } from 'react'
import type { Refusal } from '../../../api/decode'
import { startPolling } from '../../../api/schedule'
import { getWalls, WALLS_EVERY_MS, type Walls } from '../../../api/walls'
import { qualityOf } from '../../../domain/freshness'
import type { Quality } from '../../../domain/quality'
import { type EpochMs, SECOND_MS } from '../../../domain/time'

export interface WallsNow {
  /** The last good list; null before the first. */
  readonly walls: Walls | null
  /** The server's clock now, reckoned from the last list; null before the first. */
  readonly now: EpochMs | null
  /** Of the list itself: an old list says nothing of who is silent now. */
  readonly quality: Quality
  readonly refusal: Refusal | null
}

interface Heard {
  readonly walls: Walls
  readonly at: number
}

/** The list of walls, asked for while somebody looks at it. It ages every second, answered or not. */
export function useWalls(): WallsNow {
  const [heard, setHeard] = useState<Heard | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [ageMs, setAgeMs] = useState(0)

  useEffect(() => {
    const stopped = new AbortController()
    const polling = startPolling({
      everyMs: WALLS_EVERY_MS,
      random: Math.random,
      monotonic: () => performance.now(),
      run: async () => {
        const answer = await getWalls(stopped.signal)
        if (stopped.signal.aborted) return { ok: true }
        setRefusal(answer.ok ? null : answer.refusal)
        if (!answer.ok) return { ok: false, retryAfterMs: answer.retryAfterMs }
        setHeard({ walls: answer.walls, at: performance.now() })
        return { ok: true }
      },
    })
    return () => {
      polling.stop()
      stopped.abort()
    }
  }, [])

  useEffect(() => {
    if (!heard) return
    const tick = () => setAgeMs(performance.now() - heard.at)
    tick()
    const timer = setInterval(tick, SECOND_MS)
    return () => clearInterval(timer)
  }, [heard])

  return {
    walls: heard?.walls ?? null,
    now: heard && heard.walls.generatedAt + ageMs,
    quality: heard ? qualityOf(ageMs, WALLS_EVERY_MS) : 'lost',
    refusal,
  }
}
