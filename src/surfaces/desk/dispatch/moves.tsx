import { useEffect, useRef, useState } from 'react'
import { askAdvice } from '../../../api/advice'
import { noteDecision } from '../../../api/outbox/decisions'
import type { Advice, AdviceQuestion, Move } from '../../../domain/advice'
import { areaPhrase } from '../../../ui/area-names'
import { formatClock } from '../../../ui/clock'
import { Button, Empty, ErrorNote, Kbd, Skeleton, ToggleGroup } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount, formatTenth } from '../../../ui/numbers'
import { type DispatchFacts, FLOOR, type NamedPost, questionOf } from './facts'
import { type Officer, postTarget, send } from './give-orders'
import { Price } from './price'
import { priceLine, shares } from './price-words'
import { ReasonForm } from './reason-form'
import { useCardKeys } from './use-card-keys'
import { DISPATCH } from './words'

interface Asked {
  readonly at: number
  readonly question: AdviceQuestion
  readonly advice: Advice
}

interface Props {
  readonly facts: DispatchFacts
  readonly officer: Officer
  readonly canSend: boolean
  readonly onShow: (unitId: string) => void
  readonly onCoverage: () => void
}

/** Where units are missed, and what moving one there costs where it is now. Computed when asked, never sent by itself. */
export function Moves({ facts, officer, canSend, onShow, onCoverage }: Props) {
  const say = useSay()
  const [goal, setGoal] = useState<AdviceQuestion['goal']>('cover')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isComputing, setComputing] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [settled, setSettled] = useState<ReadonlyMap<string, 'accepted' | 'refused'>>(new Map())
  const [at, setAt] = useState(0)
  const [form, setForm] = useState<'refuse' | 'edit' | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  async function compute(goal: AdviceQuestion['goal']) {
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    setComputing(true)
    setFault(null)
    const question = questionOf(facts, goal)
    try {
      const advice = await askAdvice(question, own.signal)
      setAsked({ at: facts.now, question, advice })
      setSettled(new Map())
      setAt(0)
    } catch (error) {
      if (!own.signal.aborted) setFault(error instanceof Error ? error.message : String(error))
    } finally {
      if (stop.current === own) setComputing(false)
    }
  }
  const open = asked?.advice.moves.filter(({ unitId }) => !settled.has(unitId)) ?? []
  const move = open[Math.min(at, open.length - 1)] ?? null
  const total = asked?.advice.total ?? 0
  const settle = (unitId: string, how: 'accepted' | 'refused') =>
    setSettled((before) => new Map(before).set(unitId, how))

  async function accept(one: Move, to: NamedPost | undefined, what: 'accepted' | 'edited') {
    const unit = facts.units.find(({ id }) => id === one.unitId)
    if (!unit || !to || !canSend) return
    const isSent = await send(facts, officer, {
      unit,
      target: postTarget(to),
      origin: 'advice',
      override: null,
      decision: { what, advice: priceLine(one, total), reason: '' },
    })
    if (isSent) settle(one.unitId, 'accepted')
    setForm(null)
  }
  const placeOf = (one: Move) => facts.places.find(({ id }) => id === one.placeId)
  function refuse(one: Move, reason: string) {
    const unit = facts.units.find(({ id }) => id === one.unitId)
    void noteDecision({
      at: facts.now,
      by: officer.by,
      what: 'refused',
      unit: unit?.callSign ?? one.unitId,
      target: placeOf(one)?.name ?? one.placeId,
      advice: priceLine(one, total),
      reason,
    })
    settle(one.unitId, 'refused')
    setForm(null)
  }
  useCardKeys({
    j: () => setAt((now) => Math.min(open.length - 1, now + 1)),
    k: () => setAt((now) => Math.max(0, now - 1)),
    c: () => void compute(goal),
    ...(move && {
      enter: () => void accept(move, placeOf(move), 'accepted'),
      r: () => setForm('refuse'),
      e: () => setForm('edit'),
      g: () => onShow(move.unitId),
    }),
  })
  return (
    <section
      id="desk-list"
      className="desk-list dispatch-moves"
      tabIndex={-1}
      data-region="list"
      aria-label={say(DISPATCH.moves)}
    >
      <header className="desk-list-head">
        <h2>{say(DISPATCH.moves)}</h2>
        <span className="spread" />
        <ToggleGroup
          label={say(DISPATCH.moves)}
          value={goal}
          choices={[
            { value: 'cover', label: say(DISPATCH.goalCover) },
            { value: 'mean', label: say(DISPATCH.goalMean) },
          ]}
          onChange={(next) => {
            setGoal(next)
            if (asked) void compute(next)
          }}
        />
        <Button onClick={() => (isComputing ? stop.current?.abort() : void compute(goal))}>
          {say(isComputing ? DISPATCH.stop : asked ? DISPATCH.again : DISPATCH.compute)}{' '}
          <Kbd>C</Kbd>
        </Button>
      </header>
      <div
        className="desk-list-rows dispatch-scroll"
        tabIndex={0}
        role="group"
        aria-label={say(DISPATCH.moves)}
      >
        {isComputing && <Skeleton>{say(DISPATCH.computing)}</Skeleton>}
        {fault && <ErrorNote what={say(DISPATCH.moves)} todo={fault} />}
        {!asked && !isComputing && <p className="note">{say(DISPATCH.asked)}</p>}
        <Button onClick={onCoverage}>{say(DISPATCH.coveragePage)}</Button>
        {facts.demandLeavesOut && <p className="note">{say(facts.demandLeavesOut)}</p>}
        {asked && <Summary asked={asked} facts={facts} />}
        {asked && asked.advice.moves.length === 0 && (
          <Empty title={say(DISPATCH.noMoves)} why={say(DISPATCH.noMovesWhy)} />
        )}
        <ol className="dispatch-candidates">
          {open.map((one, i) => (
            <li key={one.unitId}>
              <button
                type="button"
                className={one === move ? 'dispatch-unit is-chosen' : 'dispatch-unit'}
                aria-pressed={one === move}
                onClick={() => setAt(i)}
              >
                <MoveHead move={one} facts={facts} />
                {one === move && <Price price={one} total={total} areas={facts.areas} />}
              </button>
            </li>
          ))}
        </ol>
        {move && form === 'refuse' && (
          <ReasonForm
            label={DISPATCH.refuseWhy}
            action={DISPATCH.record}
            onReason={(reason) => refuse(move, reason)}
            onCancel={() => setForm(null)}
          />
        )}
        {move && form === 'edit' && (
          <PlaceForm
            facts={facts}
            onPlace={(place) => void accept(move, place, 'edited')}
            onCancel={() => setForm(null)}
          />
        )}
        {move && form === null && (
          <div className="dispatch-buttons">
            <Button
              className="primary"
              disabled={!canSend}
              onClick={() => void accept(move, placeOf(move), 'accepted')}
            >
              {say(DISPATCH.send)} <Kbd>Enter</Kbd>
            </Button>
            <Button onClick={() => setForm('edit')}>
              {say(DISPATCH.edit)} <Kbd>E</Kbd>
            </Button>
            <Button onClick={() => setForm('refuse')}>
              {say(DISPATCH.refuse)} <Kbd>R</Kbd>
            </Button>
          </div>
        )}
        {asked && (
          <p className="ink3">
            {say(DISPATCH.method)} · {say(DISPATCH.asked)}
          </p>
        )}
      </div>
    </section>
  )
}

