import type { Allocation } from '../../../domain/allocation'
import { standsAlready } from '../../../domain/order-conflict'
import { isSettled, type OrderEntry } from '../../../domain/order-entry'
import { Button, Kbd } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { CAUSE, entryPhrase, STATE, versionPhrase, whyPhrase } from '../../order-words'
import { ReasonForm } from './reason-form'
import { DISPATCH } from './words'

interface Props {
  readonly entry: OrderEntry
  /** How it stands with the unit now; null: nobody has told. */
  readonly standing: Allocation | null
  readonly isFirst: boolean
  readonly isReasonAsked: boolean
  /** Null: it cannot be sent again. */
  readonly onAgain: ((reason: string | null) => void) | null
  readonly onCancel: () => void
  readonly onDismiss: () => void
}

export function WriteEntry(props: Props) {
  const { entry, standing, isFirst, isReasonAsked, onAgain, onCancel, onDismiss } = props
  const say = useSay()
  const { order, callSign, state, cause, current } = entry
  const { place, placeEn } = order.target
  return (
    <div className="dispatch-entry" data-order={state}>
      <strong>{callSign}</strong> → {say({ zh: place, en: placeEn ?? place })}
      <span className="ink2">
        {say(entryPhrase(entry))}
        {cause && cause !== 'too-old' && ` · ${say(whyPhrase(entry))}`}
        {isSettled(entry) && standsAlready(order, standing) && ` · ${say(DISPATCH.alreadyDone)}`}
      </span>
      {isSettled(entry) && (
        <>
          <span>
            {say(DISPATCH.ours)}：{say(versionPhrase(order))}
          </span>
          {current && current.id !== standing?.id && (
            <span>
              {say(CAUSE.changed)}：{say(versionPhrase(current))}
            </span>
          )}
          {standing && (
            <span>
              {say(DISPATCH.theirs)}：{say(versionPhrase(standing))} · {say(STATE[standing.state])}
            </span>
          )}
          {!standing && cause === 'changed' && <span>{say(DISPATCH.theirsUnknown)}</span>}
          {isReasonAsked && onAgain && (
            <ReasonForm
              label={DISPATCH.overrideWhy}
              action={DISPATCH.send}
              about={callSign}
              onReason={onAgain}
              onCancel={onCancel}
            />
          )}
          <span className="dispatch-order-acts">
            {onAgain && !isReasonAsked && (
              <Button onClick={() => onAgain(null)}>
                {say(DISPATCH.renew)} {isFirst && <Kbd>Y</Kbd>}
              </Button>
            )}
            <Button onClick={onDismiss}>
              {say(DISPATCH.dismiss)} {isFirst && <Kbd>X</Kbd>}
            </Button>
          </span>
        </>
      )}
    </div>
  )
}
