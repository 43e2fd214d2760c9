import { useEffect, useRef } from 'react'

/** What a key does, by the key's name in lower case. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>

const REGIONS = ['top', 'rail', 'map', 'time', 'list', 'detail']

/** Keys of the whole desk. A letter typed into a field, or under a dialog, is a letter. */
export function useShortcuts(shortcuts: Shortcuts, isActive: boolean): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    if (!isActive) return
    function onKey(event: KeyboardEvent) {
      if (event.key === 'F6') {
        event.preventDefault()
        focusNextRegion(event.shiftKey ? -1 : 1)
        return
      }
      const isFind = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      if (!isFind && (event.ctrlKey || event.metaKey || event.altKey)) return
      if (!isFind && isTakenBy(event.target, event.key)) return
      const act = latest.current[isFind ? '/' : event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isActive])
}

function isTakenBy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog')) return true
  if (key === 'Escape') return false
  if (target.closest('input, textarea, select')) return true
  return (key === 'Enter' || key === ' ') && target.closest('button, a, summary') !== null
}

function focusNextRegion(step: number) {
  const regions = REGIONS.map((name) =>
    document.querySelector<HTMLElement>(`[data-region="${name}"]`),
  ).filter((region) => region !== null)
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  regions[(at + step + regions.length) % regions.length]?.focus()
}
