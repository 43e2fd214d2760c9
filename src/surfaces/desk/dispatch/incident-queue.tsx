import { useEffect, useRef } from 'react'
import type { Incident } from '../../../domain/incident'
import { waitOf } from '../../../domain/incident-target'
import { SEVERITY_GLYPH } from '../../../topics/incidents/data'
import { leftPhrase, placeOf, titleOf } from '../../../topics/incidents/describe'
import { Glyph } from '../../../ui/glyph'
import { Empty, Kbd } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount, formatTenth } from '../../../ui/numbers'
import { unsentOf } from './candidates'
import type { DispatchFacts } from './facts'
import { DISPATCH } from './words'

/** What the list draws at most; the table of open incidents holds the rest. */
const DRAWN = 300
const rowId = (id: string) => `queue-${id}`

interface Props {
  readonly facts: DispatchFacts
  readonly selectedId: string | null
  readonly onSelect: (incident: Incident) => void
}

/** Incidents that nobody has reached, the one that has waited worst first. */
export function IncidentQueue({ facts, selectedId, onSelect }: Props) {
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  const { queue } = facts
  const unsent = unsentOf(facts)
  useEffect(() => {
    const row = selectedId && document.getElementById(rowId(selectedId))
    if (row && list.current?.contains(row)) row.scrollIntoView({ block: 'nearest' })
  }, [selectedId])
  const isListed = queue.some(({ id }) => id === selectedId)
  return (
    <section
      id="desk-list"
      className="desk-list"
      tabIndex={-1}
      data-region="list"
      aria-label={say(DISPATCH.queue)}
    >
      <header className="desk-list-head">
        <h2>{say(DISPATCH.queue)}</h2>
        <span className="ink2" data-unsent={unsent}>
          {say(DISPATCH.unsent)} {formatCount(unsent)}
          {queue.length > unsent &&
            ` · ${say(DISPATCH.onWay)} ${formatCount(queue.length - unsent)}`}
        </span>
        <span className="spread" />
        <span className="ink2 attention-how" title={say(DISPATCH.queueHow)}>
          {say(DISPATCH.queueHow)}
        </span>
        <Kbd>J</Kbd>
        <Kbd>K</Kbd>
      </header>
      {queue.length === 0 ? (
        <Empty title={say(DISPATCH.queueNone)} why={say(DISPATCH.queueNoneWhy)} />
      ) : (
        <div
          ref={list}
          className="desk-list-rows"
          role="listbox"
          tabIndex={0}
          aria-label={say(DISPATCH.queue)}
          aria-activedescendant={isListed && selectedId ? rowId(selectedId) : undefined}
        >
          {queue.slice(0, DRAWN).map((incident) => (
            <Row
              key={incident.id}
              incident={incident}
              facts={facts}
              isSelected={incident.id === selectedId}
              onSelect={onSelect}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function Row({
  incident,
  facts,
  isSelected,
  onSelect,
}: {
  readonly incident: Incident
  readonly facts: DispatchFacts
  readonly isSelected: boolean
  readonly onSelect: (incident: Incident) => void
}) {
  const say = useSay()
  const wait = waitOf(incident, facts.now)
  const sent = facts.allocations.filter(
    ({ target, state }) => target.id === incident.id && state !== 'done' && state !== 'withdrawn',
  )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J, K and Enter walk the list
    <div
      id={rowId(incident.id)}
      className={incident.dispatchedAt === null ? 'attention attention-asks' : 'attention'}
      data-incident={incident.id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      onClick={() => onSelect(incident)}
    >
      <Glyph name={SEVERITY_GLYPH[incident.severity]} size={1.5} />
      <strong>{say(titleOf(incident))}</strong>
      <span className="attention-age">
        {say(leftPhrase(wait))}{' '}
        <small className="ink2" title={say(DISPATCH.ofTarget)}>
          {formatTenth(wait.waitedMs / wait.targetMs)}×
        </small>
      </span>
      <span className="ink2 attention-where">
        <span>{say(placeOf(incident, facts.areas))}</span>
        <span className="attention-state">
          {sent.length > 0
            ? sent.map(({ callSign }) => callSign).join(' ')
            : say(incident.dispatchedAt === null ? DISPATCH.waiting : DISPATCH.onWay)}
        </span>
      </span>
    </div>
  )
}
