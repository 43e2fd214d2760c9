import { type Advice, type AdviceQuestion, reckonedAnew, type Step } from '../../../domain/advice'
import type { OrderEntry } from '../../../domain/order-entry'
import type { EpochMs } from '../../../domain/time'

/** Advice as it stands after what the officer has done with its moves. */
export interface Asked {
  readonly at: EpochMs
  readonly question: AdviceQuestion
  readonly advice: Advice
  /** The moves not refused, each to where it was sent or is advised. */
  readonly steps: readonly Step[]
  readonly settled: ReadonlySet<string>
  /** Units whose order came to nothing: their steps are in no figure. */
  readonly failed: ReadonlySet<string>
  /** Units whose move was refused, or sent elsewhere. */
  readonly otherwise: ReadonlySet<string>
}

export function askedOf(question: AdviceQuestion, advice: Advice, at: EpochMs): Asked {
  const posts = new Map(question.places.map((post) => [post.id, post]))
  const steps = advice.moves.flatMap(({ unitId, placeId }): Step[] => {
    const to = posts.get(placeId)
    return to ? [{ unitId, to }] : []
  })
  return {
    at,
    question,
    advice,
    steps,
    settled: new Set(),
    failed: new Set(),
    otherwise: new Set(),
  }
}

/** Every figure that counted the move is reckoned without it. */
export function withRefused(asked: Asked, unitId: string): Asked {
  return reckoned({
    ...withSettled(asked, unitId),
    steps: asked.steps.filter((step) => step.unitId !== unitId),
    otherwise: new Set(asked.otherwise).add(unitId),
  })
}

/** Sent, to the advised post or to another one. */
export function withSent(asked: Asked, { unitId, to }: Step): Asked {
  const was = asked.steps.find((step) => step.unitId === unitId)
  if (!was || was.to.id === to.id) return withSettled(asked, unitId)
  return reckoned({
    ...withSettled(asked, unitId),
    steps: asked.steps.map((step) => (step === was ? { unitId, to } : step)),
    otherwise: new Set(asked.otherwise).add(unitId),
  })
}

/**
 * What became of the orders, the newest last: one that failed or expired counts no more, and counts again once it is
 * given again. One that is no longer kept stays as it was.
 */
export function withOutcomes(asked: Asked, entries: readonly OrderEntry[]): Asked {
  const failed = new Set(asked.failed)
  for (const { order, state } of entries) {
    if (order.decidedAt < asked.at || !asked.settled.has(order.unitId)) continue
    if (state === 'failed' || state === 'expired') failed.add(order.unitId)
    else failed.delete(order.unitId)
  }
  const isAsBefore =
    failed.size === asked.failed.size && [...failed].every((id) => asked.failed.has(id))
  return isAsBefore ? asked : reckoned({ ...asked, failed })
}

function withSettled(asked: Asked, unitId: string): Asked {
  return { ...asked, settled: new Set(asked.settled).add(unitId) }
}

function reckoned(asked: Asked): Asked {
  const counted = asked.steps.filter(({ unitId }) => !asked.failed.has(unitId))
  return { ...asked, advice: reckonedAnew(asked.question, asked.advice, counted) }
}

/** Moves that were refused, sent elsewhere or came to nothing: the figures are no longer those first computed. */
export function changedOf({ otherwise, failed }: Asked): number {
  return new Set([...otherwise, ...failed]).size
}
