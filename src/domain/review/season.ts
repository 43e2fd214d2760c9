export interface Decomposition {
  /** Of each point; null at a gap and nowhere else. value = trend + season + rest. */
  readonly trend: readonly (number | null)[]
  readonly season: readonly (number | null)[]
  readonly rest: readonly (number | null)[]
  /** 1 believed, 0 an outlier that was not; null at a gap. */
  readonly weight: readonly (number | null)[]
  /** Max(0, 1 − var(rest) / var(season + rest)), 0 no season to 1 nothing but it (Hyndman & Athanasopoulos, 4.3). */
  readonly seasonStrength: number
  readonly trendStrength: number
}

export const NO_SEASON_REASONS = ['bad-settings', 'too-short', 'too-many-gaps'] as const
export interface NoSeason {
  readonly refused: (typeof NO_SEASON_REASONS)[number]
}

export interface SeasonSettings {
  /** Points in a cycle: 7 for days of a week. */
  readonly cycle: number
  /** Smoothing of the season over cycles, odd, from 7 on; 'periodic': the same in every cycle. */
  readonly seasonSpan: number | 'periodic'
  /** Rounds in which outliers lose their weight; 0: none. */
  readonly robustRounds: number
}

/** Seasonal-trend decomposition by loess (STL, Cleveland et al. 1990), with gaps left as gaps. */
export declare function decompose(
  values: readonly (number | null)[],
  settings?: Partial<SeasonSettings>,
): Decomposition | NoSeason
