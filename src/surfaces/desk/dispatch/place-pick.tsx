import { useMemo, useState } from 'react'
import type { LngLat } from '../../../domain/geo'
import { useLang, useSay } from '../../../ui/lang'
import { formatCount } from '../../../ui/numbers'
import type { Phrase } from '../../../ui/words'
import type { NamedPost } from './facts'
import { found } from './place-search'
import { DISPATCH } from './words'

/** What the list offers at most; whoever wants another one types more of its name. */
const OFFERED = 60

/** A place by a part of its name, the nearest first. */
export function PlacePick({
  label,
  places,
  near,
  value,
  isFirst = false,
  onChange,
}: {
  readonly label: Phrase
  readonly places: readonly NamedPost[]
  /** Null: in the order of the register. */
  readonly near: LngLat | null
  readonly value: string
  /** Takes the focus when it opens. */
  readonly isFirst?: boolean
  readonly onChange: (id: string) => void
}) {
  const say = useSay()
  const lang = useLang()
  const [text, setText] = useState('')
  const all = useMemo(() => found(places, text, near), [places, text, near])
  const offered = all.slice(0, OFFERED)
  const chosen = places.find(({ id }) => id === value)
  const shown = chosen && !offered.includes(chosen) ? [chosen, ...offered] : offered
  return (
    <div className="dispatch-place-pick">
      <label>
        <span className="ink2">{say(DISPATCH.placeSearch)}</span>
        <input
          type="search"
          ref={(element) => {
            if (isFirst && element && !element.dataset.asked) {
              element.dataset.asked = ''
              element.focus()
            }
          }}
          value={text}
          maxLength={60}
          onChange={(event) => {
            setText(event.target.value)
            const [first] = found(places, event.target.value, near)
            if (event.target.value && first) onChange(first.id)
          }}
        />
      </label>
      <label>
        <span className="ink2">
          {say(label)}{' '}
          <small>
            {formatCount(Math.min(all.length, OFFERED))} / {formatCount(places.length)}
          </small>
        </span>
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {!chosen && <option value="">—</option>}
          {shown.map((one) => (
            <option key={one.id} value={one.id}>
              {lang === 'en' ? (one.nameEn ?? one.name) : one.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
