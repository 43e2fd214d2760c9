import { around, type Box, centreOf, labelBox } from './boxes'
import { type Claims, type Group, NO_CLAIMS } from './claims'
import { symbolSize } from './paint-symbol'
import type { LabelSide, SymbolItem } from './symbol-spec'
import { SIDES } from './symbols'
import { GAP, Taken } from './taken'

/**
 * Gives labels their places at one zoom: by priority, each on the first of its sides where it covers no symbol and no
 * label placed before. One that finds none is left out.
 *
 * @param kept boxes that stay free of labels; symbols may stand there
 * @param claims what has its place already, and what has given way to it
 * @returns for each group the side of each label that is drawn, by item id; null: none is
 */
export function placeLabels(
  groups: readonly Group[],
  zoom: number,
  kept: readonly Box[] = [],
  { sides: claimed, gone, boxes }: Claims = NO_CLAIMS,
): ReadonlyMap<string, LabelSide | null>[] {
  const taken = new Taken()
  for (const box of [...kept, ...boxes]) taken.add(box)
  const wanted: { item: SymbolItem; group: number; at: [number, number] }[] = []
  groups.forEach(({ topic, items }, group) => {
    for (const item of items) {
      if (gone.get(topic)?.has(item.id)) continue
      const at = centreOf(item, zoom)
      const { width, height } = symbolSize(item.spec)
      // Less its margin, so that its own label fits beside it.
      if (!item.yields) taken.add(around(at, width - 2 * GAP - 2, height - 2))
      if (item.label && !claimed[group]?.has(item.id)) wanted.push({ item, group, at })
    }
  })
  // Stable: the same data give the same labels, poll after poll.
  wanted.sort((a, b) => (b.item.label?.priority ?? 0) - (a.item.label?.priority ?? 0))
  const slots = groups.map((_, group) => new Map(claimed[group]))
  for (const { item, group, at } of wanted) {
    const { label } = item
    if (!label) continue
    for (const side of label.sides ?? SIDES) {
      const box = labelBox(item, label, side, at)
      if (taken.meets(box)) continue
      taken.add(box)
      slots[group]?.set(item.id, side)
      break
    }
  }
  return slots
}
