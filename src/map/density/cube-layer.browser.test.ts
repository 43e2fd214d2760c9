import { Deck, MapView } from '@deck.gl/core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { difference, VISIONS } from '../../../tests/conformance/colour-science'
import { cubeRaster, cubeTail, type DensityCube, densityCube } from '../../domain/density-cube'
import { gaussian, type Kernel, quartic } from '../../domain/density-kernel'
import { densityPicture, glanceAt, valueIn } from '../../domain/density-picture'
import { distanceM, type Extent, type LngLat } from '../../domain/geo'
import { HOUR_MS, type TimeWindow, WEEK_MS } from '../../domain/time'
import { DENSITY_RAMP } from '../../ui/tokens'
import { uploads, watchUploads } from '../counters'
import { CubeLayer } from './cube-layer'

const SIDE = 480
const REGION: Extent = [106.2, 26.2, 107, 26.8]
const QUARTIC: Kernel = { shape: 'quartic', bandwidthM: 2_000 }
const GAUSSIAN: Kernel = { shape: 'gaussian', bandwidthM: 1_000 }
const WEEK: TimeWindow = { from: 0, to: WEEK_MS }
const CAMERA = { longitude: 106.6, latitude: 26.5, zoom: 8.6 }

/** Four towns and what lies between, one incident after the other over a week. */
const POINTS = Array.from({ length: 4_000 }, (_, i): LngLat => {
  const town = i % 5
  const turn = i * 2.399
  const away = 0.012 * Math.sqrt((i % 997) / 997)
  if (town === 4) return [106.2 + ((i * 7919) % 800) / 1000, 26.2 + ((i * 104_729) % 600) / 1000]
  return [106.35 + town * 0.15 + away * Math.cos(turn), 26.5 + away * Math.sin(turn)]
})
const rows = (points: readonly LngLat[], from = 0, until = WEEK_MS) => ({
  count: points.length,
  lng: Float64Array.from(points, ([lng]) => lng),
  lat: Float64Array.from(points, ([, lat]) => lat),
  occurredAt: Float64Array.from(
    points,
    (_, i) => from + Math.floor(((until - from) * i) / points.length / 1000) * 1000,
  ),
})
const cubeOf = (kernel: Kernel) => densityCube(rows(POINTS), cubeRaster(REGION, kernel))
const CUBE = cubeOf(QUARTIC)

const layer = (
  window = WEEK,
  over: Partial<ConstructorParameters<typeof CubeLayer>[0]> = {},
  { cube = CUBE, kernel = QUARTIC }: { cube?: DensityCube; kernel?: Kernel } = {},
) =>
  new CubeLayer({
    id: 'cube',
    cube,
    tail: null,
    glance: glanceAt(cube, kernel, window),
    breaks: [0.5, 1, 2, 5, 10, 20],
    colours: DENSITY_RAMP,
    edge: null,
    ...over,
  })

const USUAL = VISIONS.usual ?? []

/** Calls that send something else than uniforms. */
let sent = 0
let deck: Deck<MapView> | null = null
let shown: CubeLayer | null = null

beforeAll(() => {
  watchUploads()
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >
  for (const name of ['texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D', 'bufferData']) {
    const original = prototype[name]
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      sent++
      return original?.apply(this, args)
    }
  }
})
afterEach(() => {
  deck?.finalize()
  deck = null
  document.body.replaceChildren()
})

async function show(one: CubeLayer, camera = CAMERA): Promise<void> {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  shown = one
  await new Promise<void>((resolve, reject) => {
    deck = new Deck({
      canvas,
      width: SIDE,
      height: SIDE,
      useDevicePixels: false,
      views: new MapView(),
      viewState: camera,
      layers: [one],
      deviceProps: { webgl: { preserveDrawingBuffer: true } } as never,
      onAfterRender: () => resolve(),
      onError: reject,
    }) as Deck<MapView>
  })
  await settled()
}

/** Shaders compile and layers update beside the frame that asks for them: what counts is the third from now. */
async function settled(frames = 3): Promise<void> {
  for (let frame = 0; frame < frames; frame++) {
    await new Promise(requestAnimationFrame)
    deck?.redraw('test')
  }
}

