import type { Box, WallFrame } from './wall-layout'

/** Its last line may take two. */
export const LEGEND = { width: 13, height: 6.7 }
export const FOOT = { width: 24, height: 4 }
/** Four lines across the map, or six on a narrow display. */
const NOTICE = { width: 27, height: 5.6, narrow: 20, narrowHeight: 8 }

/** In the map's lower corner, on one display: on the next one where the seam leaves less than half the room. */
export function corner(
  map: Box,
  size: { readonly width: number; readonly height: number },
  body: number,
  display: { readonly width: number; readonly height: number },
  side: 'left' | 'right',
): Box {
  // Both corners have room, the lower right one for lines as long as there is.
  const most = Math.max(map.width / 2, map.width - (LEGEND.width + 1) * body)
  const wanted = Math.min(size.width * body, display.width, most)
  const height = Math.min(size.height * body, display.height)
  const end = map.left + map.width
  const pieces: { from: number; to: number }[] = []
  for (let from = map.left; from < end - 1; ) {
    const to = Math.min(end, (Math.floor((from + 1) / display.width) + 1) * display.width)
    pieces.push({ from, to })
    from = to
  }
  const inOrder = side === 'left' ? pieces : pieces.toReversed()
  const { from, to } = inOrder.find((one) => one.to - one.from >= wanted / 2) ?? {
    from: map.left,
    to: end,
  }
  const width = Math.min(wanted, to - from)
  return {
    left: side === 'left' ? from : to - width,
    top: map.top + map.height - height,
    width,
    height,
  }
}

/** In the upper right corner of what neither the card nor the banner covers, whole on one display. */
export function noticeBox(
  room: Box,
  { width, height, body, displays: [cols, rows] }: WallFrame,
): Box {
  const [across, down] = [width / cols, height / rows]
  const right = room.left + room.width
  const most = Math.min(NOTICE.width * body, across, room.width)
  // Of the seams, the one before this edge: a display that is cut by the column is left for its neighbour.
  const seam = Math.max(room.left, Math.floor((right - 1) / across) * across)
  const end = cols > 1 && right - seam < most - 1 && seam - across >= room.left - 1 ? seam : right
  const start = Math.max(end - most, cols > 1 && end === right ? seam : room.left)
  const wanted = (end - start < NOTICE.narrow * body ? NOTICE.narrowHeight : NOTICE.height) * body
  const under = rows === 1 ? height : Math.ceil((room.top + 1) / down) * down
  const top = under - room.top < wanted && under + 1 < height ? under : room.top
  const until = top === under ? under + down : under
  return { left: start, top, width: end - start, height: Math.min(wanted, until - top) }
}
