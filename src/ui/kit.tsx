import type { ComponentPropsWithRef, KeyboardEvent, ReactNode } from 'react'
import { useSay } from './lang'
import type { Phrase } from './words'

export function Button({ className = '', ...rest }: ComponentPropsWithRef<'button'>) {
  return <button type="button" className={`button ${className}`} {...rest} />
}

export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>
}

/** On or off, at once. */
export function Switch({
  pressed,
  label,
  ...rest
}: Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  readonly pressed: boolean
  readonly label: string
}) {
  return (
    <button type="button" className="switch" aria-pressed={pressed} aria-label={label} {...rest} />
  )
}

/** One of a few. One Tab stop; arrows move inside. */
export function ToggleGroup<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}) {
  function move(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = choices.findIndex((choice) => choice.value === value)
    const next = choices[(at + step + choices.length) % choices.length]
    if (!next) return
    onChange(next.value)
    const buttons = event.currentTarget.querySelectorAll('button')
    buttons[choices.indexOf(next)]?.focus()
  }
  return (
    <div className="toggle-group" role="radiogroup" aria-label={label} onKeyDown={move}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === value}
          tabIndex={choice.value === value ? 0 : -1}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}

/** A number with its name; the unit one step smaller; the note says how it was counted. */
export function Figure({
  label,
  value,
  unit,
  note,
}: {
  readonly label: ReactNode
  readonly value: string
  readonly unit?: Phrase
  readonly note?: Phrase
}) {
  const say = useSay()
  return (
    <div className="figure-block">
      <dl className="figure">
        <dt>{label}</dt>
        <dd>
          {value}
          {unit && <small>{say(unit)}</small>}
        </dd>
      </dl>
      {note && <div className="figure-note">{say(note)}</div>}
    </div>
  )
}

/** Waiting, with words: what for. */
export function Skeleton({ children }: { readonly children: ReactNode }) {
  return (
    <div className="skeleton" role="status">
      <span>{children}</span>
      <i />
      <i />
    </div>
  )
}

/** Nothing there, and why. */
export function Empty({ title, why }: { readonly title: string; readonly why?: string | null }) {
  return (
    <div className="note" role="status">
      <strong>{title}</strong>
      {why && <span>{why}</span>}
    </div>
  )
}

/** Something failed: what, and what to do. */
export function ErrorNote({
  what,
  todo,
  children,
}: {
  readonly what: string
  readonly todo: string
  readonly children?: ReactNode
}) {
  return (
    <div className="note hatched" role="alert">
      <strong>{what}</strong>
      <span>{todo}</span>
      {children}
    </div>
  )
}
