import { useCallback, useEffect, useRef, useState } from 'react'
import { onSecond } from '../../api/readings'
import { SECOND_MS } from '../../domain/time'
import { advance, type Play, START, sceneAt, takenOverBy } from '../../domain/wall-play'
import type { Urgent } from '../../topics/topic'
import type { WallScript } from '../../view/wall-script'

export interface Playing {
  readonly index: number
  /** Occurrences of the alarms that hold the wall. */
  readonly heldBy: readonly string[]
  readonly onUrgent: (urgent: readonly Urgent[]) => void
}

const NOBODY: readonly string[] = []

/** Plays a script by the machine's own clock, and lets alarms in between. Tells only when something else is shown. */
export function usePlay({ scenes, takeOverS }: WallScript): Playing {
  const play = useRef<Play>(START)
  const waiting = useRef<readonly Urgent[]>([])
  const [shown, setShown] = useState<{ index: number; heldBy: readonly string[] }>({
    index: 0,
    heldBy: NOBODY,
  })
  const step = useCallback(() => {
    const holdMs = takeOverS * SECOND_MS
    // The script begins with the wall, not with the page that loaded it.
    if (play.current === START) play.current = { ...START, at: performance.now() }
    const keys = waiting.current.map(({ key }) => key)
    play.current = advance(play.current, performance.now(), keys, holdMs)
    const held = takenOverBy(play.current, keys, holdMs)
    const heldBy = waiting.current
      .filter(({ key }) => held.includes(key))
      .map(({ occurrence }) => occurrence)
    const dwell = scenes.map(({ dwellS }) => dwellS * SECOND_MS)
    const { index } = sceneAt(dwell, play.current.playedMs)
    setShown((before) =>
      before.index === index && before.heldBy.join() === heldBy.join() ? before : { index, heldBy },
    )
  }, [scenes, takeOverS])
  useEffect(() => {
    step()
    return onSecond(step)
  }, [step])
  const onUrgent = useCallback(
    (urgent: readonly Urgent[]) => {
      waiting.current = urgent
      step()
    },
    [step],
  )
  return { ...shown, onUrgent }
}
