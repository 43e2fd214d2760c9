import { useEffect, useRef } from 'react'

/** Keys of the card; a letter typed into a field, or a key held down, is none. */
export function useCardKeys(acts: Readonly<Record<string, () => unknown>>) {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const { target } = event
      if (target instanceof Element && target.closest('input, textarea, select, dialog')) return
      const isOnButton = target instanceof Element && target.closest('button, a') !== null
      if (event.key === 'Enter' && isOnButton) return
      const act = latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act()
    }
    // Before the desk's own keys: what the card offers with a key is what the key does.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
