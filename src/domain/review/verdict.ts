import { normalAbove, normalUpper } from './distributions'
import type { Interval } from './interval'

/** `usual`: within what chance explains, however large the percentage. */
export const VERDICTS = ['up', 'down', 'usual', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * `root`: difference of square roots. `exact`: conditional binomial, or Poisson against a mean. `two-shares`: pooled z.
 * `fisher`: exact test of a table of four.
 */
export const CHANGE_TESTS = ['root', 'exact', 'two-shares', 'fisher'] as const
export type ChangeTest = (typeof CHANGE_TESTS)[number]

/** `no-period`: nothing to hold it against (a year without a known calendar). `definition-changed`: then is another thing. */
export const NO_CHANGE_REASONS = [
  'no-count-now',
  'no-count-then',
  'bad-count',
  'no-exposure',
  'no-period',
  'definition-changed',
] as const
export type NoChangeReason = (typeof NO_CHANGE_REASONS)[number]

export interface Change {
  readonly verdict: Verdict
  /** Why the verdict is unknown; else null. */
  readonly why: NoChangeReason | null
  readonly test: ChangeTest | null
  /** Of an exact test: the z with the same p. Positive: more than then. */
  readonly z: number | null
  /** Two-sided. */
  readonly p: number | null
  /** (rate now − rate then) / rate then: 0.25 for 25 % more. Null where then was zero, and for shares. */
  readonly relative: number | null
  /** Ends of its 95 % interval; null: the data leave that end open, or it is not reckoned (against a known mean). */
  readonly relativeLow: number | null
  readonly relativeHigh: number | null
  /** Share now − share then, 0.015 for 1.5 points, with its 95 % interval. Null for counts. */
  readonly points: (Interval & { readonly value: number }) | null
}

export interface ChangeSettings {
  /**
   * How much more the counts scatter than chance would have them: variance / mean (`dispersion.ts`), 1 for a Poisson count,
   * never taken below 1. A count then carries the information of count / dispersion cases, and z shrinks by its root.
   */
  readonly dispersion?: number
}

/** |z| beyond it is a signal; p below `SIGNAL_P` is the same for an exact test. */
export const SIGNAL_Z = 3
export const SIGNAL_P = 2 * normalAbove(SIGNAL_Z)

export function verdictOf(z: number): Verdict {
  return z > SIGNAL_Z ? 'up' : z < -SIGNAL_Z ? 'down' : 'usual'
}

/** The z whose two-sided p is this, with a sign. */
export function zOf(p: number, sign: number): number {
  if (sign === 0 || p >= 1) return 0
  return Math.sign(sign) * normalUpper(Math.max(p, 1e-300) / 2)
}

export function pOf(z: number): number {
  return Math.min(1, 2 * normalAbove(Math.abs(z)))
}

export function unknownChange(why: NoChangeReason): Change {
  return {
    verdict: 'unknown',
    why,
    test: null,
    z: null,
    p: null,
    relative: null,
    relativeLow: null,
    relativeHigh: null,
    points: null,
  }
}

export function dispersionIn({ dispersion = 1 }: ChangeSettings): number {
  return Number.isFinite(dispersion) ? Math.max(1, dispersion) : 1
}
