import { useState } from 'react'
import { CardForm } from '../../../ui/card-form'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import type { DispatchFacts, NamedPost } from './facts'
import { DISPATCH } from './words'

/** Another post than the advised one. */
export function PlaceForm({
  facts,
  onPlace,
  onCancel,
}: {
  readonly facts: DispatchFacts
  readonly onPlace: (place: NamedPost) => void
  readonly onCancel: () => void
}) {
  const say = useSay()
  const [id, setId] = useState(facts.places[0]?.id ?? '')
  const place = facts.places.find((one) => one.id === id)
  return (
    <CardForm
      className="dispatch-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (place) onPlace(place)
      }}
      onCancel={onCancel}
    >
      <label>
        <span className="ink2">{say(DISPATCH.editHow)}</span>
        <select
          ref={(element) => element?.focus()}
          value={id}
          onChange={(event) => setId(event.target.value)}
        >
          {facts.places.map((one) => (
            <option key={one.id} value={one.id}>
              {say({ zh: one.name, en: one.nameEn ?? one.name })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" disabled={!place}>
        {say(DISPATCH.send)}
      </Button>
      <Button onClick={onCancel}>{say(DISPATCH.cancel)}</Button>
    </CardForm>
  )
}
