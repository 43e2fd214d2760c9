import type { ReleasedSum } from '../../domain/review/suppression'
import { SMALL_MOST } from '../../domain/review/suppression-flow'
import { type Days, daysIn } from './counts'
import type { Figure } from './figure'
import { countOf, isTold, missesOf, releaseWith } from './measure-release'
import type { Measure } from './measures/measure'
import { addUp, isExact, readable, sumText, WITHHELD } from './released-sum'
import { nowText, pastText } from './told'

/** How the figure of an area leaves on paper and in pictures: as in the export of its table. */
export interface Leaving {
  readonly now: string
  readonly past: string
  /** Both are told as they are: what is reckoned from them, and its days, may go along. */
  readonly isTold: boolean
}

/** Days of a sensitive part, some of them small: their drawing can be read off, and stays on the screen. */
export function stayHere(
  { sensitive }: Measure,
  part: string,
  counts: readonly (number | null)[],
): boolean {
  const isSmall = (count: number | null) => count !== null && count > 0 && count <= SMALL_MOST
  return sensitive.has(part) && counts.some(isSmall)
}

interface AreaFigure {
  readonly code: string
  readonly figure: Figure
}

/** The whole of a measure by the released days of its months. A part leaves by whole months only, in its table: here not at all. */
export function leavingOf(
  all: readonly AreaFigure[],
  days: readonly Days[],
  region: string,
  part: string,
): ReadonlyMap<string, Leaving> {
  if (part !== '') return new Map(all.map(({ code }) => [code, NOTHING]))
  const told = releasedIn(all, days, region)
  const [now, past] = [told('now'), told('past')]
  return new Map(
    all.map(({ code }, i) => [
      code,
      {
        now: now[i]?.text ?? WITHHELD,
        past: past[i]?.text ?? WITHHELD,
        isTold: now[i]?.isTold === true && past[i]?.isTold === true,
      },
    ]),
  )
}

const NOTHING: Leaving = { now: WITHHELD, past: WITHHELD, isTold: false }

type Which = 'now' | 'past'
interface Text {
  readonly text: string
  readonly isTold: boolean
}

function releasedIn(all: readonly AreaFigure[], days: readonly Days[], region: string) {
  const isShare = all[0]?.figure.measure.kind === 'share'
  const areas = days.filter(({ areaCode }) => areaCode !== region)
  const release = releaseWith({ region, areas, inner: [] }, isShare ? missesOf : null)
  return (which: Which): readonly Text[] => {
    const asked = all.map(({ code, figure: { period, same } }) => ({
      areas: [code],
      days: which === 'now' ? daysIn(period) : (same?.daysThen ?? []),
    }))
    const sums = asked.map((one) => countOf(release, one, ''))
    return textsOf(all, which, sums, (i) => isTold(release, asked[i] as (typeof asked)[number], ''))
  }
}

const countsOf = (all: readonly AreaFigure[], which: Which) =>
  all.map(({ figure }) => figure[which]?.count ?? null)

/** The tile prints what the areas add up to: where their bounds come to that, none is told. */
function textsOf(
  all: readonly AreaFigure[],
  which: Which,
  sums: readonly (ReleasedSum | null)[],
  isToldAt: (i: number) => boolean,
): readonly Text[] {
  const known = sums.filter((sum) => sum !== null)
  const total = countsOf(all, which).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const isMute = addUp(known, total)
  return all.map(({ figure }, i) => {
    const sum = sums[i] ?? null
    const isTold = !isMute && (sum === null || (isExact(sum) && isToldAt(i)))
    if (isTold) return { text: which === 'now' ? nowText(figure) : pastText(figure), isTold }
    const isBounded = sum !== null && !isMute && !isExact(sum) && figure.measure.kind !== 'share'
    return { text: isBounded ? readable(sumText(sum), WITHHELD) : WITHHELD, isTold }
  })
}
