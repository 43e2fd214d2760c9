import { useMemo, useState } from 'react'
import { noteDecision } from '../../../api/outbox/decisions'
import { priceOf } from '../../../domain/advice'
import type { Incident } from '../../../domain/incident'
import { isTown, waitOf } from '../../../domain/incident-target'
import { MINUTE_MS } from '../../../domain/time'
import { SEVERITY_GLYPH } from '../../../topics/incidents/data'
import { placeOf, titleOf } from '../../../topics/incidents/describe'
import { formatAge, formatClock } from '../../../ui/clock'
import { Glyph } from '../../../ui/glyph'
import { useCardKeys } from '../../../ui/keys'
import { Button, Kbd } from '../../../ui/kit'
import { useLang, useSay } from '../../../ui/lang'
import { formatTenth } from '../../../ui/numbers'
import { type Candidate, candidatesFor, type DispatchFacts, questionOf } from './facts'
import { incidentTarget, type Officer, send } from './give-orders'
import { Price } from './price'
import { lossPhrase, pointsOf, priceLine } from './price-words'
import { ReasonForm } from './reason-form'
import { DISPATCH } from './words'

const SHOWN = 3
/** Farther down the list nobody is near. */
const MOST_OFFERED = 9

interface Props {
  readonly incident: Incident
  readonly facts: DispatchFacts
  readonly officer: Officer
  readonly canSend: boolean
  readonly onGo: () => void
  readonly onClose: () => void
}

