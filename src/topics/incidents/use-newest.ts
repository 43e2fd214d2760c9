import { useEffect, useRef, useState } from 'react'

/** The answer to the newest question that has one. One is on its way at a time; of those that wait the last is asked. */
export function useNewest<Q extends object, A>(
  question: Q | null,
  ask: (question: Q) => Promise<A>,
) {
  const [answered, setAnswered] = useState<{ asked: Q; answer: A } | null>(null)
  const waiting = useRef<Q | null>(null)
  const isBusy = useRef(false)
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (!question) return
    waiting.current = question
    if (isBusy.current) return
    isBusy.current = true
    void (async () => {
      while (waiting.current) {
        const asked = waiting.current
        waiting.current = null
        try {
          setAnswered({ asked, answer: await latest.current(asked) })
        } catch (error) {
          console.warn('incidents:', error)
        }
      }
      isBusy.current = false
    })()
  }, [question])
  return answered
}
