import { worldPx } from './mercator'
import { labelSize, symbolSize } from './paint-symbol'
import type { LabelSide, SymbolItem, SymbolLabel } from './symbol-spec'
import { labelOffset } from './symbols'

/** A place on the picture, px of the whole world at the zoom of the placing. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function around([x, y]: readonly [number, number], width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
}

export function centreOf(
  { position, offsetPx = [0, 0] }: SymbolItem,
  zoom: number,
): [number, number] {
  const [x, y] = worldPx(position[0], position[1], zoom)
  return [x + offsetPx[0], y + offsetPx[1]]
}

export function symbolBox(item: SymbolItem, zoom: number): Box {
  const { width, height } = symbolSize(item.spec)
  return around(centreOf(item, zoom), width, height)
}

/** Where a label stands whose symbol has its centre here. */
export function labelBox(
  { spec }: SymbolItem,
  label: SymbolLabel,
  side: LabelSide,
  [x, y]: readonly [number, number],
): Box {
  const [dx, dy] = labelOffset(spec, label, side)
  const { width, height } = labelSize(label)
  return around([x + dx, y + dy], width, height)
}
