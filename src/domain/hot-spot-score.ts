/** Shares of the area that a map is scored at. */
export const SCORED_SHARES = [0.01, 0.02, 0.05, 0.1] as const

/** With fewer incidents in either period a score is an accident. */
export const LEAST_SCORED = 30

/** How well a map of one period named the places of the next. */
export interface HotSpotScore {
  /** Share of the area that the map was allowed to name. */
  readonly share: number
  /** Incidents of the later period in it, and all: not whole where equal cells at the edge share what is left. */
  readonly hits: number
  readonly all: number
  /** Predictive accuracy index (Chainey, Tompson and Uhlig 2008): (n / N) / (a / A). */
  readonly pai: number
  /** Prediction efficiency index: PAI over the best that any map of so many cells could have had. */
  readonly pei: number | null
  /** Recapture rate index (Levine 2008): what was there before and is again, over the change of the whole. */
  readonly rri: number | null
}

export interface Scored {
  /** One number for each cell: the map; and incidents of the two periods. */
  readonly map: ArrayLike<number>
  readonly before: ArrayLike<number>
  readonly after: ArrayLike<number>
  /** Cells that belong to the area. */
  readonly area: ArrayLike<number>
}

/** Null where there is too little to score, or no single cell at this share. */
export function scoreOf(question: Scored, share: number): HotSpotScore | null {
  const { map, before, after, area } = question
  const cells: number[] = []
  let [allBefore, all] = [0, 0]
  for (let i = 0; i < area.length; i++) {
    if (!area[i]) continue
    cells.push(i)
    allBefore += before[i] as number
    all += after[i] as number
  }
  const named = share * cells.length
  if (all < LEAST_SCORED || allBefore < LEAST_SCORED || named < 1) return null
  const weights = selection(map, cells, named)
  const inNamed = (counts: ArrayLike<number>) =>
    weights.reduce((sum, [cell, weight]) => sum + weight * (counts[cell] as number), 0)
  const hits = inNamed(after)
  const hitsBefore = inNamed(before)
  const best = selection(after, cells, named).reduce(
    (sum, [cell, weight]) => sum + weight * (after[cell] as number),
    0,
  )
  return {
    share,
    hits,
    all,
    pai: hits / all / share,
    pei: best > 0 ? hits / best : null,
    rri: hitsBefore > 0 ? hits / hitsBefore / (all / allBefore) : null,
  }
}

/**
 * The `named` highest cells, and how much of each is in. Where the limit falls among equal cells, each of them is in by
 * the same part: the mean over every order in which they could be taken.
 */
function selection(
  map: ArrayLike<number>,
  cells: readonly number[],
  named: number,
): [cell: number, weight: number][] {
  const ranked = [...cells].sort((a, b) => (map[b] as number) - (map[a] as number))
  const taken: [number, number][] = []
  for (let from = 0; from < ranked.length && taken.length < named; ) {
    const value = map[ranked[from] as number]
    let to = from
    while (to < ranked.length && map[ranked[to] as number] === value) to++
    const part = Math.min(1, (named - from) / (to - from))
    for (let i = from; i < to; i++) taken.push([ranked[i] as number, part])
    from = to
  }
  return taken
}
