import { useEffect, useRef } from 'react'
import { expectTyping, isChord, isKeyTaken, type Keys } from '../../ui/keys'

const REGIONS = ['top', 'rail', 'map', 'time', 'list', 'detail']

/** Cards open a form with these: where there is no such card, what is typed after them is meant for it all the same. */
const FORM_KEYS = ['s', 'v']

/** Keys of the whole desk. A letter typed into a field, or under a dialog, is a letter. */
export function useShortcuts(shortcuts: Keys, isActive: boolean): void {
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
      if (!isFind && isChord(event)) return
      if (!isFind && isKeyTaken(event)) return
      const key = isFind ? '/' : event.key.toLowerCase()
      const act = latest.current[key]
      // After all others have heard it: a card on its way may want it yet.
      if (FORM_KEYS.includes(key) && !act) setTimeout(expectTyping)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isActive])
}

function focusNextRegion(step: number) {
  const regions = REGIONS.map((name) =>
    document.querySelector<HTMLElement>(`[data-region="${name}"]`),
  ).filter((region) => region !== null)
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  regions[(at + step + regions.length) % regions.length]?.focus()
}