async function redraw(props: { layers?: CubeLayer[]; viewState?: typeof CAMERA }): Promise<void> {
  shown = props.layers?.[0] ?? shown
  deck?.setProps(props as never)
  // A camera needs no new layer: it is there with the next frame.
  await settled(props.layers ? 3 : 1)
}

const gl = () => deck?.getCanvas()?.getContext('webgl2') as WebGL2RenderingContext

/** The numbers of the surface, as they lie on the GPU. */
function surface({ width, height }: DensityCube): Float32Array {
  const { texture } = (shown as CubeLayer).state as unknown as { texture: { handle: WebGLTexture } }
  const context = gl()
  const frame = context.createFramebuffer()
  context.bindFramebuffer(context.FRAMEBUFFER, frame)
  context.framebufferTexture2D(
    context.FRAMEBUFFER,
    context.COLOR_ATTACHMENT0,
    context.TEXTURE_2D,
    texture.handle,
    0,
  )
  const out = new Float32Array(4 * width * height)
  context.readPixels(0, 0, width, height, context.RGBA, context.FLOAT, out)
  context.bindFramebuffer(context.FRAMEBUFFER, null)
  context.deleteFramebuffer(frame)
  return Float32Array.from({ length: width * height }, (_, i) => out[4 * i] as number)
}