/** One incident: its life so far, the time that is left, who can be there, and at what price. */
export function IncidentCard({ incident, facts, officer, canSend, onGo, onClose }: Props) {
  const say = useSay()
  const lang = useLang()
  const [form, setForm] = useState<'refuse' | 'override' | null>(null)
  const candidates = useMemo(() => candidatesFor(facts, incident), [facts, incident])
  // Held by its id: a picture that moves on must not put another unit under the officer's finger.
  const [chosenId, choose] = useState(candidates[0]?.unit.id ?? null)
  const at = Math.max(
    0,
    candidates.findIndex(({ unit }) => unit.id === chosenId),
  )
  const chosen = candidates[at] ?? null
  const next = () => {
    const after = candidates[(at + 1) % Math.min(candidates.length, MOST_OFFERED)]
    if (after) choose(after.unit.id)
  }
  const total = facts.demand.weight.reduce((sum, w) => sum + w, 0)
  // Prices are asked for anew when a choice is made or the picture moves, not with every render.
  const priced = useMemo(() => {
    const question = questionOf(facts, 'cover')
    return candidates
      .slice(0, Math.max(SHOWN, at + 1))
      .map(
        ({ unit }) =>
          incident.position &&
          priceOf(question, unit.id, incident.position, isTown(incident.areaCode)),
      )
  }, [facts, candidates, incident, at])
  const wait = waitOf(incident, facts.now)
  const title = say(titleOf(incident))

  async function order(candidate: Candidate, override: string | null) {
    const price = priced[candidates.indexOf(candidate)]
    await send(facts, officer, {
      unit: candidate.unit,
      target: incidentTarget(incident, titleOf(incident).zh),
      origin: 'queue',
      override,
      decision: {
        what: candidates.indexOf(candidate) === 0 ? 'accepted' : 'edited',
        advice: price ? priceLine(price, total) : '',
        reason: override ?? '',
      },
    })
    setForm(null)
  }
  function refuse(reason: string) {
    const price = priced[0]
    void noteDecision({
      at: facts.now,
      by: officer.by,
      what: 'refused',
      unit: candidates[0]?.unit.callSign ?? '',
      target: incidentTarget(incident, titleOf(incident).zh).place,
      advice: price ? priceLine(price, total) : '',
      reason,
    })
    setForm(null)
    next()
  }
  function give() {
    if (!chosen || !canSend) return
    if (chosen.isStale) setForm('override')
    else void order(chosen, null)
  }
  useCardKeys({
    enter: give,
    e: next,
    r: () => candidates.length > 0 && setForm('refuse'),
    g: onGo,
  })
  return (
    <section
      id="desk-detail"
      className="desk-detail"
      tabIndex={-1}
      data-region="detail"
      aria-label={title}
    >
      <header className="detail-head">
        <Glyph name={SEVERITY_GLYPH[incident.severity]} size={1.5} />
        <h2>{title}</h2>
        <p className="ink2">
          {say(placeOf(incident, facts.areas))} · {incident.id}
        </p>
      </header>
      <div className="detail-body dispatch-card" tabIndex={0} role="group" aria-label={title}>
        <Steps incident={incident} />
        <p className="dispatch-target">
          <span>
            {say(isTown(incident.areaCode) ? DISPATCH.townTarget : DISPATCH.suburbTarget)}{' '}
            {wait.targetMs / MINUTE_MS} {say(DISPATCH.toArrive)}
          </span>
          <strong>
            {say(wait.isOver ? DISPATCH.over : DISPATCH.left)}{' '}
            {formatAge(Math.abs(wait.leftMs), lang)}
          </strong>
        </p>
        <h3>
          {say(DISPATCH.candidates)} <small className="ink3">{say(DISPATCH.coverageIs)}</small>
        </h3>
        {!incident.position && <p className="note hatched">{say(DISPATCH.noPosition)}</p>}
        {incident.position && !chosen && <p className="note">{say(DISPATCH.noCandidates)}</p>}
        <ol className="dispatch-candidates">
          {candidates.slice(0, Math.max(SHOWN, at + 1)).map((candidate, i) => {
            const price = priced[i]
            const isChosen = candidate === chosen
            return (
              <li key={candidate.unit.id}>
                <button
                  type="button"
                  className={isChosen ? 'dispatch-unit is-chosen' : 'dispatch-unit'}
                  aria-pressed={isChosen}
                  onClick={() => choose(candidate.unit.id)}
                >
                  <span className="dispatch-unit-head">
                    <strong>{candidate.unit.callSign}</strong>
                    <span className="ink2">
                      {formatTenth(candidate.km)} km
                      {candidate.isStale &&
                        ` · ${say(DISPATCH.stale)} ${formatAge(facts.now - candidate.unit.observedAt, lang)}`}
                    </span>
                    {!isChosen && price && (
                      <span className="ink2">
                        {pointsOf(price.gained, total)} / {say(lossPhrase(price, facts.areas))}
                      </span>
                    )}
                    <strong className="dispatch-minutes">
                      {formatTenth(candidate.minutes)} {say(DISPATCH.minutes)}
                    </strong>
                  </span>
                  {isChosen && price && <Price price={price} total={total} areas={facts.areas} />}
                </button>
              </li>
            )
          })}
        </ol>
        <p className="ink3">{say(DISPATCH.method)}</p>
      </div>
      {form === 'refuse' && (
        <ReasonForm
          label={DISPATCH.refuseWhy}
          action={DISPATCH.record}
          onReason={refuse}
          onCancel={() => setForm(null)}
        />
      )}
      {form === 'override' && chosen && (
        <ReasonForm
          label={DISPATCH.overrideWhy}
          action={DISPATCH.send}
          onReason={(reason) => void order(chosen, reason)}
          onCancel={() => setForm(null)}
        />
      )}
      {form === null && (
        <div className="detail-buttons">
          <Button className="primary" disabled={!chosen || !canSend} onClick={give}>
            {say(DISPATCH.send)} {chosen?.unit.callSign ?? ''} <Kbd>Enter</Kbd>
          </Button>
          <Button disabled={candidates.length < 2} onClick={next}>
            {say(DISPATCH.other)} <Kbd>E</Kbd>
          </Button>
          <Button disabled={!chosen} onClick={() => setForm('refuse')}>
            {say(DISPATCH.refuse)} <Kbd>R</Kbd>
          </Button>
          <Button className="plain" onClick={onClose}>
            {say(DISPATCH.cancel)}
          </Button>
        </div>
      )}
    </section>
  )
}

const LIFE = ['received', 'dispatched', 'arrived', 'closed'] as const

function Steps({ incident }: { readonly incident: Incident }) {
  const say = useSay()
  return (
    <ol className="dispatch-steps">
      {LIFE.map((step) => {
        const time = incident[`${step}At`]
        return (
          <li key={step} className={time === null ? '' : 'is-past'}>
            <span>{say(DISPATCH[step])}</span>
            <time className="ink2">{time === null ? '—' : formatClock(time)}</time>
          </li>
        )
      })}
    </ol>
  )
}
