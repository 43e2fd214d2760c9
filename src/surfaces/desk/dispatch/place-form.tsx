import { useMemo, useState } from 'react'
import type { Move } from '../../../domain/advice'
import { CardForm } from '../../../ui/card-form'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { type Asked, withSent } from './asked'
import type { DispatchFacts, NamedPost } from './facts'
import { PlacePick } from './place-pick'
import { found } from './place-search'
import { Price } from './price'
import { minutesText } from './price-words'
import { DISPATCH } from './words'

/** Another post than the advised one: those beside it first, with what the move gains and loses there. */
export function PlaceForm({
  facts,
  move,
  asked,
  onPlace,
  onCancel,
}: {
  readonly facts: DispatchFacts
  readonly move: Move
  readonly asked: Asked
  readonly onPlace: (place: NamedPost) => void
  readonly onCancel: () => void
}) {
  const say = useSay()
  const advised = asked.steps.find(({ unitId }) => unitId === move.unitId)?.to.position ?? null
  const others = useMemo(
    () => facts.places.filter(({ id }) => id !== move.placeId),
    [facts.places, move.placeId],
  )
  const [id, setId] = useState(() => found(others, '', advised)[0]?.id ?? '')
  const place = others.find((one) => one.id === id)
  const placeId = place?.id
  // Once for each place that is looked at: the picture moves on every second.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a post stands where its id says
  const there = useMemo(
    () =>
      place &&
      withSent(asked, { unitId: move.unitId, to: place }).advice.moves.find(
        ({ unitId }) => unitId === move.unitId,
      ),
    [asked, move.unitId, placeId],
  )
  return (
    <CardForm
      className="dispatch-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (place) onPlace(place)
      }}
      onCancel={onCancel}
    >
      <PlacePick
        label={DISPATCH.editHow}
        places={others}
        near={advised}
        value={id}
        isFirst
        onChange={setId}
      />
      {there && (
        <div className="dispatch-there" role="status">
          <strong>
            {minutesText(there.minutes)} {say(DISPATCH.minutes)}
          </strong>
          <Price price={there} total={asked.advice.total} areas={facts.areas} />
        </div>
      )}
      <Button type="submit" disabled={!place}>
        {say(DISPATCH.send)}
      </Button>
      <Button onClick={onCancel}>{say(DISPATCH.cancel)}</Button>
    </CardForm>
  )
}
