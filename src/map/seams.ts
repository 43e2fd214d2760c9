import type { Camera } from '../view/view'
import type { Box } from './declutter'
import { worldPx } from './mercator'
import type { Seams } from './stage'

/** Half of what stays clear of a seam, px. */
const CLEAR_PX = 2

/** The seams of a screen as boxes of the world, where the camera stands now. */
export function seamBoxes(
  { xs, ys }: Seams,
  { lng, lat, zoom }: Camera,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Box[] {
  const [x, y] = worldPx(lng, lat, zoom)
  const [left, top] = [x - width / 2, y - height / 2]
  const [right, bottom] = [left + width, top + height]
  return [
    ...xs.map((at) => ({ left: left + at - CLEAR_PX, right: left + at + CLEAR_PX, top, bottom })),
    ...ys.map((at) => ({ left, right, top: top + at - CLEAR_PX, bottom: top + at + CLEAR_PX })),
  ]
}
