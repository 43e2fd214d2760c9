import { EARTH_RADIUS_M } from './geo'

/** Pairs by distance: those of band `i` are `starts[i]` to `starts[i + 1]` of the two columns. */
export interface NearPairs {
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly starts: readonly number[]
}

/** So many pairs take a second for every run; beyond it a question is too wide. */
export const MOST_PAIRS = 8_000_000

const RAD = Math.PI / 180
const METRES_PER_DEGREE = EARTH_RADIUS_M * RAD

/**
 * Every pair of positions (degrees, all known) that is at most `limitsM` apart, ascending, by the first limit that
 * holds it. Null: there are more than `most`.
 */
export function nearPairs(
  lng: Float64Array,
  lat: Float64Array,
  limitsM: readonly number[],
  most = MOST_PAIRS,
): NearPairs | null {
  const farM = limitsM.at(-1) ?? 0
  const cellOf = sortedIntoCells(lng, lat, farM)
  const squares = limitsM.map((metres) => metres * metres)
  const found = limitsM.map(() => ({ a: [] as number[], b: [] as number[] }))
  let total = 0
  const isTooMany = cellOf.someNeighbours((i, j) => {
    const middle = (((lat[i] as number) + (lat[j] as number)) / 2) * RAD
    const dx = ((lng[i] as number) - (lng[j] as number)) * METRES_PER_DEGREE * Math.cos(middle)
    const dy = ((lat[i] as number) - (lat[j] as number)) * METRES_PER_DEGREE
    const square = dx * dx + dy * dy
    const band = squares.findIndex((limit) => square <= limit)
    const into = found[band]
    if (!into) return false
    into.a.push(i)
    into.b.push(j)
    return ++total > most
  })
  if (isTooMany) return null
  const starts = [0]
  for (const { a } of found) starts.push((starts.at(-1) as number) + a.length)
  const join = (side: 'a' | 'b') => {
    const joined = new Uint32Array(total)
    found.forEach((band, i) => void joined.set(band[side], starts[i]))
    return joined
  }
  return { a: join('a'), b: join('b'), starts }
}

/** Cells as wide as the farthest pair, so that both of one stand in the same or in neighbouring cells. */
function sortedIntoCells(lng: Float64Array, lat: Float64Array, farM: number) {
  const rows = Float64Array.from(lat, (north) => Math.floor((north * METRES_PER_DEGREE) / farM))
  // A row's cells are as wide as its widest part asks, so that a neighbour is never two cells away.
  const cell = (i: number, row: number) => {
    const farthest = Math.min(
      89.9,
      ((Math.max(Math.abs(row), Math.abs(row + 1)) + 1) * farM) / METRES_PER_DEGREE,
    )
    return Math.floor(((lng[i] as number) * METRES_PER_DEGREE * Math.cos(farthest * RAD)) / farM)
  }
  const members = new Map<number, number[]>()
  const keyOf = (row: number, column: number) => row * 2 ** 26 + column
  for (let i = 0; i < lng.length; i++) {
    const row = rows[i] as number
    const key = keyOf(row, cell(i, row))
    const known = members.get(key)
    if (known) known.push(i)
    else members.set(key, [i])
  }
  return {
    /** Calls with each pair that may be near, once; stops and answers true when the call does. */
    someNeighbours(stop: (i: number, j: number) => boolean): boolean {
      for (let i = 0; i < lng.length; i++)
        for (let row = (rows[i] as number) - 1; row <= (rows[i] as number) + 1; row++) {
          const column = cell(i, row)
          for (let x = column - 1; x <= column + 1; x++)
            for (const j of members.get(keyOf(row, x)) ?? []) if (j < i && stop(i, j)) return true
        }
      return false
    },
  }
}
