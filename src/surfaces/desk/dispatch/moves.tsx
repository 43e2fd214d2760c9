import { useEffect, useRef, useState } from 'react'
import { noteDecision } from '../../../api/outbox/decisions'
import type { Move } from '../../../domain/advice'
import { expectTyping, useCardKeys } from '../../../ui/keys'
import { Button, Kbd, ToggleGroup } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import type { Phrase } from '../../../ui/words'
import type { Officer } from '../../officer'
import { withRefused, withSent } from './asked'
import { type DispatchFacts, isFree, type NamedPost } from './facts'
import { decisionTime, needsReason, positionThen, postTarget, send } from './give-orders'
import { MoveList } from './move-list'
import { PlaceForm } from './place-form'
import { priceLine } from './price-words'
import { ReasonForm } from './reason-form'
import type { HeldAdvice } from './use-advice'
import { useChoice } from './use-choice'
import { DISPATCH } from './words'

interface Props {
  readonly facts: DispatchFacts
  readonly officer: Officer
  readonly canSend: boolean
  readonly advice: HeldAdvice
  readonly onShow: (unitId: string) => void
  readonly onCoverage: () => void
}

/** Where units are missed, and what moving one there costs where it is now. Computed when asked, never sent by itself. */
export function Moves({ facts, officer, canSend, advice, onShow, onCoverage }: Props) {
  const say = useSay()
  const { asked, computing, isBlind } = advice
  const [form, setForm] = useState<'refuse' | 'edit' | 'override' | null>(null)
  /** Where the move goes that waits for a reason. */
  const waits = useRef<Parameters<typeof accept> | null>(null)
  const [told, setTold] = useState<Phrase | null>(null)
  const moves = asked?.advice.moves ?? []
  const choice = useChoice(
    moves.map(({ unitId }) => unitId),
    false,
  )
  const isOpen = ({ unitId }: Move) => !choice.settled.has(unitId) && !asked?.settled.has(unitId)
  const open = moves.filter(isOpen)
  const first = open[0]?.unitId ?? null
  const reopen = useRef(() => {})
  reopen.current = () => {
    choice.open(first)
    setForm(null)
    setTold(null)
  }
  const question = asked?.question
  // biome-ignore lint/correctness/useExhaustiveDependencies: other advice is another list
  useEffect(() => reopen.current(), [question])
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
    if (!choice.take(one.unitId, 'sent')) return
    setForm(null)
    setTold(null)
    const isSent = await send(facts, officer, {
      unit,
      target: postTarget(to),
      origin: 'advice',
      override,
      decision: { what, advice: priceLine(one, total), reason: override ?? '' },
    })
    if (!isSent) return choice.restore(one.unitId)
    advice.settle((held) => withSent(held, { unitId: one.unitId, to }))
    const { zh, en } = DISPATCH.handedOn
    setTold({ zh: `${unit.callSign} ${zh}`, en: `${unit.callSign} ${en}` })
  }
  function refuse(one: Move, reason: string) {
    if (!choice.take(one.unitId, 'refused')) return
    const [unit, place] = [unitOf(one), placeOf(one)]
    void noteDecision({
      at: decisionTime(),
      by: officer.by,
      what: 'refused',
      unit: unit?.callSign ?? one.unitId,
      target: place ? { zh: place.name, en: place.nameEn ?? place.name } : one.placeId,
      advice: priceLine(one, total),
      reason,
      position: unit ? positionThen(facts, unit) : null,
    })
    advice.settle((held) => withRefused(held, one.unitId))
    setForm(null)
    setTold(null)
  }
  function openForm(kind: 'refuse' | 'edit') {
    setTold(move ? null : asked ? DISPATCH.noMoveFramed : DISPATCH.noAdvice)
    if (move) setForm(kind)
    else expectTyping()
  }
  function step(by: number) {
    setTold(null)
    choice.step(by, ids)
  }
  function computeOrStop() {
    setTold(null)
    advice.computeOrStop()
  }
  const ids = open.map(({ unitId }) => unitId)
  useCardKeys({
    j: () => step(1),
    k: () => step(-1),
    c: computeOrStop,
    // Here Enter sends or does nothing: it never takes the map away to what was selected under another tab.
    enter: () =>
      move
        ? void accept(move, placeOf(move), 'accepted')
        : setTold(asked ? DISPATCH.noMoveFramed : DISPATCH.noAdvice),
    g: move ? () => onShow(move.unitId) : undefined,
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
          value={advice.goal}
          choices={[
            { value: 'cover', label: say(DISPATCH.goalCover) },
            { value: 'mean', label: say(DISPATCH.goalMean) },
          ]}
          onChange={advice.aim}
        />
        <span className="spread" />
        <Button disabled={isBlind} onClick={computeOrStop}>
          {say(computing ? DISPATCH.stop : asked ? DISPATCH.again : DISPATCH.compute)} <Kbd>C</Kbd>
        </Button>
      </div>
      <MoveList
        facts={facts}
        advice={advice}
        open={open}
        chosen={move}
        onChoose={(unitId) => {
          setTold(null)
          choice.choose(unitId)
        }}
      />
      {told && form === null && (
        <p className="note" role="status">
          {say(told)}
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
      {move && asked && form === 'edit' && (
        <PlaceForm
          facts={facts}
          move={move}
          asked={asked}
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
          <Button className="plain" onClick={() => step(1)}>
            {say(DISPATCH.nextMove)} <Kbd>J</Kbd>
          </Button>
        </div>
      )}
    </section>
  )
}
