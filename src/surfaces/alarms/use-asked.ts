import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '../../api/alarm-reads'

/** Something that is read once and again when asked for. */
export type Asked<T> =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'failed'; readonly cause: string; readonly detail: string | null }

export function useAsked<T>(
  ask: (signal: AbortSignal) => Promise<Answer<T>>,
): readonly [Asked<T>, () => void] {
  const [asked, setAsked] = useState<Asked<T>>({ is: 'waiting' })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    const stop = new AbortController()
    setAsked({ is: 'waiting' })
    void ask(stop.signal).then((answer) => {
      if (stop.signal.aborted) return
      setAsked(answer.ok ? { is: 'here', value: answer.value } : { is: 'failed', ...answer })
    })
    return () => stop.abort()
  }, [ask, turn])
  return [asked, useCallback(() => setTurn((n) => n + 1), [])]
}