/** What stands at a place: "#RRGGBB", or null where nothing is painted. */
function colourAt([lng, lat]: LngLat): string | null {
  const [x = 0, y = 0] = deck?.getViewports()[0]?.project([lng, lat]) ?? []
  const context = gl()
  const pixel = new Uint8Array(4)
  context.bindFramebuffer(context.FRAMEBUFFER, null)
  context.readPixels(
    Math.floor(x),
    SIDE - 1 - Math.floor(y),
    1,
    1,
    context.RGBA,
    context.UNSIGNED_BYTE,
    pixel,
  )
  if (pixel[3] === 0) return null
  return `#${[...pixel.slice(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

function exact({ shape, bandwidthM }: Kernel, points: readonly LngLat[], place: LngLat): number {
  return points.reduce((sum, point) => {
    const share = (distanceM(point, place) / bandwidthM) ** 2
    return sum + (shape === 'quartic' ? quartic(share, bandwidthM) : gaussian(share, bandwidthM))
  }, 0)
}

const apart = (a: Float32Array, b: Float32Array) =>
  a.reduce((worst, one, i) => Math.max(worst, Math.abs(one - (b[i] as number))), 0)

test.each([QUARTIC, GAUSSIAN])(
  '%o: the GPU says what the CPU says, within 2 % of an exact estimate',
  async (kernel) => {
    const cube = cubeOf(kernel)
    await show(layer(WEEK, {}, { cube, kernel }))
    const here = surface(cube)
    const peak = here.reduce((a, b) => Math.max(a, b), 0)
    expect(peak).toBeGreaterThan(20)
    expect(apart(here, densityPicture(cube, kernel, WEEK)) / peak).toBeLessThan(1e-3)
    let most = 0
    for (let i = 0; i < 60; i++) {
      const [lng, lat] = POINTS[i * 61] as LngLat
      const place: LngLat = [lng + ((i % 7) - 3) * 0.004, lat + ((i % 5) - 2) * 0.004]
      most = Math.max(most, Math.abs(valueIn(here, cube, place) - exact(kernel, POINTS, place)))
    }
    expect(most / peak).toBeLessThan(0.02)
  },
)

test('another window is another picture and sends no byte but uniforms', async () => {
  await show(layer())
  const before = { sent, bytes: uploads() }
  const windows = Array.from({ length: 8 }, (_, i) => ({
    from: i * 3 * HOUR_MS,
    to: i * 3 * HOUR_MS + 2 * 24 * HOUR_MS,
  }))
  for (const window of windows) await redraw({ layers: [layer(window)] })
  const last = windows.at(-1) as TimeWindow
  const picture = densityPicture(CUBE, QUARTIC, last)
  const peak = picture.reduce((a, b) => Math.max(a, b), 0)
  expect(apart(surface(CUBE), picture) / peak).toBeLessThan(1e-3)
  expect(sent - before.sent).toBe(0)
  // Those of the library, a few hundred bytes a frame; the cube is a megabyte.
  expect((uploads() - before.bytes) / 24).toBeLessThan(2_000)
})

test('what came later is added, and only it is sent', async () => {
  const early = rows(POINTS.slice(0, 3_000), 0, WEEK_MS / 2)
  const late = rows(POINTS.slice(3_000), WEEK_MS / 2)
  const both = {
    count: 4_000,
    lng: Float64Array.of(...early.lng, ...late.lng),
    lat: Float64Array.of(...early.lat, ...late.lat),
    occurredAt: Float64Array.of(...early.occurredAt, ...late.occurredAt),
  }
  const raster = cubeRaster(REGION, QUARTIC)
  const cube = densityCube(early, raster)
  const first = cubeTail({ ...late, count: 900 }, cube)
  await show(layer(WEEK, { tail: first }, { cube }))
  await redraw({
    layers: [layer(WEEK, { tail: cubeTail({ ...late, count: 901 }, cube) }, { cube })],
  })
  const before = uploads()
  await redraw({ layers: [layer(WEEK, { tail: cubeTail(late, cube) }, { cube })] })
  expect(uploads() - before).toBeLessThan(12 * 99 + 3 * 2_000)
  const whole = densityPicture(densityCube(both, raster), QUARTIC, WEEK)
  const peak = whole.reduce((a, b) => Math.max(a, b), 0)
  expect(apart(surface(cube), whole) / peak).toBeLessThan(0.01)
  // A window before them does not know them.
  const half = { from: 0, to: WEEK_MS / 2 }
  await redraw({ layers: [layer(half, { tail: cubeTail(late, cube) }, { cube })] })
  expect(apart(surface(cube), densityPicture(cube, QUARTIC, half)) / peak).toBeLessThan(1e-3)
})

test('a place keeps its colour over 50 pans and zooms', async () => {
  // A wide hill: 6,000 incidents, ever fewer per km² away from its top.
  const hill = Array.from({ length: 6_000 }, (_, i): LngLat => {
    const away = 0.3 * (((i * 7919) % 6_000) / 6_000)
    return [106.6 + away * Math.cos(i * 2.399_963), 26.5 + 0.9 * away * Math.sin(i * 2.399_963)]
  })
  const cube = densityCube(rows(hill), cubeRaster(REGION, QUARTIC))
  await show(layer(WEEK, {}, { cube }))
  const picture = densityPicture(cube, QUARTIC, WEEK)
  const limits = [0.5, 1, 2, 5, 10, 20]
  const classAt = (place: LngLat) => {
    const value = valueIn(picture, cube, place)
    return limits.filter((limit) => value >= limit).length
  }
  // Well inside a class each: at a limit a pixel may fall to either side.
  const places = POINTS.map(
    ([lng, lat], i): LngLat => [lng + (i % 9) * 0.003, lat - (i % 7) * 0.003],
  ).filter(([lng, lat]) =>
    [-0.003, 0, 0.003].every((x) =>
      [-0.003, 0, 0.003].every((y) => classAt([lng + x, lat + y]) === classAt([lng, lat])),
    ),
  )
  const chosen = limits.flatMap((_, i) =>
    places.filter((one) => classAt(one) === i + 1).slice(0, 2),
  )
  expect(new Set(chosen.map(classAt)).size).toBeGreaterThanOrEqual(4)
  for (let i = 0; i < 50; i++) {
    const place = chosen[i % chosen.length] as LngLat
    const zoom = 9 + (i % 12) * 0.5
    await redraw({
      viewState: { longitude: place[0] + 0.001 * (i % 5), latitude: place[1], zoom },
    })
    const seen = colourAt(place)
    expect(seen, `${place} at zoom ${zoom}`).not.toBeNull()
    const meant = DENSITY_RAMP[classAt(place) - 1] as string
    expect(difference(seen as string, meant, USUAL)).toBeLessThanOrEqual(2)
  }
})
