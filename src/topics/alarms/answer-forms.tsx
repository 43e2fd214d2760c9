import { type FormEvent, useState } from 'react'
import { VERDICTS, type Verdict } from '../../domain/alarm'
import { CardForm } from '../../ui/card-form'
import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { CARD } from './card-messages'
import { VERDICT, WORDS } from './messages'

/** A fire is said with one key; what was none is said with what it was, for whoever maintains the device. */
export function VerifyForm({
  onVerdict,
  onCancel,
}: {
  readonly onVerdict: (verdict: Verdict, finding: string) => void
  readonly onCancel: () => void
}) {
  const say = useSay()
  const [chosen, setChosen] = useState<Verdict | null>(null)
  const [finding, setFinding] = useState('')
  const choose = (verdict: Verdict) =>
    verdict === 'true' ? onVerdict(verdict, finding.trim()) : setChosen(verdict)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (chosen && finding.trim()) onVerdict(chosen, finding.trim())
  }
  return (
    <CardForm
      className="alarm-form"
      aria-label={say(WORDS.verification)}
      keys={Object.fromEntries(VERDICTS.map((verdict, i) => [i + 1, () => choose(verdict)]))}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {VERDICTS.map((verdict, i) => (
        <Button key={verdict} onClick={() => choose(verdict)} aria-pressed={verdict === chosen}>
          {say(VERDICT[verdict])} <Kbd>{i + 1}</Kbd>
        </Button>
      ))}
      {chosen && (
        <>
          <label className="alarm-form-line" key={chosen}>
            <span className="ink2">
              {say(VERDICT[chosen])} · {say(CARD.finding)}
            </span>
            <input
              ref={focused}
              required
              maxLength={120}
              value={finding}
              onChange={(event) => setFinding(event.target.value)}
            />
          </label>
          <Button type="submit" disabled={finding.trim() === ''}>
            {say(CARD.file)} <Kbd>Enter</Kbd>
          </Button>
        </>
      )}
      <Button onClick={onCancel}>
        {say(CARD.cancel)} <Kbd>Esc</Kbd>
      </Button>
    </CardForm>
  )
}

const LENGTHS_MIN = [15, 60, 240, 480] as const

export function ShelveForm({
  onShelve,
  onCancel,
}: {
  readonly onShelve: (reason: string, minutes: number) => void
  readonly onCancel: () => void
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<number>(60)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim()) onShelve(reason, minutes)
  }
  return (
    <CardForm
      className="alarm-form"
      aria-label={say(CARD.shelve)}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <label className="alarm-form-line">
        <span className="ink2">{say(CARD.reason)}</span>
        <input
          ref={focused}
          required
          maxLength={120}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <label>
        <span className="ink2">{say(CARD.length)}</span>
        <select value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
          {LENGTHS_MIN.map((length) => (
            <option key={length} value={length}>
              {length} {say(CARD.minutes)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" disabled={reason.trim() === ''}>
        {say(CARD.shelve).replace('…', '')}
      </Button>
      <Button onClick={onCancel}>{say(CARD.cancel)}</Button>
    </CardForm>
  )
}

/** What has just opened because a key was pressed takes the next one. */
function focused(element: HTMLElement | null): void {
  element?.focus()
}