function MoveHead({ move, facts }: { readonly move: Move; readonly facts: DispatchFacts }) {
  const say = useSay()
  const unit = facts.units.find(({ id }) => id === move.unitId)
  const place = facts.places.find(({ id }) => id === move.placeId)
  return (
    <span className="dispatch-unit-head">
      <strong>{unit?.callSign ?? move.unitId}</strong>
      <span className="ink2">
        → {place ? say({ zh: place.name, en: place.nameEn ?? place.name }) : move.placeId}
      </span>
      <strong className="dispatch-minutes">
        {formatTenth(move.minutes)} {say(DISPATCH.minutes)}
      </strong>
    </span>
  )
}

function Summary({ asked, facts }: { readonly asked: Asked; readonly facts: DispatchFacts }) {
  const say = useSay()
  const { advice, question } = asked
  const { coveredNow, coveredThen, total, bound, isOptimal, meanNowMin, meanThenMin } = advice
  const minutes = (value: number | null) => (value === null ? '—' : formatTenth(value))
  return (
    <dl className="dispatch-summary">
      <div>
        <dt>{say(DISPATCH.covered)}</dt>
        <dd>
          {shares(coveredNow, coveredThen, total)}{' '}
          <small>
            {formatCount(Math.round(coveredNow))} → {formatCount(Math.round(coveredThen))} /{' '}
            {formatCount(Math.round(total))}
          </small>
        </dd>
      </div>
      <div>
        <dt>{say(DISPATCH.mean)}</dt>
        <dd>
          {minutes(meanNowMin)} → {minutes(meanThenMin)} {say(DISPATCH.minutes)}
        </dd>
      </div>
      {bound !== null && total > 0 && (
        <div>
          <dt>{say(DISPATCH.bound)}</dt>
          <dd>
            {formatTenth((100 * bound) / total)} %{' '}
            <small>
              {isOptimal ? say(DISPATCH.optimal) : ''} p = {formatCount(question.units.length)}
            </small>
          </dd>
        </div>
      )}
      <p className="ink3">
        {formatClock(asked.at)} ·{' '}
        {advice.belowFloor.length === 0
          ? say(DISPATCH.floorKept)
          : `${say(DISPATCH.floorNot)}${advice.belowFloor
              .map((code) => say(areaPhrase(facts.areas, code.padEnd(6, '0'))))
              .join('、')} (${100 * FLOOR} %)`}
      </p>
    </dl>
  )
}

function PlaceForm({
  facts,
  onPlace,
  onCancel,
}: {
  readonly facts: DispatchFacts
  readonly onPlace: (place: NamedPost) => void
  readonly onCancel: () => void
}) {
  const say = useSay()
  const [id, setId] = useState(facts.places[0]?.id ?? '')
  const place = facts.places.find((one) => one.id === id)
  return (
    <form
      className="dispatch-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (place) onPlace(place)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <label>
        <span className="ink2">{say(DISPATCH.editHow)}</span>
        <select
          ref={(element) => element?.focus()}
          value={id}
          onChange={(event) => setId(event.target.value)}
        >
          {facts.places.map((one) => (
            <option key={one.id} value={one.id}>
              {say({ zh: one.name, en: one.nameEn ?? one.name })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" disabled={!place}>
        {say(DISPATCH.send)}
      </Button>
      <Button onClick={onCancel}>{say(DISPATCH.cancel)}</Button>
    </form>
  )
}
