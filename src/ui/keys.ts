import { useEffect, useRef } from 'react'

/** What a key does, by the key's name in lower case. */
export type Keys = Readonly<Record<string, false | undefined | (() => unknown)>>

/** Marks what keeps every key to itself while the focus is in it. */
export const OWN_KEYS = { 'data-own-keys': '' } as const
const OWNERS = 'dialog, [data-own-keys]'
const FIELDS = 'input, textarea, select'

/**
 * The key belongs to what is focused: a dialog or an opened form (every key), a field (all but Escape), a button (Enter, Space).
 * An open dialog has every key even when what was focused in it has gone and left the focus to the page.
 * Whoever listens on the window asks this first, so that no letter of a form is also a shortcut of the page.
 */
export function isKeyTaken({ target, key }: Pick<KeyboardEvent, 'target' | 'key'>): boolean {
  if (performance.now() < typedUntil) {
    expectTyping()
    return true
  }
  if (!(target instanceof Element)) return false
  if (target.closest(OWNERS) || document.querySelector('dialog[open]')) return true
  if (key === 'Escape') return false
  if (target.closest(FIELDS)) return true
  return (key === 'Enter' || key === ' ') && target.closest('button, a, summary') !== null
}

/** A pause this long, and nobody is still typing. */
const TYPING_PAUSE_MS = 1_000
let typedUntil = 0

/**
 * Somebody types for a form that is not there: its key opened nothing, or it went while its field had the focus. Until a
 * pause no key is a command.
 */
export function expectTyping(): void {
  typedUntil = performance.now() + TYPING_PAUSE_MS
}

/** Escape too: it leaves the field first. */
const isInField = ({ target }: KeyboardEvent) =>
  target instanceof Element && target.closest(FIELDS) !== null

export const isChord = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey

/** Keys of the card on show, before those of the page: what a card offers with a key is what the key does. */
export function useCardKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isChord(event) || event.repeat || isKeyTaken(event) || isInField(event)) return
      const act = latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

/** Longer than this and the officer has forgotten the key: it must not answer out of the blue. */
const KEPT_MS = 5_000

/**
 * In the place of a card that is still on its way: keeps the last key that nobody took, and presses it again when the
 * card has come. Whatever else is done meanwhile makes it void.
 */
export function KeysWait(): null {
  useEffect(() => {
    let kept: { readonly key: string; readonly at: number } | null = null
    const forget = () => {
      kept = null
    }
    function onKey(event: KeyboardEvent) {
      forget()
      const isOurs = event.key.length === 1 && !isChord(event) && !isKeyTaken(event)
      if (isOurs && !event.defaultPrevented) kept = { key: event.key, at: performance.now() }
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', forget)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', forget)
      if (!kept || performance.now() - kept.at > KEPT_MS) return
      const { key } = kept
      // After the effects of what has come, among them its own keys.
      setTimeout(() => {
        typedUntil = 0
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      })
    }
  }, [])
  return null
}
