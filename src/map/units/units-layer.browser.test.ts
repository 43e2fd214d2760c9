import { Deck, type Layer, MapView } from '@deck.gl/core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { uploads, watchUploads } from '../counters'
import type { SymbolSpec } from '../symbol-spec'
import { type GlideRules, positionAt } from './glide'
import type { UnitColumns } from './pack'
import { TrailsLayer, type TrailsLayerProps } from './trails-layer'
import { UnitsLayer, type UnitsLayerProps } from './units-layer'

const SIDE = 480
const EPOCH = Date.UTC(2026, 10, 23, 14)
const at = (s: number) => EPOCH + 1000 * s
const LOOKS: readonly SymbolSpec[] = [
  { shape: 'square', fill: '#FF0000', casing: null, sizePx: 10 },
  { shape: 'square', fill: '#00FF00', casing: null, sizePx: 10 },
  { shape: 'triangle', fill: '#0000FF', casing: null, sizePx: 40 },
]

let deck: Deck<MapView> | null = null
let frames = 0
beforeAll(watchUploads)
afterEach(() => {
  deck?.finalize()
  deck = null
  document.body.replaceChildren()
})

async function show(layers: Layer[], zoom = 9): Promise<void> {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  await new Promise<void>((resolve) => {
    deck = new Deck({
      canvas,
      width: SIDE,
      height: SIDE,
      useDevicePixels: false,
      views: new MapView(),
      viewState: { longitude: 106.6, latitude: 26.5, zoom },
      layers,
      deviceProps: { webgl: { preserveDrawingBuffer: true } } as never,
      onAfterRender: () => {
        frames++
        resolve()
      },
    }) as Deck<MapView>
  })
  await settled()
}

async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await new Promise(requestAnimationFrame)
    deck?.redraw('test')
  }
}

async function redraw(layers: Layer[]): Promise<void> {
  deck?.setProps({ layers })
  await settled()
}

const project = (place: readonly number[]) => {
  const [x = 0, y = 0] = deck?.getViewports()[0]?.project([...place]) ?? []
  return [x, y] as const
}
const unproject = (xy: readonly [number, number]) =>
  deck?.getViewports()[0]?.unproject([...xy]) as [number, number]

/** RGBA, rows from the top. */
function picture(): Uint8Array {
  const canvas = deck?.getCanvas() as HTMLCanvasElement
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext
  const upside = new Uint8Array(4 * SIDE * SIDE)
  gl.bindFramebuffer(gl.FRAMEBUFFER, null)
  gl.readPixels(0, 0, SIDE, SIDE, gl.RGBA, gl.UNSIGNED_BYTE, upside)
  const pixels = new Uint8Array(upside.length)
  const row = 4 * SIDE
  for (let y = 0; y < SIDE; y++)
    pixels.set(upside.subarray(row * (SIDE - 1 - y), row * (SIDE - y)), row * y)
  return pixels
}

const isBlank = (pixels: Uint8Array) => pixels.every((byte) => byte === 0)

/** Middle of what is painted within a square round a place on screen, px; null: nothing is. */
function middleNear(
  pixels: Uint8Array,
  [x, y]: readonly [number, number],
  channel: number,
  reach = 16,
) {
  let [sum, sx, sy] = [0, 0, 0]
  for (let v = Math.max(0, Math.round(y) - reach); v < Math.min(SIDE, Math.round(y) + reach); v++)
    for (
      let u = Math.max(0, Math.round(x) - reach);
      u < Math.min(SIDE, Math.round(x) + reach);
      u++
    ) {
      const i = 4 * (v * SIDE + u)
      const weight = (pixels[i + channel]! / 255) * pixels[i + 3]!
      sum += weight
      sx += weight * (u + 0.5)
      sy += weight * (v + 0.5)
    }
  return sum > 0 ? { x: sx / sum, y: sy / sum, sum } : null
}

/** 36 things, 70 px apart, each with a way of its own of up to 20 px that takes 4 to 24 s. */
function manyUnits(): UnitColumns {
  const count = 36
  const random = (i: number) => (Math.sin(i * 12.9898) * 43758.5453) % 1
  const [from, to]: [number[], number[]] = [[], []]
  for (let i = 0; i < count; i++) {
    const start = [60 + 70 * (i % 6), 60 + 70 * Math.floor(i / 6)] as const
    from.push(...unproject(start))
    to.push(...unproject([start[0] + 14 * random(i), start[1] + 14 * random(i + 99)]))
  }
  return {
    count,
    fromPosition: Float64Array.from(from),
    toPosition: Float64Array.from(to),
    fromTime: Float64Array.from({ length: count }, (_, i) => i % 5),
    toTime: Float64Array.from({ length: count }, (_, i) => (i % 5) + 4 + (i % 21)),
    epoch: EPOCH,
    icon: Uint8Array.from({ length: count }, (_, i) => i % 2),
    angle: new Float32Array(count),
    size: new Float32Array(count).fill(1),
    alpha: new Float32Array(count).fill(1),
  }
}

