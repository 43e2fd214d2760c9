import { useEffect, useRef, useState } from 'react'
import { askAdvice } from '../../../api/advice'
import { noteDecision } from '../../../api/outbox/decisions'
import type { AdviceQuestion, Move } from '../../../domain/advice'
import { expectTyping, useCardKeys } from '../../../ui/keys'
import { Button, Empty, ErrorNote, Kbd, ToggleGroup } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { AdviceSummary, type Asked } from './advice-summary'
import { Computing } from './computing'
import { type DispatchFacts, isFree, type NamedPost, questionOf } from './facts'
import {
  decisionTime,
  needsReason,
  type Officer,
  positionThen,
  postTarget,
  send,
} from './give-orders'
import { InputsNote } from './inputs-note'
import { MoveHead } from './move-head'
import { PlaceForm } from './place-form'
import { PositionsNote } from './positions-note'
import { Price } from './price'
import { priceLine } from './price-words'
import { ReasonForm } from './reason-form'
import { useChoice } from './use-choice'
import { DISPATCH } from './words'

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
  const [computing, setComputing] = useState<{ units: number; places: number } | null>(null)
  const [isVoid, setVoid] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [form, setForm] = useState<'refuse' | 'edit' | 'override' | null>(null)
  /** Where the move goes that waits for a reason. */
  const waits = useRef<Parameters<typeof accept> | null>(null)
  const [isTold, setTold] = useState(false)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const isBlind = facts.lost.length > 0
  // Advice from a picture that is gone is none, also after another picture has come.
  useEffect(() => {
    if (!isBlind) return
    stop.current?.abort()
    setVoid((before) => before || asked !== null)
    setAsked(null)
    setForm(null)
  }, [isBlind, asked])

  async function compute(goal: AdviceQuestion['goal']) {
    if (isBlind) return
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    setFault(null)
    setVoid(false)
    const question = questionOf(facts, goal)
    setComputing({ units: question.units.length, places: question.places.length })
    try {
      const advice = await askAdvice(question, own.signal)
      setAsked({ at: facts.now, question, advice })
      choice.open(advice.moves[0]?.unitId ?? null)
    } catch (error) {
      if (!own.signal.aborted) setFault(error instanceof Error ? error.message : String(error))
    } finally {
      if (stop.current === own) setComputing(null)
    }
  }
  const computeOrStop = () => (computing ? stop.current?.abort() : void compute(goal))
  const moves = asked?.advice.moves ?? []
  const choice = useChoice(
    moves.map(({ unitId }) => unitId),
    false,
  )
  const open = moves.filter(({ unitId }) => !choice.settled.has(unitId))
  const move = open.find(({ unitId }) => unitId === choice.framed) ?? null
  const unitOf = ({ unitId }: Move) => facts.units.find(({ id }) => id === unitId)
  const unit = move && unitOf(move)
  const isReady = unit !== undefined && unit !== null && isFree(facts, unit)
  const total = asked?.advice.total ?? 0
  const placeOf = (one: Move) => facts.places.find(({ id }) => id === one.placeId)

  async function accept(
    one: Move,
    to: NamedPost | undefined,
    what: 'accepted' | 'edited',
    override: string | null = null,
  ) {
    const unit = unitOf(one)
    if (!unit || !to || !canSend || !isFree(facts, unit)) return
    if (needsReason(facts, unit, override)) {
      waits.current = [one, to, what]
      setForm('override')
      return
    }
    if (!choice.take(one.unitId)) return
    setForm(null)
    const isSent = await send(facts, officer, {
      unit,
      target: postTarget(to),
      origin: 'advice',
      override,
      decision: { what, advice: priceLine(one, total), reason: override ?? '' },
    })
    if (!isSent) choice.restore(one.unitId)
  }
  function refuse(one: Move, reason: string) {
    if (!choice.take(one.unitId)) return
    const unit = unitOf(one)
    void noteDecision({
      at: decisionTime(),
      by: officer.by,
      what: 'refused',
      unit: unit?.callSign ?? one.unitId,
      target: placeOf(one)?.name ?? one.placeId,
      advice: priceLine(one, total),
      reason,
      position: unit ? positionThen(facts, unit) : null,
    })
    setForm(null)
  }
  function openForm(kind: 'refuse' | 'edit') {
    setTold(!move)
    if (move) setForm(kind)
    else expectTyping()
  }
  const ids = open.map(({ unitId }) => unitId)
  useCardKeys({
    j: () => choice.step(1, ids),
    k: () => choice.step(-1, ids),
    c: computeOrStop,
    ...(move && {
      enter: () => void accept(move, placeOf(move), 'accepted'),
      g: () => onShow(move.unitId),
    }),
    r: () => openForm('refuse'),
    e: () => openForm('edit'),
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
        <Button onClick={onCoverage}>{say(DISPATCH.coveragePage)}</Button>
      </header>
      <div className="dispatch-ask">
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
        <span className="spread" />
        <Button disabled={isBlind} onClick={computeOrStop}>
          {say(computing ? DISPATCH.stop : asked ? DISPATCH.again : DISPATCH.compute)} <Kbd>C</Kbd>
        </Button>
      </div>
      <div
        className="desk-list-rows dispatch-scroll"
        tabIndex={0}
        role="group"
        aria-label={say(DISPATCH.moves)}
      >
        <InputsNote facts={facts} />
        {isVoid && <p className="note hatched">{say(DISPATCH.adviceVoid)}</p>}
        {!isBlind && <PositionsNote facts={facts} />}
        {computing && <Computing {...computing} />}
        {fault && <ErrorNote what={say(DISPATCH.moves)} todo={fault} />}
        {!asked && !computing && !isVoid && !isBlind && (
          <p className="note">{say(DISPATCH.asked)}</p>
        )}
        {facts.demandLeavesOut && <p className="note">{say(facts.demandLeavesOut)}</p>}
        {asked && <AdviceSummary asked={asked} facts={facts} />}
        {asked && asked.advice.moves.length === 0 && (
          <Empty title={say(DISPATCH.noMoves)} why={say(DISPATCH.noMovesWhy)} />
        )}
        <ol className="dispatch-candidates">
          {open.map((one) => (
            <li key={one.unitId}>
              <button
                type="button"
                className={one === move ? 'dispatch-unit is-chosen' : 'dispatch-unit'}
                aria-pressed={one === move}
                onClick={() => choice.choose(one.unitId)}
              >
                <MoveHead move={one} facts={facts} />
                {one === move && <Price price={one} total={total} areas={facts.areas} />}
              </button>
            </li>
          ))}
        </ol>
        {asked && (
          <p className="ink3">
            {say(DISPATCH.method)} · {say(DISPATCH.asked)}
          </p>
        )}
      </div>
      {isTold && !move && (
        <p className="note" role="status">
          {say(DISPATCH.noMoveFramed)}
        </p>
      )}
      {move && form === 'refuse' && (
        <ReasonForm
          label={DISPATCH.refuseWhy}
          action={DISPATCH.record}
          about={unit?.callSign ?? move.unitId}
          onReason={(reason) => refuse(move, reason)}
          onCancel={() => setForm(null)}
        />
      )}
      {move && form === 'override' && waits.current?.[0].unitId === move.unitId && (
        <ReasonForm
          label={DISPATCH.overrideWhy}
          action={DISPATCH.send}
          about={unit?.callSign ?? move.unitId}
          hindrance={canSend && isReady ? null : DISPATCH.notFree}
          onReason={(reason) => {
            const [, to, what] = waits.current ?? []
            if (what) void accept(move, to, what, reason)
          }}
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
      {open.length > 0 && (form === null || !move) && (
        <div className="detail-buttons">
          <Button
            className="primary"
            disabled={!canSend || !isReady}
            onClick={() => move && void accept(move, placeOf(move), 'accepted')}
          >
            {say(DISPATCH.send)} {unit?.callSign ?? ''} <Kbd>Enter</Kbd>
          </Button>
          <Button disabled={!move} onClick={() => openForm('edit')}>
            {say(DISPATCH.edit)} <Kbd>E</Kbd>
          </Button>
          <Button disabled={!move} onClick={() => openForm('refuse')}>
            {say(DISPATCH.refuse)} <Kbd>R</Kbd>
          </Button>
          <Button className="plain" onClick={() => choice.step(1, ids)}>
            {say(DISPATCH.nextMove)} <Kbd>J</Kbd>
          </Button>
        </div>
      )}
    </section>
  )
}
