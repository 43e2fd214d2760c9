import type { Move } from '../../../domain/advice'
import { Empty, ErrorNote } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { AdviceSummary } from './advice-summary'
import { Computing } from './computing'
import type { DispatchFacts } from './facts'
import { InputsNote } from './inputs-note'
import { MoveHead } from './move-head'
import { PositionsNote } from './positions-note'
import { Price } from './price'
import type { HeldAdvice } from './use-advice'
import { DISPATCH } from './words'

/** The advice as it stands: what it rests on, what it comes to, and the moves that are still open. */
export function MoveList({
  facts,
  advice: { asked, computing, isVoid, isBlind, fault },
  open,
  chosen,
  onChoose,
}: {
  readonly facts: DispatchFacts
  readonly advice: HeldAdvice
  readonly open: readonly Move[]
  readonly chosen: Move | null
  readonly onChoose: (unitId: string) => void
}) {
  const say = useSay()
  return (
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
      {!asked && !computing && !isVoid && !isBlind && <p className="note">{say(DISPATCH.asked)}</p>}
      {facts.demandLeavesOut && <p className="note">{say(facts.demandLeavesOut)}</p>}
      {asked && <AdviceSummary asked={asked} facts={facts} />}
      {asked && asked.settled.size === 0 && asked.steps.length === 0 && (
        <Empty title={say(DISPATCH.noMoves)} why={say(DISPATCH.noMovesWhy)} />
      )}
      <ol className="dispatch-candidates">
        {open.map((one) => (
          <li key={one.unitId}>
            <button
              type="button"
              className={one === chosen ? 'dispatch-unit is-chosen' : 'dispatch-unit'}
              aria-pressed={one === chosen}
              onClick={() => onChoose(one.unitId)}
            >
              <MoveHead move={one} facts={facts} />
              {one === chosen && asked && (
                <Price price={one} total={asked.advice.total} areas={facts.areas} />
              )}
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
  )
}
