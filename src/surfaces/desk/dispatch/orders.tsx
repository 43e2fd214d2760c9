import { useEffect, useRef, useState } from 'react'
import { type Allocation, isOver } from '../../../domain/allocation'
import { agoPhrase, formatClock } from '../../../ui/clock'
import { useCardKeys } from '../../../ui/keys'
import { Button, Empty, Kbd } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount } from '../../../ui/numbers'
import type { Phrase } from '../../../ui/words'
import { isSeat, MOST_SEATS } from '../../../view/personal'
import type { Officer } from '../../officer'
import { byPhrase, CAUSE, STATE } from '../../order-words'
import { ArrivalLine } from './arrival-line'
import type { DispatchFacts } from './facts'
import { end, undo } from './give-orders'
import { REACH } from './reach-words'
import { useChoice } from './use-choice'
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
  const [fault, setFault] = useState<{ readonly id: string; readonly why: Phrase } | null>(null)
  const all = facts.allocations.toSorted(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || b.decidedAt - a.decidedAt,
  )
  const list = useRef<HTMLUListElement>(null)
  const ids = all.map(({ id }) => id)
  const choice = useChoice(ids, true)
  const framed = all.find(({ id }) => id === choice.framed) ?? null
  useEffect(() => {
    const row = [...(list.current?.children ?? [])].find(
      (one) => one instanceof HTMLElement && one.dataset.allocation === choice.framed,
    )
    row?.scrollIntoView({ block: 'nearest' })
  }, [choice.framed])
  const canUndo = (one: Allocation) =>
    canSend && isStanding(facts, one) && one.target.kind !== 'beat'
  const canFinish = (one: Allocation) => canSend && isStanding(facts, one)
  /** Held until its answer has come: two strokes are one wish. */
  const busy = useRef(new Set<string>())
  async function once(one: Allocation, work: () => Promise<Phrase | null>) {
    if (busy.current.has(one.id)) return
    busy.current.add(one.id)
    try {
      const why = await work()
      setFault(why && { id: one.id, why })
    } finally {
      busy.current.delete(one.id)
    }
  }
  const takeBack = (one: Allocation) =>
    once(one, async () => {
      await undo(facts, officer, one)
      return null
    })
  const finish = (one: Allocation) =>
    once(one, async () => {
      const answer = await end(officer, one, 'done')
      if (answer.is === 'refused') return CAUSE[answer.cause]
      if (answer.is === 'locked') return DISPATCH.locked
      return answer.is === 'unknown' ? DISPATCH.noAnswer : null
    })
  // Always taken here: the desk's own J would choose an alarm of a list that is not on show.
  useCardKeys({
    j: () => choice.step(1),
    k: () => choice.step(-1),
    u: () => framed && canUndo(framed) && takeBack(framed),
    d: () => framed && canFinish(framed) && finish(framed),
    enter: () => framed && onShow(framed.unitId),
  })
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
        <Kbd>J</Kbd>
        <Kbd>K</Kbd>
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
        <ul className="desk-list-rows dispatch-orders" ref={list}>
          {all.map((one) => (
            <OrderRow
              key={one.id}
              one={one}
              facts={facts}
              isFramed={one === framed}
              fault={fault?.id === one.id ? fault.why : null}
              onShow={() => {
                choice.choose(one.id)
                onShow(one.unitId)
              }}
              onUndo={canUndo(one) ? () => void takeBack(one) : null}
              onDone={canFinish(one) ? () => void finish(one) : null}
            />
          ))}
        </ul>
      )}
      {all.some((one) => !isOver(one)) && (
        <p className="desk-list-foot ink3">{say(REACH.arrivalHow)}</p>
      )}
    </section>
  )
}

/** The unit's newest, and not over: what may still be changed. */
function isStanding({ confirmed }: DispatchFacts, one: Allocation): boolean {
  return confirmed.get(one.unitId)?.id === one.id && !isOver(one)
}

interface RowProps {
  readonly one: Allocation
  readonly facts: DispatchFacts
  readonly isFramed: boolean
  readonly fault: Phrase | null
  readonly onShow: () => void
  /** Null: it cannot be. */
  readonly onUndo: (() => void) | null
  readonly onDone: (() => void) | null
}

function OrderRow({ one, facts, isFramed, fault, onShow, onUndo, onDone }: RowProps) {
  const say = useSay()
  const { place, placeEn } = one.target
  return (
    <li
      className={isFramed ? 'dispatch-order is-chosen' : 'dispatch-order'}
      data-allocation={one.id}
      data-state={one.state}
      aria-current={isFramed}
    >
      <button type="button" className="plain" onClick={onShow}>
        <strong>{one.callSign}</strong> → {say({ zh: place, en: placeEn ?? place })}
      </button>
      <span className="ink2">
        {say(STATE[one.state])} · {say(byPhrase(one.by))} · {formatClock(one.decidedAt)} ·{' '}
        {say(agoPhrase(facts.now - one.decidedAt))}
        {one.override !== null && one.origin !== 'undo' && ` · ${one.override}`}
      </span>
      <ArrivalLine order={one} facts={facts} />
      {isStanding(facts, one) && (
        <span className="dispatch-order-acts">
          <Button disabled={!onUndo} onClick={() => onUndo?.()}>
            {say(DISPATCH.undo)} {isFramed && <Kbd>U</Kbd>}
          </Button>
          <Button disabled={!onDone} onClick={() => onDone?.()}>
            {say(DISPATCH.done)} {isFramed && <Kbd>D</Kbd>}
          </Button>
        </span>
      )}
      {fault && (
        <span className="note hatched" role="alert">
          {say(fault)}
        </span>
      )}
    </li>
  )
}
