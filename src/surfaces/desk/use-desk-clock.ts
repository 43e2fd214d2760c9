import { useEffect, useMemo, useRef, useState } from 'react'
import type { Readings } from '../../api/reading'
import { flightRecorder } from '../../api/readings'
import { replayReadings } from '../../api/replay-readings'
import { hoursOf, type Span, type Step, spanOf, stepFrom } from '../../domain/clock-window'
import { playedTo, type Speed } from '../../domain/replay'
import { type EpochMs, HOUR_MS, MINUTE_MS, type TimeWindow } from '../../domain/time'
import type { ChangeView } from '../../view/use-view'
import { type View, windowOf } from '../../view/view'

/** Layers and panels follow a clock that plays this often. */
const PLAY_EVERY_MS = 250
/** How far back a replay may stand: further than any history that a source serves is a slip of the hand. */
const FURTHEST_MS = 366 * 24 * HOUR_MS

/** One clock for every layer and panel: it follows the present, or stands or plays in the past. */
export interface DeskClock {
  readonly isReplay: boolean
  readonly isPlaying: boolean
  /** Where it stands. */
  readonly at: EpochMs
  readonly present: EpochMs
  readonly window: TimeWindow
  readonly span: Span
  /** Where a cumulative window begins. */
  readonly since: EpochMs | null
  readonly speed: Speed
  readonly step: Step
  readonly live: () => void
  readonly replay: () => void
  readonly togglePlay: () => void
  readonly setSpeed: (speed: Speed) => void
  readonly setStep: (step: Step) => void
  readonly setSpan: (span: Span) => void
  readonly move: (direction: 1 | -1) => void
  /** A shorter (−1) or longer (1) window. */
  readonly zoom: (direction: 1 | -1) => void
  readonly pin: () => void
  /** While a hand moves the window; what is let go is kept. */
  readonly brush: (window: TimeWindow, isDone: boolean) => void
}

/** Half, or twice. */
const ZOOM = 2

/** `earliest`: where what is shown begins, if that is further back than a source's history is asked for. */
export function useDeskClock(
  view: View,
  change: ChangeView,
  present: EpochMs,
  earliest: EpochMs = present - FURTHEST_MS,
): DeskClock {
  const [speed, setSpeed] = useState<Speed>(60)
  const [step, setStep] = useState<Step>(60)
  const [brushed, setBrushed] = useState<TimeWindow | null>(null)
  const [played, setPlayed] = useState<EpochMs | null>(null)
  const { span, since, until } = view
  const latest = useRef(present)
  latest.current = present
  const bounded = (at: EpochMs) =>
    Math.min(present, Math.max(earliest, Math.floor(at / MINUTE_MS) * MINUTE_MS))
  const isReplay = until !== null && present > 0
  const at = isReplay ? bounded(played ?? until) : present
  const isPlaying = isReplay && played !== null

  useEffect(() => {
    if (!isPlaying || until === null) return
    let elapsedMs = 0
    const timer = setInterval(() => {
      elapsedMs += PLAY_EVERY_MS
      setPlayed(playedTo(until, latest.current, elapsedMs, speed))
    }, PLAY_EVERY_MS)
    return () => clearInterval(timer)
  }, [isPlaying, until, speed])

  const window = useMemo(() => brushed ?? windowOf(span, at, since), [brushed, span, at, since])

  /** Stands still at a moment; at the present it is no replay. */
  function standAt(moment: EpochMs, part: Partial<View> = {}) {
    setPlayed(null)
    const to = bounded(moment)
    change({ ...part, until: to >= bounded(present) ? null : to })
  }

  return {
    isReplay,
    isPlaying,
    at,
    present,
    window,
    // While a hand draws the window, it is as long as that.
    span: brushed && since === null ? spanOf((window.to - window.from) / HOUR_MS) : span,
    since,
    speed,
    step,
    live: () => {
      setPlayed(null)
      change({ until: null })
    },
    // From where the window begins, so that pressing play shows what it holds.
    replay: () => !isReplay && standAt(window.from + (since === null ? 0 : HOUR_MS)),
    togglePlay: () => {
      if (isPlaying) standAt(at)
      else {
        const from = isReplay ? at : bounded(window.from)
        change({ until: from })
        setPlayed(from)
      }
    },
    setSpeed: (next) => {
      // What was played so far is where it goes on from, at the new speed.
      if (isPlaying) change({ until: at })
      setSpeed(next)
    },
    setStep,
    setSpan: (next) => change({ span: next, since: null }),
    move: (direction) => standAt(stepFrom(at, step, direction)),
    zoom: (direction) => {
      const hours = hoursOf(span) ?? (window.to - window.from) / HOUR_MS
      change({ span: spanOf(direction > 0 ? hours * ZOOM : hours / ZOOM), since: null })
    },
    pin: () =>
      change({ since: since === null ? Math.floor(window.from / HOUR_MS) * HOUR_MS : null }),
    brush: (next, isDone) => {
      setBrushed(isDone ? null : next)
      if (!isDone) return
      const part =
        since === null
          ? { span: spanOf((next.to - next.from) / HOUR_MS) }
          : { since: Math.floor(next.from / MINUTE_MS) * MINUTE_MS }
      // The hand works in whole hours: what it leaves at the present follows it.
      standAt(present - next.to < HOUR_MS / 2 ? present : next.to, part)
    },
  }
}

/** What stood at the clock's moment; the same object while neither moves. */
export function useReadingsAt(readings: Readings, { isReplay, at }: DeskClock): Readings {
  return useMemo(
    () => (isReplay ? replayReadings(readings, flightRecorder(), at) : readings),
    [readings, isReplay, at],
  )
}
