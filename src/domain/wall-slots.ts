import type { Box } from './wall-layout'

/** What the four slots of a scene need, and how they share what is left: a title and a place are the longest words. */
const SCENE_SLOTS = [
  { least: 10.5, share: 0.2 },
  { least: 12.4, share: 0.2 },
  { least: 13, share: 0.5 },
  { least: 9.8, share: 0.1 },
] as const

/** Four boxes side by side, none of them across a seam: the widest is halved until there are enough. */
export function bannerSlots(width: number, height: number, display: number | null): Box[] {
  const widths: number[] = []
  const step = display ?? width
  for (let at = 0; at < width - 1; at += step) widths.push(Math.min(step, width - at))
  while (widths.length < 4) {
    const widest = widths.indexOf(Math.max(...widths))
    const half = (widths[widest] ?? 0) / 2
    widths.splice(widest, 1, half, half)
  }
  let at = 0
  return widths.slice(0, 4).map((one) => {
    const box = { left: at, top: 0, width: one, height }
    at += one
    return box
  })
}

/** As wide as their words need; alike where even that has no room. */
export function sceneSlots(slots: readonly Box[], body: number): readonly Box[] {
  const total = slots.reduce((sum, { width }) => sum + width, 0)
  const spare = total - SCENE_SLOTS.reduce((sum, { least }) => sum + least * body, 0)
  if (spare < 0) return slots
  let left = 0
  return slots.map((slot, i) => {
    const { least, share } = SCENE_SLOTS[i] as (typeof SCENE_SLOTS)[number]
    const box = { ...slot, left, width: least * body + share * spare }
    left += box.width
    return box
  })
}
