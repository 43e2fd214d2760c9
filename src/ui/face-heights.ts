import { FONT_FAMILY } from './tokens'

/** How tall glyphs of the face that is really there stand, as shares of its font size. */
export interface MeasuredFace {
  readonly cjk: number
  readonly latin: number
}

let measured: MeasuredFace | null = null

/** Measured once on a canvas: which face a machine has, and how its glyphs fill their box, nobody can know beforehand. */
export function faceHeights(fallback: MeasuredFace): MeasuredFace {
  if (measured) return measured
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return fallback
  const px = 200
  context.font = `500 ${px}px ${FONT_FAMILY}`
  const height = (text: string) => {
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } =
      context.measureText(text)
    return (up + down) / px
  }
  const face = { cjk: height('国'), latin: height('H') }
  // A browser that tells no boxes (or a face without ideographs) must not make letters of no size.
  measured = face.cjk > 0.5 && face.latin > 0.4 ? face : fallback
  return measured
}
