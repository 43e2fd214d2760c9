import { useCallback, useEffect, useRef, useState } from 'react'
import { SECOND_MS } from '../../domain/time'
import { advance, type Play, START, sceneAt, takenOverBy } from '../../domain/wall-play'
import type { Urgent } from '../../topics/topic'
import type { WallScript } from '../../view/wall-script'

export interface Playing {
  readonly index: number
  /** Keys of the alarms that hold the wall. */
  readonly heldBy: readonly string[]
  readonly onUrgent: (urgent: readonly Urgent[]) => void
}

const NOBODY: readonly string[] = []

/** Plays a script by the machine's own clock, and lets alarms in between. Tells only when something else is shown. */
export function usePlay({ scenes, takeOverS }: WallScript): Playing {
  const play = useRef<Play>(START)
  const waiting = useRef<readonly string[]>(NOBODY)
  const [shown, setShown] = useState<{ index: number; heldBy: readonly string[] }>({
    index: 0,
    heldBy: NOBODY,
  })
  const step = useCallback(() => {
    const holdMs = takeOverS * SECOND_MS
    play.current = advance(play.current, performance.now(), waiting.current, holdMs)
    const heldBy = takenOverBy(play.current, waiting.current, holdMs)
    const dwell = scenes.map(({ dwellS }) => dwellS * SECOND_MS)
    const { index } = sceneAt(dwell, play.current.playedMs)
    setShown((before) =>
      before.index === index && before.heldBy.join() === heldBy.join() ? before : { index, heldBy },
    )
  }, [scenes, takeOverS])
  useEffect(() => {
    // A step before the first second: what was played before this page was is nobody's business.
    if (play.current === START) play.current = { ...START, at: performance.now() }
    step()
    const timer = setInterval(step, SECOND_MS)
    return () => clearInterval(timer)
  }, [step])
  const onUrgent = useCallback(
    (urgent: readonly Urgent[]) => {
      waiting.current = urgent.map(({ key }) => key)
      step()
    },
    [step],
  )
  return { ...shown, onUrgent }
}
