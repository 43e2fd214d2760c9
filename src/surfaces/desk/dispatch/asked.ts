import { type Advice, type AdviceQuestion, reckonedAnew, type Step } from '../../../domain/advice'
import type { EpochMs } from '../../../domain/time'

/** Advice as it stands after what the officer has done with its moves. */
export interface Asked {
  readonly at: EpochMs
  readonly question: AdviceQuestion
  readonly advice: Advice
  /** What its figures count: the moves not refused, each to where it was sent or is advised. */
  readonly steps: readonly Step[]
  readonly settled: ReadonlySet<string>
  /** Moves that were refused, or sent elsewhere: the figures are no longer those first computed. */
  readonly changed: number
}

export function askedOf(question: AdviceQuestion, advice: Advice, at: EpochMs): Asked {
  const posts = new Map(question.places.map((post) => [post.id, post]))
  const steps = advice.moves.flatMap(({ unitId, placeId }): Step[] => {
    const to = posts.get(placeId)
    return to ? [{ unitId, to }] : []
  })
  return { at, question, advice, steps, settled: new Set(), changed: 0 }
}

/** Every figure that counted the move is reckoned without it. */
export function withRefused(asked: Asked, unitId: string): Asked {
  return changedTo(
    withSettled(asked, unitId),
    asked.steps.filter((step) => step.unitId !== unitId),
  )
}

/** Sent, to the advised post or to another one. */
export function withSent(asked: Asked, { unitId, to }: Step): Asked {
  const was = asked.steps.find((step) => step.unitId === unitId)
  if (!was || was.to.id === to.id) return withSettled(asked, unitId)
  return changedTo(
    withSettled(asked, unitId),
    asked.steps.map((step) => (step === was ? { unitId, to } : step)),
  )
}

function withSettled(asked: Asked, unitId: string): Asked {
  return { ...asked, settled: new Set(asked.settled).add(unitId) }
}

function changedTo(asked: Asked, steps: readonly Step[]): Asked {
  const advice = reckonedAnew(asked.question, asked.advice, steps)
  return { ...asked, steps, advice, changed: asked.changed + 1 }
}
