import type { Period } from './calendar'
import type { Alignment } from './same-period'
import type { Change } from './verdict'

/** A figure of the page with its change, of the province or of one area. The surface has the words. */
export interface Finding {
  /** Which measure; the surface's own key. */
  readonly measureId: string
  readonly areaCode: string
  /** Which part of the page it is of: the province's tiles, or the areas below. */
  readonly isWhole: boolean
  /** How much the measure matters to leadership; the first of the page 0. */
  readonly order: number
  readonly now: number | null
  readonly past: number | null
  readonly change: Change
  readonly by: Alignment
  /** Where only some days have a fellow, how many: `now` and `past` are theirs. Null: all days are compared. */
  readonly pairedDays: number | null
  /** Areas in the sum whose definition changed between the two periods. */
  readonly brokenParts: number
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
  'signal',
  'run',
  'looks-large',
  'all-usual',
  'unknown',
] as const
export type SentenceKind = (typeof SENTENCE_KINDS)[number]

export type SentenceFact =
  /** Rule 1: the first measure of the page, whatever it says. `from`: the area that accounts for most of its signal. */
  | { readonly kind: 'headline'; readonly finding: Finding; readonly from: Finding | null }
  /** Rule 2: the surest signal of another measure. So many figures were looked at, and so many would ring by chance. */
  | {
      readonly kind: 'signal'
      readonly finding: Finding
      readonly lookedAt: number
      readonly byChance: number
    }
  /** Rule 3: days in a row beyond a control limit; what goes on comes first, then the longest. */
  | { readonly kind: 'run'; readonly run: RunFinding; readonly others: number }
  /** Rule 4: the percentage that looks largest and is within chance. */
  | { readonly kind: 'looks-large'; readonly finding: Finding }
  /** Rule 5: figures that are not known. */
  | { readonly kind: 'unknown'; readonly findings: readonly Finding[] }
  /** Rule 6: nothing else to tell of what was looked at. Other measures of the areas were not. */
  | { readonly kind: 'all-usual'; readonly looked: readonly Finding[] }

export interface SentenceSettings {
  readonly most: number
  /** Share from which a usual change looks large. */
  readonly looksLarge: number
  /** Days in a row that make a run: one beyond three sigmas may be chance, two in a row hardly. */
  readonly leastRun: number
}

export const SENTENCES: SentenceSettings = { most: 3, looksLarge: 0.25, leastRun: 2 }

/** Of figures that are calm, so many in each ring at three sigmas. */
export const RINGS_BY_CHANCE = 0.0027

/**
 * The facts that a page opens with, three at most, each with the rule that chose it, in the order of the rules; where a rule
 * finds nothing the next takes its place. A direction is only ever in `headline`, `signal` and `run`, and in a headline only
 * if its own verdict is up or down: who writes the words asks `change.verdict`, never the sign of the percentage.
 */
export function sentencesOf(
  findings: readonly Finding[],
  runs: readonly RunFinding[],
  over: Partial<SentenceSettings> = {},
): readonly SentenceFact[] {
  const { most, looksLarge, leastRun } = { ...SENTENCES, ...over }
  const known = findings.filter(({ change }) => change.verdict !== 'unknown')
  const whole = findings.filter(({ isWhole }) => isWhole).toSorted(byOrder)
  const facts: SentenceFact[] = []
  const first = whole[0]
  if (first && first.change.verdict !== 'unknown')
    facts.push({ kind: 'headline', finding: first, from: chiefOf(first, known) })
  const signal = known
    .filter((finding) => isSignal(finding) && finding.measureId !== first?.measureId)
    .toSorted((a, b) => sureness(b) - sureness(a) || byOrder(a, b))[0]
  if (signal) {
    const lookedAt = known.length
    facts.push({ kind: 'signal', finding: signal, lookedAt, byChance: lookedAt * RINGS_BY_CHANCE })
  }
  const long = runs.filter(({ days }) => days.to - days.from >= leastRun)
  const run = long.toSorted(
    (a, b) =>
      Number(b.isOngoing) - Number(a.isOngoing) || lengthIn(b) - lengthIn(a) || byOrder(a, b),
  )[0]
  if (run) facts.push({ kind: 'run', run, others: long.length - 1 })
  const large = whole
    .filter(
      (finding) =>
        finding !== first &&
        finding.change.verdict === 'usual' &&
        Math.abs(finding.change.relative ?? 0) >= looksLarge,
    )
    .toSorted(
      (a, b) =>
        Math.abs(b.change.relative ?? 0) - Math.abs(a.change.relative ?? 0) || byOrder(a, b),
    )[0]
  if (large) facts.push({ kind: 'looks-large', finding: large })
  const unknown = whole.filter(({ change }) => change.verdict === 'unknown')
  if (unknown.length > 0) facts.push({ kind: 'unknown', findings: unknown })
  // What is not known must not be the sentence that falls off the end.
  const told = facts.slice(0, most)
  if (first?.change.verdict === 'unknown' && !told.some(({ kind }) => kind === 'unknown'))
    told[told.length - 1] = { kind: 'unknown', findings: unknown }
  const isCalm = !known.some(isSignal) && long.length === 0 && known.length > 0
  if (isCalm && told.length < most) told.push({ kind: 'all-usual', looked: known })
  return told
}

/** The area of the same measure whose own signal, in the same direction, is the most cases. */
function chiefOf(first: Finding, known: readonly Finding[]): Finding | null {
  if (!isSignal(first)) return null
  const sameWay = known.filter(
    ({ measureId, areaCode, isWhole, change }) =>
      !isWhole &&
      areaCode !== first.areaCode &&
      measureId === first.measureId &&
      change.verdict === first.change.verdict,
  )
  return sameWay.toSorted((a, b) => casesIn(b) - casesIn(a) || byOrder(a, b))[0] ?? null
}

function isSignal({ change }: Finding): boolean {
  return change.verdict === 'up' || change.verdict === 'down'
}

function sureness({ change }: Finding): number {
  return Math.abs(change.z ?? 0)
}

function casesIn({ now, past }: Finding): number {
  return Math.abs((now ?? 0) - (past ?? 0))
}

function lengthIn({ days }: RunFinding): number {
  return days.to - days.from
}

function byOrder(
  a: Pick<Finding, 'order' | 'areaCode' | 'measureId'>,
  b: Pick<Finding, 'order' | 'areaCode' | 'measureId'>,
): number {
  const name = ({ measureId, areaCode }: typeof a) => `${measureId} ${areaCode}`
  return a.order - b.order || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0)
}
