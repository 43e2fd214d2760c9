import { useState } from 'react'
import { type Allocation, isOver } from '../../../domain/allocation'
import { agoPhrase, formatClock } from '../../../ui/clock'
import { Button, Empty, Kbd } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount } from '../../../ui/numbers'
import { isSeat, MOST_SEATS } from '../../../view/personal'
import { CAUSE, STATE } from '../../order-words'
import type { DispatchFacts } from './facts'
import { end, type Officer, undo } from './give-orders'
import { DISPATCH } from './words'

interface Props {
  readonly facts: DispatchFacts
  readonly officer: Officer
  readonly canSend: boolean
  readonly onShow: (unitId: string) => void
  readonly onBrief: () => void
  readonly seat: number
  readonly onSeat: (seat: number) => void
}

/** Who is sent where: what stands first, then what is over, the newest first. */
export function Orders({ facts, officer, canSend, onShow, onBrief, seat, onSeat }: Props) {
  const say = useSay()
  const all = facts.allocations.toSorted(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || b.decidedAt - a.decidedAt,
  )
  return (
    <section
      id="desk-list"
      className="desk-list"
      tabIndex={-1}
      data-region="list"
      aria-label={say(DISPATCH.orders)}
    >
      <header className="desk-list-head">
        <h2>{say(DISPATCH.orders)}</h2>
        <span className="ink2">{formatCount(all.filter((one) => !isOver(one)).length)}</span>
        <span className="spread" />
        <label className="dispatch-seat ink2">
          {say(DISPATCH.seat)}
          <input
            type="number"
            min={1}
            max={MOST_SEATS}
            value={seat}
            onChange={({ target }) => isSeat(target.valueAsNumber) && onSeat(target.valueAsNumber)}
          />
        </label>
        <Button onClick={onBrief}>
          {say(DISPATCH.brief)} <Kbd>B</Kbd>
        </Button>
      </header>
      {all.length === 0 ? (
        <Empty title={say(DISPATCH.noOrders)} why={say(DISPATCH.noOrdersWhy)} />
      ) : (
        <ul className="desk-list-rows dispatch-orders">
          {all.map((one) => (
            <OrderRow
              key={one.id}
              one={one}
              facts={facts}
              officer={officer}
              canSend={canSend}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function OrderRow({
  one,
  facts,
  officer,
  canSend,
  onShow,
}: Omit<Props, 'onBrief' | 'seat' | 'onSeat'> & { readonly one: Allocation }) {
  const say = useSay()
  const [fault, setFault] = useState<string | null>(null)
  const isLatest = facts.confirmed.get(one.unitId)?.id === one.id
  const { place, placeEn } = one.target
  async function finish() {
    const answer = await end(officer, one, 'done')
    if (answer.is === 'refused') setFault(say(CAUSE[answer.cause]))
    else if (answer.is === 'locked') setFault(say(DISPATCH.locked))
    else setFault(answer.is === 'unknown' ? say(CAUSE.refused) : null)
  }
  return (
    <li className="dispatch-order" data-allocation={one.id} data-state={one.state}>
      <button type="button" className="plain" onClick={() => onShow(one.unitId)}>
        <strong>{one.callSign}</strong> → {say({ zh: place, en: placeEn ?? place })}
      </button>
      <span className="ink2">
        {say(STATE[one.state])} · {one.by} · {formatClock(one.decidedAt)} ·{' '}
        {say(agoPhrase(facts.now - one.decidedAt))}
        {one.override !== null && one.origin !== 'undo' && ` · ${one.override}`}
      </span>
      {isLatest && !isOver(one) && (
        <span className="dispatch-order-acts">
          <Button
            disabled={!canSend || one.target.kind === 'beat'}
            onClick={() => void undo(facts, officer, one)}
          >
            {say(DISPATCH.undo)}
          </Button>
          <Button disabled={!canSend} onClick={() => void finish()}>
            {say(DISPATCH.done)}
          </Button>
        </span>
      )}
      {fault && (
        <span className="note hatched" role="alert">
          {fault}
        </span>
      )}
    </li>
  )
}
