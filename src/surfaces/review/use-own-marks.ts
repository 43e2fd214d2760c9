import { useCallback, useEffect, useRef } from 'react'
import type { Mark } from '../../domain/measure'

/** Changes the marks of this machine by what they are now, also when an answer comes long after it was asked for. */
export function useOwnMarks(
  marks: readonly Mark[],
  onMarks: (marks: readonly Mark[]) => void,
): (change: (before: readonly Mark[]) => readonly Mark[]) => void {
  const latest = useRef({ marks, onMarks })
  useEffect(() => {
    latest.current = { marks, onMarks }
  }, [marks, onMarks])
  return useCallback((change) => {
    const next = change(latest.current.marks)
    latest.current = { ...latest.current, marks: next }
    latest.current.onMarks(next)
  }, [])
}
