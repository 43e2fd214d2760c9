import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { startOutbox, useOutbox } from '../../../api/outbox'
import { useReading } from '../../../api/readings'
import type { LngLat } from '../../../domain/geo'
import type { Incident } from '../../../domain/incident'
import type { AreaNames } from '../../../ui/area-names'
import { useSay } from '../../../ui/lang'
import type { Selected, Task } from '../../../view/view'
import type { TopicNow } from '../../use-topics'
import './dispatch.css'
import { expectTyping, useCardKeys } from '../../../ui/keys'
import { officerOf } from '../../officer'
import { dispatchFacts } from './facts'
import { IncidentCard } from './incident-card'
import { IncidentQueue } from './incident-queue'
import { Moves } from './moves'
import { Orders } from './orders'
import { UnitReach } from './unit-reach'
import { useAdvice } from './use-advice'
import { type Placed, WhatIf } from './what-if'
import { DISPATCH } from './words'
import { Writes } from './writes'

export interface DispatchProps {
  readonly task: Task
  readonly topics: readonly TopicNow[]
  readonly selected: Selected | null
  readonly now: number
  readonly areas: AreaNames
  readonly roles: readonly string[] | undefined
  readonly seat: number
  readonly placed: Placed
  readonly onPlace: (unitId: string, position: LngLat) => void
  readonly onReset: () => void
  readonly onSelect: (selected: Selected | null) => void
  readonly onGo: () => void
  readonly onCoverage: () => void
  readonly onBrief: () => void
  readonly onSeat: (seat: number) => void
}

interface Props extends DispatchProps {
  /** What is selected, where no card of ours says more. */
  readonly detail: (more: ReactNode) => ReactNode
}

/** The right column where units are sent; under alarms only what has been written is told. */
export default function DispatchColumn(props: Props) {
  const { task, topics, selected, now, areas, onSelect } = props
  const say = useSay()
  const reading = useReading('allocations')
  const picture = useOutbox()
  useEffect(() => void startOutbox(), [])
  const facts = useMemo(
    () => dispatchFacts(topics, reading, picture.entries, now, areas),
    [topics, reading, picture.entries, now, areas],
  )
  const advice = useAdvice(facts)
  const officer = useMemo(() => officerOf(props.roles, props.seat), [props.roles, props.seat])
  // Without the allocations nobody knows who is sent already.
  const isKnown = reading.quality !== 'lost' && reading.snapshot !== null
  const canSend = officer.mayOrder && isKnown && !picture.isLocked && picture.storeFault === null
  const [isWriting, setWriting] = useState(false)
  const last = useRef<Incident | null>(null)
  const chosenId = task === 'incidents' && selected?.topic === 'incidents' ? selected.id : null
  const queued = facts.queue.find(({ id }) => id === chosenId) ?? null
  if (queued) last.current = queued
  // Somebody is writing a reason for it: it stays until that is done.
  const incident = queued ?? (isWriting && last.current?.id === chosenId ? last.current : null)
  const unitId = selected?.topic === 'patrols' ? /^unit:(.+)$/.exec(selected.id)?.[1] : undefined
  const showUnit = (id: string) => onSelect({ topic: 'patrols', id: `unit:${id}` })
  function step(by: number) {
    const at = facts.queue.findIndex(({ id }) => id === selected?.id)
    const next = facts.queue[Math.min(facts.queue.length - 1, Math.max(0, at < 0 ? 0 : at + by))]
    if (next) onSelect({ topic: 'incidents', id: next.id })
  }
  useCardKeys(
    // Without a card R opens no form, and the reason that is typed after it is no command.
    task === 'incidents'
      ? { j: () => step(1), k: () => step(-1), r: !incident && expectTyping }
      : { r: task === 'orders' && expectTyping },
  )
  const shared = { facts, officer, canSend }
  return (
    <>
      {task !== 'alarms' && !officer.mayOrder && (
        <p className="note hatched">{say(DISPATCH.mayNot)}</p>
      )}
      {task !== 'alarms' && !isKnown && (
        <p className="note hatched">{say(DISPATCH.noAllocations)}</p>
      )}
      <Writes {...shared} picture={picture} />
      {task === 'incidents' && (
        <IncidentQueue
          facts={facts}
          selectedId={selected?.id ?? null}
          onSelect={({ id }) => onSelect({ topic: 'incidents', id })}
        />
      )}
      {task === 'orders' && (
        <Orders
          {...shared}
          onShow={showUnit}
          onBrief={props.onBrief}
          seat={props.seat}
          onSeat={props.onSeat}
        />
      )}
      {incident ? (
        <IncidentCard
          key={incident.id}
          {...shared}
          incident={incident}
          onGo={props.onGo}
          onClose={() => onSelect(null)}
          isGone={queued === null}
          onWriting={setWriting}
        />
      ) : (
        task !== 'moves' && props.detail(unitId && <UnitReach unitId={unitId} facts={facts} />)
      )}
      {task === 'moves' && (
        <>
          <Moves {...shared} advice={advice} onShow={showUnit} onCoverage={props.onCoverage} />
          <WhatIf
            {...shared}
            placed={props.placed}
            isAside={advice.asked !== null}
            onPlace={props.onPlace}
            onReset={props.onReset}
          />
        </>
      )}
    </>
  )
}
