import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ANNOTATIONS_EVERY_MS, type Annotations, getAnnotations } from '../../api/annotations'
import type { Refusal } from '../../api/decode'
import { serverTime } from '../../api/readings'
import { type Polling, startPolling } from '../../api/schedule'
import type { Annotation } from '../../domain/annotation'
import { freshnessOf } from '../../domain/freshness'
import type { Quality } from '../../domain/quality'
import { type EpochMs, SECOND_MS } from '../../domain/time'

/** The marks of the days that are looked at, and how far they can be trusted. */
export interface AnnotationsNow {
  /** Of the last good list; null before the first. */
  readonly items: readonly Annotation[] | null
  readonly setAside: number
  readonly quality: Quality
  /** What the list is as old as, once it is too old to be taken for how it stands. */
  readonly asOf: EpochMs | null
  readonly refusal: Refusal | null
  /** What a write of this page was told: shown at once, and asked for again. */
  readonly took: (annotation: Annotation) => void
}

interface Heard {
  readonly annotations: Annotations
  readonly at: number
}

/** Asked for while somebody looks; the picture changes when what it holds does, or when it gets old. */
export function useAnnotations(from: EpochMs | null, to: EpochMs | null): AnnotationsNow {
  const [heard, setHeard] = useState<Heard | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [quality, setQuality] = useState<Quality>('lost')
  const polling = useRef<Polling | null>(null)

  useEffect(() => {
    if (from === null || to === null) return
    const stopped = new AbortController()
    polling.current = startPolling({
      everyMs: ANNOTATIONS_EVERY_MS,
      random: Math.random,
      monotonic: () => performance.now(),
      run: async () => {
        const answer = await getAnnotations(from, to, stopped.signal)
        if (stopped.signal.aborted) return { ok: true }
        setRefusal(answer.ok ? null : answer.refusal)
        if (!answer.ok) return { ok: false, retryAfterMs: answer.retryAfterMs }
        setHeard((before) => ({
          annotations: sameItems(before?.annotations ?? null, answer.annotations),
          at: performance.now(),
        }))
        return { ok: true }
      },
    })
    return () => {
      polling.current?.stop()
      polling.current = null
      stopped.abort()
    }
  }, [from, to])

  useEffect(() => {
    if (!heard) return
    const judge = () =>
      setQuality(
        freshnessOf({
          everyMs: ANNOTATIONS_EVERY_MS,
          heartbeatMs: null,
          transportAgeMs: performance.now() - heard.at,
          serverNow: serverTime(),
          generatedAt: heard.annotations.generatedAt,
          newestObservedAt: null,
        }).quality,
      )
    judge()
    const timer = setInterval(judge, SECOND_MS)
    return () => clearInterval(timer)
  }, [heard])

  const took = useCallback((annotation: Annotation) => {
    setHeard(
      (before) => before && { ...before, annotations: withOne(before.annotations, annotation) },
    )
    polling.current?.refresh()
  }, [])

  const items = heard?.annotations.items ?? null
  const setAside = heard?.annotations.setAside ?? 0
  const isOld = quality === 'stale' || quality === 'lost'
  const asOf = isOld ? (heard?.annotations.generatedAt ?? null) : null
  return useMemo(
    () => ({ items, setAside, quality, asOf, refusal, took }),
    [items, setAside, quality, asOf, refusal, took],
  )
}

function withOne(annotations: Annotations, one: Annotation): Annotations {
  const others = annotations.items.filter(({ id }) => id !== one.id)
  const items = one.isRemoved ? others : [...others, one].sort((a, b) => a.from - b.from)
  return { ...annotations, items }
}

/** The same list as long as it says the same: charts are drawn from it. */
function sameItems(before: Annotations | null, now: Annotations): Annotations {
  const isSame = before && JSON.stringify(before.items) === JSON.stringify(now.items)
  return isSame ? { ...now, items: before.items } : now
}
