import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { TOPICS } from '../../../topics'
import { ON_WALLS } from '../../../topics/on-walls'
import { useLang, useSay } from '../../../ui/lang'
import type { Phrase } from '../../../ui/words'
import type { ScriptFault } from '../../../view/wall-script'
import { faultReason } from '../fault-words'

interface FieldProps<Value> {
  readonly label: Phrase
  readonly value: Value
  /** What the script says of this very field. */
  readonly fault?: ScriptFault | undefined
  readonly onChange: (value: Value) => void
}

/** A line of text. */
export function TextField({ label, value, fault, onChange }: FieldProps<string>) {
  return (
    <Field
      label={label}
      fault={fault}
      value={value}
      maxLength={400}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

/** A number as it is typed; what is none is told as a fault of the script, not mended. */
export function NumberField({ label, value, fault, onChange }: FieldProps<number>) {
  const read = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))
  const [typed, setTyped] = useState(String(value))
  return (
    <Field
      label={label}
      fault={fault}
      inputMode="decimal"
      value={Object.is(read(typed), value) ? typed : String(value)}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(read(target.value))
      }}
    />
  )
}

/** Two whole numbers: “5 x 5”. */
export function PairField({
  label,
  value,
  fault,
  onChange,
}: FieldProps<readonly [number, number]>) {
  const [first, second] = value
  const read = (text: string) => {
    const [a, b] = text.split(/[x×*]/i).map((part) => (part.trim() ? Number(part) : Number.NaN))
    return [a ?? Number.NaN, b ?? Number.NaN] as const
  }
  const [typed, setTyped] = useState(`${first} x ${second}`)
  const now = read(typed)
  const isSame = Object.is(now[0], first) && Object.is(now[1], second)
  return (
    <Field
      label={label}
      fault={fault}
      value={isSame ? typed : `${first} x ${second}`}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(read(target.value))
      }}
    />
  )
}

/** A name, what is asked for, and under it what is wrong with it. */
function Field({
  label,
  fault,
  ...input
}: Pick<FieldProps<unknown>, 'label' | 'fault'> & ComponentProps<'input'>) {
  const say = useSay()
  const lang = useLang()
  return (
    <label className="wall-field">
      <span>{say(label)}</span>
      <input {...input} aria-invalid={fault !== undefined} />
      {fault && <em>{faultReason(fault, lang)}</em>}
    </label>
  )
}

/** Which topics give a figure. One Tab stop; arrows move inside. */
export function FigureChoice({
  label,
  chosen,
  onChange,
}: {
  readonly label: Phrase
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const say = useSay()
  const [at, setAt] = useState(0)
  const topics = TOPICS.filter(({ id }) => ON_WALLS[id]?.headline)
  function onKey(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = (at + step + topics.length) % topics.length
    setAt(next)
    event.currentTarget.querySelectorAll('input')[next]?.focus()
  }
  return (
    <fieldset className="wall-choice" onKeyDown={onKey}>
      <legend>{say(label)}</legend>
      {topics.map(({ id, name }, i) => (
        <label key={id}>
          <input
            type="checkbox"
            tabIndex={i === at ? 0 : -1}
            checked={chosen.includes(id)}
            onFocus={() => setAt(i)}
            onChange={() =>
              onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
            }
          />
          {say(name)}
        </label>
      ))}
    </fieldset>
  )
}
