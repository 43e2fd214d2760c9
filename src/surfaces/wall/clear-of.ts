import type { Box, WallFrame } from '../../domain/wall-layout'
import type { KeptClear } from '../../map/keep-clear'

const NOTHING: KeptClear = { xs: [], ys: [], boxes: [] }

/** What labels of the map keep clear of, px of the map as it is laid out: seams, edges, and panels that lie over it. */
export function clearOf(
  map: Box | undefined,
  over: readonly Box[],
  { width, height, displays: [cols, rows] }: Omit<WallFrame, 'body'>,
  magnify: number,
): KeptClear {
  if (!map) return NOTHING
  const lines = (count: number, size: number, from: number, to: number) => [
    0,
    ...Array.from({ length: count - 1 }, (_, i) => ((i + 1) * size) / count)
      .filter((at) => at > from && at < to)
      .map((at) => (at - from) / magnify),
    (to - from) / magnify,
  ]
  return {
    xs: lines(cols, width, map.left, map.left + map.width),
    ys: lines(rows, height, map.top, map.top + map.height),
    boxes: over.map((box) => ({
      left: (box.left - map.left) / magnify,
      top: (box.top - map.top) / magnify,
      right: (box.left + box.width - map.left) / magnify,
      bottom: (box.top + box.height - map.top) / magnify,
    })),
  }
}
