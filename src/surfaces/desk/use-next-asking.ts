import { useEffect, useRef, useState } from 'react'
import type { Attention } from '../../topics/topic'
import type { Picture } from './use-picture'

/** N: the next alarm that asks for an answer, after the one that is chosen. */
export function useNextAsking(
  { attention, whole, isEarly }: Pick<Picture, 'attention' | 'whole' | 'isEarly'>,
  chosen: string | undefined,
  choose: (next: Attention) => void,
) {
  const [isAsked, setAsked] = useState(false)
  const waits = useRef(false)
  const asking = attention.filter(({ asks }) => asks)
  function nextAsking() {
    setAsked(true)
    waits.current = isEarly
    const at = asking.findIndex(({ id }) => id === chosen)
    const next = asking[(at + 1) % Math.max(1, asking.length)]
    if (next && !isEarly) choose(next)
  }
  // Pressed before the alarms had come: what is derived from readings until then is not what it is for.
  useEffect(() => {
    if (waits.current && whole) nextAsking()
  })
  return { nextAsking, isNoneWaiting: isAsked && !isEarly && asking.length === 0 }
}
