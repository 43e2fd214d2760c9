import type { MeasureId } from '../../domain/measure'
import type { ReleasedSum } from '../../domain/review/suppression'
import { type MeasureRelease, missesOf, releaseWith } from './measure-release'
import type { ReleaseSource } from './release'
import { type HourSource, releasedHours } from './release-hours'

/** What a release is made from; plain, so that it can be handed to a worker. */
export interface ReleaseSources {
  readonly measures: ReadonlyMap<
    MeasureId,
    { readonly source: ReleaseSource; readonly isShare: boolean }
  >
  /** Of calls, for the matrix. */
  readonly hours: HourSource | null
}

/** What the export of a table is looked up in. */
export interface Releases {
  readonly of: (measure: MeasureId) => MeasureRelease | null
  /** Weekday and hour, by the rows of the matrix. */
  readonly hours: ReadonlyMap<string, ReleasedSum> | null
}

export function releasesOf({ measures, hours }: ReleaseSources): Releases {
  const releases = new Map(
    [...measures].map(([id, { source, isShare }]) => [
      id,
      releaseWith(source, isShare ? missesOf : null),
    ]),
  )
  return {
    of: (measure) => releases.get(measure) ?? null,
    hours: hours && releasedHours(hours.series, releases.get('incidents')?.count ?? null, hours),
  }
}
