import type { Camera } from '../view/view'
import { type Box, centreOf, labelBox, symbolBox } from './boxes'
import { worldPx } from './mercator'
import type { LabelSide, SymbolItem } from './symbol-spec'
import { SIDES } from './symbols'

/** The symbols of one layer, and whose they are. */
export interface Group {
  readonly topic: string
  readonly items: readonly SymbolItem[]
}

/** What is seen now. */
export interface InSight {
  readonly camera: Camera
  readonly width: number
  readonly height: number
}

export interface Claims {
  /** For each group the side of each label that claims its place, by item id; null where there is no room for it. */
  readonly sides: readonly ReadonlyMap<string, LabelSide | null>[]
  /** What gives way: ids of items by topic. */
  readonly gone: ReadonlyMap<string, ReadonlySet<string>>
  /** Where nothing else is written. */
  readonly boxes: readonly Box[]
}

export const NO_CLAIMS: Claims = { sides: [], gone: new Map(), boxes: [] }

interface Claimant {
  readonly item: SymbolItem
  readonly topic: string
  readonly group: number
  readonly box: Box
  /** Where its name was put. */
  label: Box | null
  /** What it stands for, px. */
  readonly places: readonly (readonly [x: number, y: number])[]
}

/** From here on a label is of something urgent or chosen: it gives way to no other label. */
const URGENT = 80
/** From here on it is what somebody has chosen: it never gives way. */
const CHOSEN = 100
/** Two symbols may touch by so many px. */
const TOUCH_PX = 6
/** Two that stand nearer than this are of the same thing. */
const SAME_PX = 4
/** Clear px at the edge of the picture. */
const EDGE_PX = 4
/** A name nearer than this to another claimant is read as that one's. */
const APART_PX = 12

/**
 * What must be seen takes its place before all else: each claimant's label stands on the side where it is whole in the
 * picture, clear of what is kept clear and well apart from other claimants, and covers least. Only what is chosen is
 * named where there is no such side, and no name lies on a sign that stays. What other topics show under it, or of the
 * same thing, gives way.
 */
export function placeClaims(
  groups: readonly Group[],
  zoom: number,
  sight: InSight,
  kept: readonly Box[] = [],
): Claims {
  const sides = groups.map(() => new Map<string, LabelSide | null>())
  const claimants = groups.flatMap(({ topic, items }, group) =>
    items.flatMap((item): Claimant[] => {
      if (!item.claims) return []
      const places = item.claims.map(([lng, lat]) => worldPx(lng, lat, zoom))
      return [{ item, topic, group, box: symbolBox(item, zoom), label: null, places }]
    }),
  )
  if (claimants.length === 0) return NO_CLAIMS
  const fixed = claimants.map(({ box }) => box)
  const others = groups.flatMap(({ topic, items }) => {
    const foreign = claimants.filter((claimant) => claimant.topic !== topic)
    return items.flatMap((item) =>
      item.claims || item.yields || givesWay(item, foreign, zoom)
        ? []
        : [{ topic, box: symbolBox(item, zoom), stays: priorityOf(item) >= URGENT }],
    )
  })
  for (const claimant of claimants.toSorted((a, b) => priorityOf(b.item) - priorityOf(a.item))) {
    const { item, topic, group } = claimant
    const { label } = item
    if (!label || !item.claims?.length || !isInSight(item, sight)) continue
    const sidesOf = label.sides ?? SIDES
    const boxes = sidesOf.map((side) => labelBox(item, label, side, centreOf(item, zoom)))
    // Of thousands of symbols only those about its label can be covered by it.
    const reach = hullOf(boxes)
    const near = others.filter(({ box }) => shared(reach, box) > 0)
    const under = near.map(({ box }) => box)
    const rivals = fixed.filter((other) => other !== claimant.box)
    // What is urgent or of its own topic does not give way to it.
    const staying = near.flatMap((one) => (one.stays || one.topic === topic ? [one.box] : []))
    const places = sidesOf.map((side, i) => {
      const box = boxes[i] as Box
      const outside = outsidePx(labelBox(item, label, side, picturePx(item, sight)), sight)
      const barred = covered(box, kept) * 1e2 + covered(apart(box), rivals)
      const onSign = covered(box, rivals) + covered(box, staying)
      const cost = onSign * 1e9 + outside * 1e6 + barred * 1e2 + covered(box, under)
      // A name that is cut at the edge tells another place.
      const isOff = onSign > 0 || outside > 2 * EDGE_PX
      return { side, box, isBarred: isOff || (barred > 0 && label.priority < CHOSEN), cost }
    })
    const best = places.reduce((least, one) => (one.cost < least.cost ? one : least))
    if (best.isBarred) {
      sides[group]?.set(item.id, null)
      continue
    }
    sides[group]?.set(item.id, best.side)
    claimant.label = best.box
    fixed.push(best.box)
  }
  const gone = new Map<string, Set<string>>()
  for (const { topic, items } of groups) {
    const foreign = claimants.filter((claimant) => claimant.topic !== topic)
    const ids = items.flatMap((one) => (givesWay(one, foreign, zoom) ? [one.id] : []))
    if (ids.length > 0) gone.set(topic, new Set([...(gone.get(topic) ?? []), ...ids]))
  }
  return { sides, gone, boxes: claimants.flatMap(({ label }) => label ?? []) }
}

function givesWay(one: SymbolItem, foreign: readonly Claimant[], zoom: number): boolean {
  const priority = priorityOf(one)
  if (one.claims || priority >= CHOSEN) return false
  const own = symbolBox(one, zoom)
  const [x, y] = centreOf(one, zoom)
  return foreign.some(
    ({ box, label, places }) =>
      (overlaps(own, box) && (places.length > 0 || 'pill' in one.spec)) ||
      (label && priority < URGENT && overlaps(own, label)) ||
      (!one.offsetPx && places.some(([a, b]) => Math.hypot(a - x, b - y) < SAME_PX)),
  )
}

const priorityOf = ({ label }: SymbolItem) => label?.priority ?? 0

/** From the top left of the picture. */
function picturePx(item: SymbolItem, { camera, width, height }: InSight): [number, number] {
  const [x, y] = centreOf(item, camera.zoom)
  const [cx, cy] = worldPx(camera.lng, camera.lat, camera.zoom)
  return [x - cx + width / 2, y - cy + height / 2]
}

function isInSight(item: SymbolItem, sight: InSight): boolean {
  const [x, y] = picturePx(item, sight)
  return x >= 0 && y >= 0 && x <= sight.width && y <= sight.height
}

/** How many px of a box stand outside the picture. */
function outsidePx({ left, top, right, bottom }: Box, { width, height }: InSight): number {
  const over = [EDGE_PX - left, EDGE_PX - top, right + EDGE_PX - width, bottom + EDGE_PX - height]
  return over.reduce((sum, px) => sum + Math.max(0, px), 0)
}

function hullOf(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

const apart = ({ left, top, right, bottom }: Box): Box => ({
  left: left - APART_PX,
  top,
  right: right + APART_PX,
  bottom,
})

/** Square px of others under a box. */
const covered = (box: Box, others: readonly Box[]) =>
  others.reduce((sum, other) => sum + shared(box, other), 0)

/** Square px that two boxes have in common. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

function overlaps(a: Box, b: Box): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH_PX &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH_PX
  )
}
