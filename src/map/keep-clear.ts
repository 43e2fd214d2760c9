import type { Camera } from '../view/view'
import type { Box } from './boxes'
import { worldPx } from './mercator'
import type { Clear } from './stage'

/** Half of what stays clear of a line, px. */
const MARGIN_PX = 2

/** What labels keep clear of as boxes of the world, where the camera stands now. */
export function keptClear(
  { xs, ys, boxes }: Clear,
  { lng, lat, zoom }: Camera,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Box[] {
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
