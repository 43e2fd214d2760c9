import { type FormEvent, useId, useState } from 'react'
import { CardForm } from '../../../ui/card-form'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import type { Phrase } from '../../../ui/words'
import { DISPATCH, REASONS } from './words'

/** A reason in words, one of the usual ones with a click; Escape takes it back. */
export function ReasonForm({
  label,
  action,
  about,
  hindrance = null,
  onReason,
  onCancel,
}: {
  readonly label: Phrase
  readonly action: Phrase
  /** Whom it is about. */
  readonly about: string
  /** Why it cannot be done now; null: it can. */
  readonly hindrance?: Phrase | null
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}) {
  const say = useSay()
  const listId = useId()
  const [reason, setReason] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() && !hindrance) onReason(reason.trim())
  }
  return (
    <CardForm className="dispatch-form" onSubmit={submit} onCancel={onCancel}>
      <label>
        <span className="ink2">
          <strong>{about}</strong> {say(label)}
        </span>
        <input
          ref={(element) => element?.focus()}
          required
          placeholder={say(DISPATCH.required)}
          maxLength={120}
          list={listId}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <datalist id={listId}>
        {REASONS.map((one) => (
          <option key={one.en} value={say(one)} />
        ))}
      </datalist>
      {hindrance && (
        <p className="note hatched" role="alert">
          {say(hindrance)}
        </p>
      )}
      <Button type="submit" disabled={reason.trim() === '' || hindrance !== null}>
        {say(action)}
      </Button>
      <Button onClick={onCancel}>{say(DISPATCH.cancel)}</Button>
    </CardForm>
  )
}
