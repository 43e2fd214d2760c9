import type { Period } from './calendar'
import type { Alignment } from './same-period'
import type { Change } from './verdict'

/** A figure of the page with its change, of the province or of one area. The surface has the words. */
export interface Finding {
  /** Which measure; the surface's own key. */
  readonly measureId: string
  readonly areaCode: string
  /** How much it matters to leadership, the first of the page 0. Ties of rules go by it. */
  readonly order: number
  readonly value: number | null
  readonly past: number | null
  readonly change: Change
  readonly by: Alignment
}

/** Points of a control chart in a row beyond a limit. */
export interface RunFinding {
  readonly measureId: string
  readonly areaCode: string
  readonly order: number
  readonly days: Period
  readonly signal: 'above' | 'below'
  /** It goes on at the end of what is known. */
  readonly isOngoing: boolean
}

export const SENTENCE_KINDS = [
  'headline',
  'looks-large',
  'signal',
  'run',
  'all-usual',
  'unknown',
] as const
export type SentenceKind = (typeof SENTENCE_KINDS)[number]

export type SentenceFact =
  /** The first measure of the page, whatever it says; `from`: the area that moved furthest the same way, itself a signal. */
  | { readonly kind: 'headline'; readonly finding: Finding; readonly from: Finding | null }
  /** A percentage that looks large and is within chance. */
  | { readonly kind: 'looks-large'; readonly finding: Finding }
  | { readonly kind: 'signal'; readonly finding: Finding; readonly lookedAt: number }
  | { readonly kind: 'run'; readonly run: RunFinding }
  | { readonly kind: 'all-usual'; readonly lookedAt: number }
  | { readonly kind: 'unknown'; readonly findings: readonly Finding[] }

/** The three facts that a page opens with, by the rules stated beside each. */
export declare function sentencesOf(
  findings: readonly Finding[],
  runs: readonly RunFinding[],
): readonly SentenceFact[]
