// @ts-nocheck: run once by hand; nothing imports it
import { isInsideRings } from './geometry.mjs'

/** [azimuth, weight]: light from the north-west, softened so that no slope goes flat. */
const LIGHTS = [
  [315, 0.6],
  [270, 0.2],
  [0, 0.2],
]
const EXAGGERATION = 7
const BLUR = 2
/** Before the soft clip: the steepest slopes reach the full 6 %, the rest keeps its differences. */
const GAIN = 4
const SCALE = 2
/** Alpha in steps of 4: the map draws it at most at 0.45, so a step stays under half a grey level; half the bytes. */
const STEP = 4

/**
 * A quiet relief out of a height image: blurred, smoothly enlarged, shaded, soft-clipped, split into the light and
 * the shaded side so that each flavour can weigh them.
 *
 * @param {object} source
 * @param {{ width: number, height: number, values: Uint8Array }} source.image heights, north up, Web Mercator
 * @param {(grey: number) => number} source.metres
 * @param {[number, number, number, number]} source.box of the image
 * @param {[number, number, number, number]} source.crop wanted box
 * @param {number[][][]} source.province rings; half strength outside
 */
export function shade({ image, metres, box, crop, province }) {
  const heights = blur(Float64Array.from(image.values, metres), image.width, image.height, BLUR)
  const width = Math.round(((crop[2] - crop[0]) / (box[2] - box[0])) * image.width * SCALE)
  const [yn, ys, top, bottom] = [box[3], box[1], crop[3], crop[1]].map(mercatorY)
  const height = Math.round(((top - bottom) / (yn - ys)) * image.height * SCALE)
  const light = new Uint8Array(width * height)
  const dark = new Uint8Array(width * height)
  const inside = mask(province, crop, width, height)
  const pixelM = ((box[2] - box[0]) / image.width / 360) * 40_075_017
  const x0 = ((crop[0] - box[0]) / (box[2] - box[0])) * image.width
  const y0 = ((yn - top) / (yn - ys)) * image.height
  for (let j = 0; j < height; j++) {
    const lat = latitude(top - ((j + 0.5) / height) * (top - bottom))
    const groundM = pixelM * Math.cos((lat * Math.PI) / 180)
    for (let i = 0; i < width; i++) {
      const [u, v] = [x0 + (i + 0.5) / SCALE - 0.5, y0 + (j + 0.5) / SCALE - 0.5]
      const [dx, dy] = slope(heights, image.width, image.height, u, v)
      const tone = toneOf((dx / groundM) * EXAGGERATION, (dy / groundM) * EXAGGERATION)
      const edge = Math.min(1, Math.min(i, j, width - 1 - i, height - 1 - j) / 120)
      const strength = Math.tanh(tone * GAIN) * edge * (0.5 + 0.5 * inside[j * width + i])
      const alpha = Math.min(255, Math.round((Math.abs(strength) * 255) / STEP) * STEP)
      ;(strength > 0 ? light : dark)[j * width + i] = alpha
    }
  }
  return { width, height, light, dark }
}

/** Brightness against level ground, about -1 to 1. `dx` east, `dy` south, rise over run. */
function toneOf(dx, dy) {
  const norm = Math.hypot(dx, dy, 1)
  const level = Math.SQRT1_2
  let tone = 0
  for (const [azimuth, weight] of LIGHTS) {
    const a = (azimuth * Math.PI) / 180
    const facing = (-dx * Math.sin(a) + dy * Math.cos(a) + 1) * Math.SQRT1_2
    tone += weight * (facing / norm - level)
  }
  return tone
}

/** Gradient of the cubic B-spline through the heights: smooth where bilinear shows facets. */
function slope(heights, width, height, u, v) {
  const [iu, iv] = [Math.floor(u), Math.floor(v)]
  const [wx, dwx, wy, dwy] = [
    bspline(u - iu),
    bsplineSlope(u - iu),
    bspline(v - iv),
    bsplineSlope(v - iv),
  ]
  let [dx, dy] = [0, 0]
  for (let j = 0; j < 4; j++)
    for (let i = 0; i < 4; i++) {
      const x = Math.min(width - 1, Math.max(0, iu + i - 1))
      const y = Math.min(height - 1, Math.max(0, iv + j - 1))
      dx += heights[y * width + x] * dwx[i] * wy[j]
      dy += heights[y * width + x] * wx[i] * dwy[j]
    }
  return [dx, dy]
}

const bspline = (t) => [
  (1 - t) ** 3 / 6,
  (3 * t ** 3 - 6 * t ** 2 + 4) / 6,
  (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6,
  t ** 3 / 6,
]
const bsplineSlope = (t) => [
  -((1 - t) ** 2) / 2,
  (3 * t ** 2 - 4 * t) / 2,
  (-3 * t ** 2 + 2 * t + 1) / 2,
  t ** 2 / 2,
]

function blur(values, width, height, sigma) {
  const reach = Math.ceil(3 * sigma)
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  )
  const sum = kernel.reduce((s, k) => s + k, 0)
  const pass = (from, stride, line, count) => {
    const to = new Float64Array(from.length)
    for (let l = 0; l < count; l++)
      for (let i = 0; i < line; i++) {
        let s = 0
        for (let k = -reach; k <= reach; k++) {
          const at = Math.min(line - 1, Math.max(0, i + k))
          s += kernel[k + reach] * from[stride === 1 ? l * width + at : at * width + l]
        }
        to[stride === 1 ? l * width + i : i * width + l] = s / sum
      }
    return to
  }
  return pass(pass(values, 1, width, height), width, height, width)
}

/** 1 inside, 0 outside, softened over some 12 pixels. */
function mask(rings, crop, width, height) {
  const [top, bottom] = [mercatorY(crop[3]), mercatorY(crop[1])]
  const cell = 4
  const [w, h] = [Math.ceil(width / cell), Math.ceil(height / cell)]
  const coarse = new Float64Array(w * h)
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      const lng = crop[0] + ((i + 0.5) / w) * (crop[2] - crop[0])
      const lat = latitude(top - ((j + 0.5) / h) * (top - bottom))
      coarse[j * w + i] = isInsideRings(rings, [lng, lat]) ? 1 : 0
    }
  const soft = blur(coarse, w, h, 1)
  return Float64Array.from({ length: width * height }, (_, k) => {
    const [i, j] = [k % width, Math.floor(k / width)]
    return soft[Math.min(h - 1, Math.floor(j / cell)) * w + Math.min(w - 1, Math.floor(i / cell))]
  })
}

const mercatorY = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
const latitude = (y) => (Math.atan(Math.exp(y)) * 360) / Math.PI - 90
