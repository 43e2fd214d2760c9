import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being put on paper: what is drawn only where it is looked at has to be there as a whole. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const paper = window.matchMedia('print')
    // The browser lays out right after it has told: there is no later frame to draw in.
    const start = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    const changed = () => (paper.matches ? start() : end())
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    paper.addEventListener('change', changed)
    return () => {
      window.removeEventListener('beforeprint', start)
      window.removeEventListener('afterprint', end)
      paper.removeEventListener('change', changed)
    }
  }, [])
  return isPrinting
}