/** One thing that stands in the middle. */
const alone = (over: Partial<UnitColumns> = {}): UnitColumns => ({
  count: 1,
  fromPosition: Float64Array.of(106.6, 26.5),
  toPosition: Float64Array.of(106.6, 26.5),
  fromTime: Float64Array.of(0),
  toTime: Float64Array.of(10),
  epoch: EPOCH,
  icon: Uint8Array.of(0),
  angle: Float32Array.of(0),
  size: Float32Array.of(1),
  alpha: Float32Array.of(1),
  ...over,
})

const layer = (units: UnitColumns, over: Partial<UnitsLayerProps> = {}) =>
  new UnitsLayer({ id: 'units', units, looks: LOOKS, now: at(0), ...over })

describe.each([9, 16.3])('at zoom %f', (zoom) => {
  test.each<[string, number, GlideRules]>([
    ['before', -5, {}],
    ['on the way', 6.3, {}],
    ['after', 60, {}],
    ['coasting', 16, { coastS: 6 }],
    ['held after coasting', 90, { coastS: 6 }],
    ['still', 3, { isStill: true, coastS: 6 }],
  ])('the shader draws where positionAt says: %s', async (_when, s, rules) => {
    await show([], zoom)
    const units = manyUnits()
    await redraw([layer(units, { now: at(s), ...rules })])
    const pixels = picture()
    for (let i = 0; i < units.count; i++) {
      const expected = project(positionAt(units, i, at(s), rules))
      const middle = middleNear(pixels, expected, units.icon[i]!)
      expect(middle, `thing ${i}`).not.toBeNull()
      expect(Math.abs(middle!.x - expected[0]), `thing ${i} across`).toBeLessThan(0.6)
      expect(Math.abs(middle!.y - expected[1]), `thing ${i} down`).toBeLessThan(0.6)
    }
  })
})

test('gliding sends uniforms alone; a poll sends each thing once', async () => {
  await show([])
  const few = manyUnits()
  const copies = 30
  const repeat = <T extends Float64Array | Float32Array | Uint8Array>(column: T): T =>
    (column.constructor as unknown as { from(v: number[]): T }).from(
      Array.from({ length: copies }, () => [...column]).flat(),
    )
  const units: UnitColumns = {
    count: copies * few.count,
    epoch: EPOCH,
    fromPosition: repeat(few.fromPosition),
    toPosition: repeat(few.toPosition),
    fromTime: repeat(few.fromTime),
    toTime: repeat(few.toTime),
    icon: repeat(few.icon as Uint8Array),
    angle: repeat(few.angle),
    size: repeat(few.size),
    alpha: repeat(few.alpha),
  }
  await redraw([layer(units)])
  const start = picture()
  let before = uploads()
  for (let s = 1; s <= 10; s++) await redraw([layer(units, { now: at(s) })])
  expect((uploads() - before) / 30).toBeLessThan(2_000)
  expect(picture().some((byte, i) => byte !== start[i])).toBe(true)
  before = uploads()
  await redraw([layer({ ...units }, { now: at(11) })])
  const bytes = units.count * 48
  expect(uploads() - before).toBeGreaterThanOrEqual(bytes)
  expect(uploads() - before).toBeLessThan(bytes + 6_000)
})

test('by a clock it draws as long as something moves, and no longer', async () => {
  let s = 0
  const moving = alone({ toPosition: Float64Array.of(106.68, 26.5) })
  await show([layer(moving, { now: () => at(s) })])
  const start = middleNear(picture(), [240, 240], 0, 200)
  s = 5
  const before = frames
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(frames).toBeGreaterThan(before)
  const later = middleNear(picture(), [240, 240], 0, 200)
  expect(later!.x - start!.x).toBeGreaterThan(10)
  s = 11
  await new Promise((resolve) => setTimeout(resolve, 700))
  const rest = frames
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(frames).toBe(rest)
})

test('the stage paints twins: they draw the same, and a twin of the next poll draws that', async () => {
  await show([])
  const units = manyUnits()
  const memoised = layer(units)
  await redraw([memoised])
  const own = picture()
  await redraw([memoised.clone({})])
  expect(isBlank(own)).toBe(false)
  expect(picture().every((byte, i) => byte === own[i])).toBe(true)
  await redraw([layer(alone()).clone({})])
  expect(middleNear(picture(), [240, 240], 0)).not.toBeNull()
  expect(middleNear(picture(), [60, 60], 0)).toBeNull()
})

