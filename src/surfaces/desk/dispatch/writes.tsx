import { type OutboxPicture, outbox } from '../../../api/outbox'
import { isOver } from '../../../domain/allocation'
import { isSettled, type OrderEntry } from '../../../domain/order-entry'
import { formatClock } from '../../../ui/clock'
import { useCardKeys } from '../../../ui/keys'
import { Button, Kbd } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { byPhrase, CAUSE, entryPhrase } from '../../order-words'
import type { DispatchFacts } from './facts'
import { renew } from './give-orders'
import { DISPATCH } from './words'

/** Every order of this machine that has not come to rest, and every loser: who, when, both versions, one key to go on. */
export function Writes({
  facts,
  picture,
}: {
  readonly facts: DispatchFacts
  readonly picture: OutboxPicture
}) {
  const say = useSay()
  const told = picture.entries.filter(({ state }) => state !== 'confirmed').toReversed()
  const first = told.find(isSettled) ?? null
  useCardKeys(
    first
      ? {
          y: () => !isAlreadyDone(first) && void renew(facts, first),
          x: () => void outbox.dismiss(first.key),
        }
      : {},
  )
  if (told.length === 0 && !picture.isLocked && picture.storeFault === null) return null
  return (
    <section className="dispatch-writes" aria-label={say(DISPATCH.outbox)} aria-live="polite">
      {picture.storeFault !== null && (
        <p className="note hatched" role="alert">
          {say(DISPATCH.noStore)} {picture.storeFault}
        </p>
      )}
      {picture.isLocked && (
        <p className="note hatched" role="alert">
          <strong>{say(DISPATCH.locked)}</strong>
          <Button
            onClick={() => {
              void outbox.unlock().then(outbox.pump)
            }}
          >
            {say(DISPATCH.tryAgain)}
          </Button>
        </p>
      )}
      {told.map((entry) => (
        <Entry key={entry.key} entry={entry} facts={facts} isFirst={entry === first} />
      ))}
    </section>
  )
}

function Entry({
  entry,
  facts,
  isFirst,
}: {
  readonly entry: OrderEntry
  readonly facts: DispatchFacts
  readonly isFirst: boolean
}) {
  const say = useSay()
  const { order, callSign, state, cause, current } = entry
  const { place, placeEn } = order.target
  const isDone = isAlreadyDone(entry)
  return (
    <div className="dispatch-entry" data-order={state}>
      <strong>{callSign}</strong> → {say({ zh: place, en: placeEn ?? place })}
      <span className="ink2">
        {say(entryPhrase(entry))}
        {isDone
          ? ` · ${say(DISPATCH.alreadyDone)}`
          : cause &&
            cause !== 'too-old' &&
            ` · ${say(current?.by === order.by ? DISPATCH.ownSeat : CAUSE[cause])}`}
      </span>
      {current && isSettled(entry) && (
        <span>
          {say(DISPATCH.theirs)}：{say(byPhrase(current.by))} {formatClock(current.decidedAt)} →{' '}
          {say({ zh: current.target.place, en: current.target.placeEn ?? current.target.place })}
        </span>
      )}
      {isSettled(entry) && (
        <span className="dispatch-order-acts">
          {!isDone && (
            <Button onClick={() => void renew(facts, entry)}>
              {say(DISPATCH.renew)} {isFirst && <Kbd>Y</Kbd>}
            </Button>
          )}
          <Button onClick={() => void outbox.dismiss(entry.key)}>
            {say(DISPATCH.dismiss)} {isFirst && <Kbd>X</Kbd>}
          </Button>
        </span>
      )}
    </div>
  )
}

/** The same seat gave the same order in another window: it stands, and there is nothing to send again. */
function isAlreadyDone({ order, current }: OrderEntry): boolean {
  return (
    current !== null &&
    !isOver(current) &&
    current.by === order.by &&
    current.target.id === order.target.id
  )
}
