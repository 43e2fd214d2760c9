import type { Counted } from './change'
import { type BeforeAfter, type Effect, effectOf } from './did-it-help'
import { isCount } from './interval'

/** What became of the ring around the area, held against the same comparison. Never that one caused the other. */
export const DISPLACEMENT_VERDICTS = [
  'more-in-ring',
  'less-in-ring',
  'no-clear-shift',
  'no-fall-to-shift',
  'too-few',
  'unknown',
] as const
export type DisplacementVerdict = (typeof DISPLACEMENT_VERDICTS)[number]

export interface Displacement {
  readonly verdict: DisplacementVerdict
  /** The ring against the comparison. */
  readonly ring: Effect
  /**
   * Weighted displacement quotient (Bowers & Johnson 2003): (R₁/C₁ − R₀/C₀) / (A₁/C₁ − A₀/C₀), ring, area, comparison. Over 0:
   * the ring gained too; 0 to −1: less went over than was won; under −1: more. Null unless the area clearly fell.
   */
  readonly quotient: number | null
  /** Cases more or fewer in area and ring together than the comparison would have them. Null: unknown. */
  readonly netCases: number | null
}

/**
 * Whether what went away came up next door. Only where the area itself is clearly below the comparison: without a fall there
 * is nothing to shift, and the quotient would be noise over noise. Ring and comparison areas may not overlap; that is the
 * caller's to see to.
 */
export function displacementOf(
  target: BeforeAfter,
  ring: BeforeAfter,
  comparisons: readonly BeforeAfter[],
): Displacement {
  const own = effectOf(target, comparisons)
  const around = effectOf(ring, comparisons)
  const nothing = { ring: around, quotient: null, netCases: null }
  if (own.verdict !== 'less-than-comparison')
    return {
      ...nothing,
      verdict:
        own.verdict === 'unknown' || own.verdict === 'too-few' ? own.verdict : 'no-fall-to-shift',
    }
  const verdict = RING_VERDICTS[around.verdict]
  const total = (side: 'before' | 'after') =>
    comparisons
      .filter(({ before, after }) => isCount(before.count) && isCount(after.count))
      .reduce((sum, area) => sum + rateIn(area[side]), 0)
  if (around.cases === null || own.cases === null) return { ...nothing, verdict }
  const [before, after] = [total('before'), total('after')]
  const gained = rateIn(ring.after) / after - rateIn(ring.before) / before
  const won = rateIn(target.after) / after - rateIn(target.before) / before
  return {
    ring: around,
    verdict,
    quotient: won < 0 ? gained / won : null,
    netCases: own.cases + around.cases,
  }
}

const RING_VERDICTS = {
  'more-than-comparison': 'more-in-ring',
  'less-than-comparison': 'less-in-ring',
  'no-clear-difference': 'no-clear-shift',
  // A ring that moved otherwise before shows no shift that could be told.
  'not-comparable': 'no-clear-shift',
  'too-few': 'too-few',
  unknown: 'unknown',
} as const satisfies Record<Effect['verdict'], DisplacementVerdict>

function rateIn({ count, exposure }: Counted): number {
  return (count as number) / (exposure as number)
}
