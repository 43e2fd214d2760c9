import { type ComponentPropsWithRef, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { expectTyping, type Keys, OWN_KEYS, useCardKeys } from './keys'

interface Props extends ComponentPropsWithRef<'form'> {
  /** Escape. */
  readonly onCancel: () => void
  /** Keys of the form, beside those of its fields. */
  readonly keys?: Keys
}

/**
 * A form that a key has opened in a card. While the focus is in it every key is the form's own, and none reaches the page
 * behind it; its own keys hold wherever the focus has gone meanwhile. What was being typed when it went, because its
 * object did, is no command either.
 */
export function CardForm({ onCancel, keys, children, onSubmit, ...rest }: Props) {
  const isTyping = useRef(false)
  const ended = (act: Keys[string]) => () => {
    isTyping.current = false
    if (act) act()
  }
  const all: Keys = Object.fromEntries(
    Object.entries({ ...keys, escape: onCancel }).map(([key, act]) => [key, act && ended(act)]),
  )
  useLayoutEffect(() => () => void (isTyping.current && expectTyping()), [])
  useCardKeys(all)
  function onKeyDown(event: KeyboardEvent) {
    const act = all[event.key.toLowerCase()]
    const isTyped =
      event.key !== 'Escape' &&
      event.target instanceof Element &&
      event.target.closest('input, textarea, select') !== null
    if (isTyped && event.key !== 'Tab') isTyping.current = event.key !== 'Enter'
    if (!act || isTyped || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  return (
    // The focus starts on the form, not on one of its answers: Enter must not say that it burns.
    <form
      tabIndex={-1}
      ref={focusUnlessFocused}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        isTyping.current = false
        onSubmit?.(event)
      }}
      {...OWN_KEYS}
      {...rest}
    >
      {children}
    </form>
  )
}

/** What has just opened because a key was pressed takes the next one; a field inside that wants it has it already. */
function focusUnlessFocused(element: HTMLElement | null): void {
  if (element && !element.contains(document.activeElement)) element.focus()
}
