import { useEffect, useMemo, useState } from 'react'
import { noteDecision } from '../../../api/outbox/decisions'
import { priceOf } from '../../../domain/advice'
import type { Incident } from '../../../domain/incident'
import { isTown, waitOf } from '../../../domain/incident-target'
import { SEVERITY_GLYPH } from '../../../topics/incidents/data'
import { placeOf, titleOf } from '../../../topics/incidents/describe'
import { Glyph } from '../../../ui/glyph'
import { expectTyping, useCardKeys } from '../../../ui/keys'
import { Button, Kbd } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import type { Phrase } from '../../../ui/words'
import type { Officer } from '../../officer'
import { AreaPick, CandidateRow } from './candidate-list'
import { type Candidate, candidatesFor, isByDistance, sentTo } from './candidates'
import { type DispatchFacts, questionOf } from './facts'
import { decisionTime, incidentTarget, positionThen, send } from './give-orders'
import { Steps, Target } from './incident-life'
import { PositionsNote } from './positions-note'
import { priceLine } from './price-words'
import { ReasonForm } from './reason-form'
import { SentHere } from './sent-here'
import { settledPhrase } from './settled-words'
import { useChoice } from './use-choice'
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
  /** It has left the queue while a reason was being typed. */
  readonly isGone: boolean
  readonly onWriting: (isWriting: boolean) => void
}

interface Form {
  readonly kind: 'refuse' | 'override'
  readonly candidate: Candidate
}