test('a new poll, and new looks, replace the old ones', async () => {
  await show([layer(alone())])
  await redraw([layer(alone({ icon: Uint8Array.of(1) }))])
  expect(middleNear(picture(), [240, 240], 1)).not.toBeNull()
  expect(middleNear(picture(), [240, 240], 0)).toBeNull()
  const grown = manyUnits()
  await redraw([layer(grown)])
  expect(middleNear(picture(), [60, 60], 0)).not.toBeNull()
  await redraw([layer(grown, { looks: [LOOKS[1]!, LOOKS[0]!] })])
  expect(middleNear(picture(), [60, 60], 1)).not.toBeNull()
  expect(middleNear(picture(), [60, 60], 0)).toBeNull()
  await redraw([layer(alone({ count: 0 }))])
  expect(isBlank(picture())).toBe(true)
})

test('the angle runs with the clock, the size grows, alpha fades, an unknown look is not drawn', async () => {
  const one = { icon: Uint8Array.of(2) }
  await show([layer(alone(one))])
  // A triangle on its base is heavier below its middle.
  const upright = middleNear(picture(), [240, 240], 2, 60)!
  expect(upright.y - 240).toBeGreaterThan(2)
  await redraw([layer(alone({ ...one, angle: Float32Array.of(90) }))])
  const turned = middleNear(picture(), [240, 240], 2, 60)!
  expect(turned.x - 240).toBeLessThan(-2)
  expect(Math.abs(turned.y - 240)).toBeLessThan(1)
  await redraw([layer(alone({ ...one, size: Float32Array.of(2) }))])
  expect(middleNear(picture(), [240, 240], 2, 60)!.sum / upright.sum).toBeCloseTo(4, 0)
  await redraw([layer(alone({ alpha: Float32Array.of(0) }))])
  expect(isBlank(picture())).toBe(true)
  await redraw([layer(alone({ icon: Uint8Array.of(9) }))])
  expect(isBlank(picture())).toBe(true)
})

describe('trails', () => {
  /** From 100 to 300 px, in 100 s. */
  const way = () =>
    alone({
      fromPosition: Float64Array.from(unproject([100, 240])),
      toPosition: Float64Array.from(unproject([300, 240])),
      toTime: Float64Array.of(100),
    })
  const trail = (over: Partial<TrailsLayerProps> = {}) =>
    new TrailsLayer({
      id: 'trails',
      trails: way(),
      now: at(100),
      fadeS: 200,
      colour: '#FF0000',
      widthPx: 4,
      ...over,
    })
  /** Cover along the way, 0 to 255, at x. */
  const coverAt = (pixels: Uint8Array, x: number) => pixels[4 * (240 * SIDE + x) + 3]!
  const ends = (pixels: Uint8Array) => {
    const xs = Array.from({ length: SIDE }, (_, x) => x).filter((x) => coverAt(pixels, x) > 0)
    return [xs[0], xs.at(-1)]
  }

  test('fade with the age of each place, and are gone in time', async () => {
    // 200 px of way are less than a tenth of a degree only when near.
    await show([], 12)
    await redraw([trail()])
    const fresh = picture()
    expect(coverAt(fresh, 298)).toBeGreaterThan(240)
    expect(coverAt(fresh, 200)).toBeGreaterThan(170)
    expect(coverAt(fresh, 200)).toBeLessThan(210)
    expect(coverAt(fresh, 102)).toBeLessThan(140)
    await redraw([trail({ now: at(250) })])
    const old = picture()
    // What was left more than 200 s ago: the first half.
    expect(ends(old)[0]).toBeGreaterThan(195)
    expect(ends(old)[0]).toBeLessThan(206)
    await redraw([trail({ now: at(301) })])
    expect(isBlank(picture())).toBe(true)
  })

  test('end where the symbol is; still, they reach its place at once', async () => {
    await show([], 12)
    const one = way()
    await redraw([trail({ trails: one, now: at(40) })])
    const [x = 0] = project(positionAt(one, 0, at(40)))
    expect(Math.abs(ends(picture())[1]! - x)).toBeLessThan(2)
    await redraw([trail({ trails: one, now: at(40), isStill: true })])
    expect(ends(picture())[1]).toBeGreaterThan(297)
  })

  test('a jump leaves none', async () => {
    await show([], 9)
    await redraw([trail()])
    // 200 px are half a degree here.
    expect(isBlank(picture())).toBe(true)
  })
})
