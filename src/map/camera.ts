import type { Camera } from '../view/view'
import { placeAt, worldPx } from './mercator'

/** Moves by a program are never longer. */
export const MOVE_MS = 600
/** Px between an extent and the frame it is fitted into. */
export const FIT_PADDING = 32

/** Whether two cameras show the same picture: within 2 px and a fiftieth of a zoom. The URL rounds. */
export function sameCamera(a: Camera, b: Camera): boolean {
  if (Math.abs(a.zoom - b.zoom) > 0.02) return false
  const [ax, ay] = worldPx(a.lng, a.lat, a.zoom)
  const [bx, by] = worldPx(b.lng, b.lat, a.zoom)
  return Math.hypot(ax - bx, ay - by) <= 2
}

/**
 * The camera that shows a whole extent inside a frame of so many px, clear of what covers the frame's left side.
 */
export function cameraFor(
  [west, south, east, north]: readonly [number, number, number, number],
  frame: { readonly width: number; readonly height: number; readonly covered: number },
  most: number,
): Camera {
  const [left, top] = worldPx(west, north, 0)
  const [right, bottom] = worldPx(east, south, 0)
  const [width, height] = [frame.width - frame.covered, frame.height].map((px) =>
    Math.max(1, px - 2 * FIT_PADDING),
  ) as [number, number]
  const zoom = Math.min(
    most,
    Math.log2(width / Math.max(1e-9, right - left)),
    Math.log2(height / Math.max(1e-9, bottom - top)),
  )
  const centre = [(left + right) / 2 - frame.covered / 2 / 2 ** zoom, (top + bottom) / 2] as const
  const [lng, lat] = placeAt(centre[0], centre[1], 0)
  return { lng, lat, zoom }
}

export function halfStep(zoom: number): number {
  return Math.round(zoom * 2) / 2
}

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Pixels of an 8K wall; more are never drawn. */
const MOST_PX = 7680 * 4320

/**
 * Device pixels drawn per CSS px of the map: the screen's own, at most 2, times the magnification that the map is shown
 * at; no more in all than `MOST_PX`.
 */
export function drawnRatio(
  width: number,
  height: number,
  devicePixelRatio: number,
  magnify = 1,
): number {
  const most = Math.sqrt(MOST_PX / Math.max(1, width * height))
  return Math.max(0.5, Math.min(Math.min(devicePixelRatio, 2) * magnify, most))
}
