import { around, centreOf } from './boxes'
import { placeAt } from './mercator'
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

/**
 * Signs that would lie on one another at this zoom stand apart, each as near to its place as there is room and tied to
 * it by a line; one that finds no room lies where it would.
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
  const leaders: Leader[] = []
  const apart = items.map((item, i) => {
    const { width, height } = symbolSize(item.spec)
    const boxAt = (offsetPx: Px) =>
      around(centreOf({ ...item, offsetPx }, zoom), width - TOUCH_PX, height - TOUCH_PX)
    const usual = item.offsetPx ?? ([0, 0] as const)
    const isFree = (spot: Px) => !taken.meets(boxAt(spot))
    const at = i < staying || isFree(usual) ? usual : (SPIRAL.find(isFree) ?? usual)
    taken.add(boxAt(at))
    if (at === usual) return item
    leaders.push([item.position, placeAt(...centreOf({ ...item, offsetPx: at }, zoom), zoom)])
    return { ...item, offsetPx: at }
  })
  return { items: apart, leaders }
}
