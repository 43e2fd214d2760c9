/** A round distance and its length on the screen. */
export interface Scale {
  readonly metres: number
  readonly px: number
}

const EQUATOR_M = 40_075_017
const LONGEST_PX = 128

/** Metres on the ground of one CSS px. */
export function metresPerPx(lat: number, zoom: number): number {
  return (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom)
}

/** The longest of 1, 2, 5 x 10^n metres that the bar has room for, at this latitude. */
export function scaleAt(lat: number, zoom: number): Scale {
  const perPx = metresPerPx(lat, zoom)
  const most = perPx * LONGEST_PX
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = Math.max(1, [5, 2, 1].map((n) => n * power).find((m) => m <= most) ?? power)
  return { metres, px: Math.round(metres / perPx) }
}
