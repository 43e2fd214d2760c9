import { useState } from 'react'
import { type OutboxPicture, outbox, ownTab } from '../../../api/outbox'
import { isToldTo, standingOf, standsAlready } from '../../../domain/order-conflict'
import { isSettled, type OrderEntry } from '../../../domain/order-entry'
import { useCardKeys } from '../../../ui/keys'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import type { Officer } from '../../officer'
import type { DispatchFacts } from './facts'
import { renew } from './give-orders'
import { DISPATCH } from './words'
import { WriteEntry } from './write-entry'

/** What has become of the orders given here: who was faster, when, both versions, one key to go on. */
export function Writes({
  facts,
  officer,
  canSend,
  picture,
}: {
  readonly facts: DispatchFacts
  readonly officer: Officer
  readonly canSend: boolean
  readonly picture: OutboxPicture
}) {
  const say = useSay()
  /** The order that waits for a reason. */
  const [asked, setAsked] = useState<string | null>(null)
  const reader = { by: officer.by, tab: ownTab(), openTabs: picture.openTabs }
  const told = picture.entries
    .filter((entry) => entry.state !== 'confirmed' && isToldTo(entry, reader))
    .toReversed()
  const first = told.find(isSettled) ?? null
  const standing = (entry: OrderEntry) =>
    standingOf(entry, facts.confirmed.get(entry.order.unitId) ?? null)
  async function again(entry: OrderEntry, reason: string | null) {
    if (!canSend) return
    const is = await renew(facts, officer, entry, reason)
    setAsked(is === 'reason' ? entry.key : null)
  }
  useCardKeys(
    first ? { y: () => void again(first, null), x: () => void outbox.dismiss(first.key) } : {},
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
        <WriteEntry
          key={entry.key}
          entry={entry}
          standing={standing(entry)}
          isFirst={entry === first}
          isReasonAsked={asked === entry.key}
          onAgain={
            canSend && !standsAlready(entry.order, standing(entry))
              ? (reason) => void again(entry, reason)
              : null
          }
          onCancel={() => setAsked(null)}
          onDismiss={() => void outbox.dismiss(entry.key)}
        />
      ))}
    </section>
  )
}
