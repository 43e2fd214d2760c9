import { around, centreOf } from './boxes'
import { placeAt, worldPx } from './mercator'
import { symbolSize } from './paint-symbol'
import type { SymbolItem } from './symbol-spec'
import { Taken } from './taken'

type Px = readonly [x: number, y: number]
type Place = readonly [lng: number, lat: number]

/** From its place to a sign that was moved. */
export type Leader = readonly [place: Place, sign: Place]

const NEAREST_PX = 38
const SPOTS = 60
const GOLDEN_ANGLE = 2.4
/** Where a sign is tried: on a spiral about its place, from above it outward, px. By the golden angle no turn is met twice. */
const SPIRAL = Array.from({ length: SPOTS }, (_, i): Px => {
  const [reach, turn] = [NEAREST_PX + i, i * GOLDEN_ANGLE]
  return [reach * Math.sin(turn), -reach * Math.cos(turn)]
})
/** Two signs may touch by so many px. */
const TOUCH_PX = 5
/** What is gained by less is no gain: it would be swapped for ever. */
const LEAST_PX = 1e-6

/**
 * Signs that would lie on one another at this zoom stand apart, each as near to its place as there is room and tied to
 * it by a line; no two lines cross. One that finds no room lies where it would.
 *
 * @param items what matters most first
 * @param staying so many of the first stay where they are
 * @returns the same items in the same order, and a line for each that was moved
 */
export function spread(
  items: readonly SymbolItem[],
  zoom: number,
  staying = 0,
): { readonly items: readonly SymbolItem[]; readonly leaders: readonly Leader[] } {
  const taken = new Taken()
  const moved: Moved[] = []
  const sizes = items.map(({ spec }) => symbolSize(spec))
  // Where one that moves can stand, any other can: they may change places.
  const room = Math.max(...sizes.slice(staying).flatMap(({ width, height }) => [width, height]))
  const apart = items.map((item, i) => {
    const { width, height } = sizes[i] as (typeof sizes)[number]
    const centreAt = (offsetPx: Px) => centreOf({ ...item, offsetPx }, zoom)
    const own = around(centreOf(item, zoom), width - TOUCH_PX, height - TOUCH_PX)
    const roomAt = (spot: Px) => around(centreAt(spot), room - TOUCH_PX, room - TOUCH_PX)
    const spot = i >= staying && taken.meets(own) && SPIRAL.find((one) => !taken.meets(roomAt(one)))
    taken.add(spot ? roomAt(spot) : own)
    if (spot) moved.push({ i, from: worldPx(...item.position, zoom), to: centreAt(spot) })
    return item
  })
  uncross(moved)
  const leaders = moved.map(({ i, from, to }): Leader => {
    const item = items[i] as SymbolItem
    apart[i] = { ...item, offsetPx: [to[0] - from[0], to[1] - from[1]] }
    return [item.position, placeAt(...to, zoom)]
  })
  return { items: apart, leaders }
}

/** A sign that was moved: which, from where and to where, px of the world. */
interface Moved {
  readonly i: number
  readonly from: Px
  to: [number, number]
}

/** Two whose lines are shorter the other way round change places, until none are: then no two cross. */
function uncross(moved: readonly Moved[]): void {
  const pairs = moved.flatMap((a, i) => moved.slice(i + 1).map((b) => [a, b] as const))
  let isDone = false
  while (!isDone) {
    isDone = true
    for (const [a, b] of pairs) {
      const now = far(a.from, a.to) + far(b.from, b.to)
      if (now - far(a.from, b.to) - far(b.from, a.to) < LEAST_PX) continue
      ;[a.to, b.to] = [b.to, a.to]
      isDone = false
    }
  }
}

const far = ([x, y]: Px, [a, b]: Px) => Math.hypot(a - x, b - y)
