import { wallLayout } from '../../src/domain/wall-layout'
import { NOTO_HEIGHTS, wallType } from '../../src/domain/wall-profile'
import { faceHeights } from '../../src/ui/face-heights'

export type HungWall = readonly [
  name: string,
  widthM: number,
  seatM: number,
  width: number,
  height: number,
  cols: number,
  rows: number,
]

/** What hangs in halls; px in their proportion, for angles know no pixels. */
export const WALLS: readonly HungWall[] = [
  ['2 m read from 4 m', 2, 4, 1920, 1080, 1, 1],
  ['6 m read from 10 m', 6, 10, 1920, 1080, 1, 1],
  ['6 m of 5 x 5 displays', 6, 10, 1920, 1080, 5, 5],
  ['12 m read from 15 m', 12, 15, 1920, 1080, 1, 1],
  ['6656 x 1792', 10, 12, 6656, 1792, 1, 1],
  ['98 inches', 2.17, 4, 1920, 1080, 1, 1],
  ['P1.5 LED', 4.8, 8, 1600, 900, 1, 1],
]

/** Its type and its places, with the face that this browser has. */
export function hung([name, widthM, seatM, width, height, cols, rows]: HungWall) {
  const displays = [cols, rows] as const
  const profile = { widthM, seatM, pixels: [width, height] as const, displays }
  const type = wallType(profile, width, faceHeights(NOTO_HEIGHTS))
  const layout = wallLayout({ width, height, body: type.body, displays })
  if (typeof layout === 'string') throw new Error(`${name}: ${layout}`)
  return { type, layout }
}
