import { useRef, useState } from 'react'
import { type Choice, chosen, opening, restored, type Settled, settledBy, stepped } from './choice'

/** The framed one of a list. `take` hands it over once: whoever asks again before a new choice gets nothing. */
export function useChoice(ids: readonly string[], isOffered: boolean) {
  const [choice, show] = useState<Choice>(() => opening(isOffered ? (ids[0] ?? null) : null))
  // A key and a click may come before the next picture: what was taken is gone at once.
  const latest = useRef(choice)
  const isUntouched = useRef(ids.length === 0 && isOffered)
  function become(next: Choice) {
    latest.current = next
    show(next)
  }
  const first = ids[0]
  if (isUntouched.current && first !== undefined) {
    isUntouched.current = false
    become(opening(first))
  }
  return {
    framed: choice.framed !== null && ids.includes(choice.framed) ? choice.framed : null,
    settled: choice.settled,
    choose: (id: string) => become(chosen(latest.current, id)),
    step: (by: number, among: readonly string[] = ids) =>
      become(stepped(latest.current, among, by)),
    take: (id: string, how: Settled) => {
      if (latest.current.framed !== id) return false
      become(settledBy(latest.current, id, how))
      return true
    },
    restore: (id: string) => become(restored(latest.current, id)),
    /** Another list: its first is framed. */
    open: (first: string | null) => become(opening(first)),
  }
}
