import type { Extent } from '../../domain/geo'
import type { IncidentColumns } from '../../domain/incident'

/**
 * A position may lie off the middle 98 % by half their extent, or by a degree, before it is told to be far off. A
 * larger region has coarser cells, and these bound how much one slip of a digit can cost all others.
 */
const FAR = 0.5
const FAR_DEG = 1
/** Room round the outermost position, as far as a kernel reaches. */
const ROOM_DEG = 0.02

/** The region of all positions but those far off, and how many these are. */
export function spread({ count, lng, lat }: IncidentColumns) {
  const placed = Float64Array.from({ length: count }, (_, i) => i).filter(
    (i) => !Number.isNaN(lng[i] as number),
  )
  const unplaced = count - placed.length
  if (placed.length === 0) return { extent: null, farOff: 0, unplaced }
  const middle = (column: Float64Array) => {
    const values = Float64Array.from(placed, (i) => column[i] as number).sort()
    const at = (share: number) => values[Math.round(share * (values.length - 1))] as number
    const [low, high] = [at(0.01), at(0.99)]
    const reach = Math.max(FAR_DEG, FAR * (high - low))
    return [low - reach, high + reach] as const
  }
  const [[left, right], [foot, top]] = [middle(lng), middle(lat)]
  let farOff = 0
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const i of placed) {
    const [x, y] = [lng[i] as number, lat[i] as number]
    if (x < left || x > right || y < foot || y > top) {
      farOff++
      continue
    }
    ;[west, east] = [Math.min(west, x), Math.max(east, x)]
    ;[south, north] = [Math.min(south, y), Math.max(north, y)]
  }
  const extent: Extent = [west - ROOM_DEG, south - ROOM_DEG, east + ROOM_DEG, north + ROOM_DEG]
  return { extent, farOff, unplaced }
}
