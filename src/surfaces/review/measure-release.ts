import type { Day } from '../../domain/review/calendar'
import type { ReleasedSum } from '../../domain/review/suppression'
import type { Days } from './counts'
import { type Release, type ReleaseSource, releaseOf } from './release'
import { addSums, isExact } from './released-sum'

/** What rows of a table are of: days of areas, and of a part if it is not the page's own. */
export interface Counting {
  readonly areas: readonly string[]
  readonly days: readonly Day[]
  readonly part?: string
}

/** Of a share its misses are a count too, in tables of their own; cases are told where both are. */
export interface MeasureRelease {
  readonly count: Release
  readonly misses: Release | null
}

export function releaseWith(
  source: ReleaseSource,
  others: ((areas: readonly Days[]) => readonly Days[]) | null,
): MeasureRelease {
  return {
    count: releaseOf(source),
    misses:
      others &&
      releaseOf({
        ...source,
        areas: others(source.areas),
        inner: source.inner.map(({ part, areas }) => ({ part, areas: others(areas) })),
      }),
  }
}

export function missesOf(areas: readonly Days[]): readonly Days[] {
  return areas.map((days) => ({
    ...days,
    count: days.count.map((hits, i) => {
      const cases = days.base?.[i] ?? null
      return hits === null || cases === null ? null : Math.max(0, cases - hits)
    }),
  }))
}

/** As much of a count as may be told; null: a gap. */
export function countOf(
  release: MeasureRelease,
  { areas, days, part }: Counting,
  pagePart: string,
): ReleasedSum | null {
  const sums = areas.map((area) => release.count.sum(area, part ?? pagePart, days))
  const known = sums.filter((sum) => sum !== null)
  return known.length > 0 ? addSums(known) : null
}

/** Whether what is reckoned from a count tells no more than what is released. */
export function isTold(release: MeasureRelease, counting: Counting, pagePart: string): boolean {
  const { count, misses } = release
  return [count, misses].every((one) => {
    const sum = one && countOf({ count: one, misses: null }, counting, pagePart)
    return !sum || isExact(sum)
  })
}
