import type { Box } from './boxes'
import { worldPx } from './mercator'
import type { Clear } from './stage'

/** Px from the map's left and top as it is laid out. */
export interface KeptClear {
  /** Where displays meet, and where the picture ends. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Under panels. */
  readonly boxes: readonly Box[]
}

/** Half of what stays clear of a line, px. */
const MARGIN_PX = 2

/** What labels keep clear of stands still while the world moves under it. */
export function keepClear({ xs, ys, boxes }: KeptClear): Clear {
  return ({ lng, lat, zoom }, { width, height }) => {
    const [x, y] = worldPx(lng, lat, zoom)
    const [left, top] = [x - width / 2, y - height / 2]
    const on = (box: Box): Box => ({
      left: left + box.left,
      right: left + box.right,
      top: top + box.top,
      bottom: top + box.bottom,
    })
    return [
      ...xs.map((at) => ({ left: at - MARGIN_PX, right: at + MARGIN_PX, top: 0, bottom: height })),
      ...ys.map((at) => ({ left: 0, right: width, top: at - MARGIN_PX, bottom: at + MARGIN_PX })),
      ...boxes,
    ].map(on)
  }
}