/** One incident: its life so far, the time that is left, who can be there, and at what price. */
export function IncidentCard(props: Props) {
  const { incident, facts, officer, canSend, onGo, onClose, isGone, onWriting } = props
  const say = useSay()
  // Held with the unit it is about: a picture that moves on must not take a reason away while it is typed.
  const [form, setForm] = useState<Form | null>(null)
  const [told, setTold] = useState<Phrase | null>(null)
  const isWriting = form !== null
  useEffect(() => {
    onWriting(isWriting)
    return () => onWriting(false)
  }, [isWriting, onWriting])
  const candidates = useMemo(() => candidatesFor(facts, incident), [facts, incident])
  const sent = useMemo(() => sentTo(facts, incident), [facts, incident])
  const isFirst = sent.length === 0 && incident.dispatchedAt === null
  // Somebody is on the way: a second unit is a decision of its own, and nothing is framed for it.
  const choice = useChoice(
    candidates.map(({ unit }) => unit.id),
    isFirst,
  )
  const chosen = candidates.find(({ unit }) => unit.id === choice.framed) ?? null
  const settledAs = (id: string) => {
    const how = choice.settled.get(id)
    return how ? settledPhrase(facts, how, id, incident.id) : null
  }
  const next = () =>
    choice.step(
      1,
      candidates.slice(0, MOST_OFFERED).map(({ unit }) => unit.id),
    )
  const isNear = isByDistance(facts, incident)
  const shown = useMemo(() => {
    const near = candidates.slice(0, SHOWN)
    return chosen && !near.includes(chosen) ? [...near, chosen] : near
  }, [candidates, chosen])
  const total = facts.lost.includes('incidents')
    ? 0
    : facts.demand.weight.reduce((sum, w) => sum + w, 0)
  // Prices are asked for anew when a choice is made or the picture moves, not with every render.
  const priced = useMemo(() => {
    const { position, areaCode } = incident
    if (!position || !isNear || total === 0) return new Map()
    const question = questionOf(facts, 'cover')
    return new Map(
      shown.map(({ unit }) => [unit.id, priceOf(question, unit.id, position, isTown(areaCode))]),
    )
  }, [facts, shown, incident, isNear, total])
  const { leftMs } = waitOf(incident, facts.now)
  const title = say(titleOf(incident))
  const adviceOf = ({ unit }: Candidate) => {
    const price = priced.get(unit.id)
    return price ? priceLine(price, total) : ''
  }

  async function order(candidate: Candidate, override: string | null) {
    const { id } = candidate.unit
    if (!choice.take(id, 'sent')) return
    setForm(null)
    const isKept = await send(facts, officer, {
      unit: candidate.unit,
      target: incidentTarget(incident, facts.areas),
      origin: 'queue',
      override,
      decision: {
        what: !isNear ? 'own' : candidates[0] === candidate ? 'accepted' : 'edited',
        advice: adviceOf(candidate),
        reason: override ?? '',
      },
    })
    if (!isKept) choice.restore(id)
  }
  function refuse(candidate: Candidate, reason: string) {
    if (!choice.take(candidate.unit.id, 'refused')) return
    const target = incidentTarget(incident, facts.areas)
    void noteDecision({
      at: decisionTime(),
      by: officer.by,
      what: 'refused',
      unit: candidate.unit.callSign,
      target: { zh: target.place, en: target.placeEn ?? target.place },
      advice: adviceOf(candidate),
      reason,
      position: positionThen(facts, candidate.unit),
    })
    setForm(null)
  }
  function give() {
    if (!chosen || !canSend) return chosen?.isStale && expectTyping()
    if (chosen.isStale) openForm('override', chosen)
    else void order(chosen, null)
  }
  function openForm(kind: Form['kind'], candidate: Candidate | null) {
    setTold(candidate ? null : DISPATCH.nothingFramed)
    if (candidate) setForm({ kind, candidate })
    else expectTyping()
  }
  const isFormStill =
    form !== null && candidates.some(({ unit }) => unit.id === form.candidate.unit.id)
  useCardKeys({
    enter: give,
    e: () => {
      setTold(null)
      next()
    },
    r: () => openForm('refuse', chosen),
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
        {isGone && <p className="note hatched">{say(DISPATCH.isGone)}</p>}
        <Steps incident={incident} />
        <Target incident={incident} facts={facts} />
        <SentHere sent={sent} facts={facts} />
        <h3>
          {say(isFirst ? DISPATCH.candidates : DISPATCH.oneMore)}{' '}
          <small className="ink3">
            {say(isNear ? DISPATCH.coverageIs : DISPATCH.listedByArea)}
          </small>
        </h3>
        {!incident.position && <p className="note hatched">{say(DISPATCH.noPosition)}</p>}
        <PositionsNote facts={facts} />
        {candidates.length === 0 && <p className="note">{say(DISPATCH.noCandidates)}</p>}
        <ol className="dispatch-candidates">
          {shown.map((candidate) => (
            <CandidateRow
              key={candidate.unit.id}
              candidate={candidate}
              price={priced.get(candidate.unit.id) ?? null}
              total={total}
              leftMs={leftMs}
              facts={facts}
              isChosen={candidate === chosen}
              settled={settledAs(candidate.unit.id)}
              onChoose={() => choice.choose(candidate.unit.id)}
            />
          ))}
        </ol>
        {!isNear && candidates.length > 0 && (
          <AreaPick
            candidates={candidates}
            chosenId={chosen?.unit.id ?? null}
            areas={facts.areas}
            onChoose={choice.choose}
          />
        )}
        {isNear && <p className="ink3">{say(DISPATCH.method)}</p>}
      </div>
      {told && !form && (
        <p className="note" role="status">
          {say(told)}
        </p>
      )}
      {form?.kind === 'refuse' && (
        <ReasonForm
          label={DISPATCH.refuseWhy}
          action={DISPATCH.record}
          about={form.candidate.unit.callSign}
          onReason={(reason) => refuse(form.candidate, reason)}
          onCancel={() => setForm(null)}
        />
      )}
      {form?.kind === 'override' && (
        <ReasonForm
          label={DISPATCH.overrideWhy}
          action={DISPATCH.send}
          about={form.candidate.unit.callSign}
          hindrance={
            isFormStill && canSend && !isGone ? null : isGone ? DISPATCH.isGone : DISPATCH.notFree
          }
          onReason={(reason) => void order(form.candidate, reason)}
          onCancel={() => setForm(null)}
        />
      )}
      {form === null && (
        <div className="detail-buttons">
          <Button className="primary" disabled={!chosen || !canSend} onClick={give}>
            {say(DISPATCH.send)} {chosen?.unit.callSign ?? ''} <Kbd>Enter</Kbd>
          </Button>
          <Button disabled={candidates.length === 0} onClick={next}>
            {say(chosen || isFirst ? DISPATCH.other : DISPATCH.oneMore)} <Kbd>E</Kbd>
          </Button>
          <Button disabled={!chosen} onClick={() => openForm('refuse', chosen)}>
            {say(DISPATCH.refuse)} <Kbd>R</Kbd>
          </Button>
          <Button className="plain" onClick={onClose}>
            {say(DISPATCH.close)}
          </Button>
        </div>
      )}
    </section>
  )
}
