import { Deck, MapView } from '@deck.gl/core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { DENSITY_RAMP } from '../../ui/tokens'
import { uploads, watchUploads } from '../counters'
import { DensityLayer } from './density-layer'
import type { Surface } from './surface'

const BREAKS = [0.5, 1, 2, 5, 10, 20]
const SIDE = 480
const [WEST, SOUTH, EAST, NORTH] = [106, 26, 107.2, 27]

/** Seven stripes from west to east, one below the lowest break and one in each class, flat inside. */
const VALUES = [0.3, 0.7, 1.5, 3, 7, 15, 40]
const COLUMNS = 70
const grid: Surface = {
  extent: [WEST, SOUTH, EAST, NORTH],
  width: COLUMNS,
  height: 40,
  values: Float32Array.from(
    { length: COLUMNS * 40 },
    (_, i) => VALUES[Math.floor((i % COLUMNS) / 10)] ?? 0,
  ),
}
const layer = (over: Partial<ConstructorParameters<typeof DensityLayer>[0]> = {}) =>
  new DensityLayer({
    id: 'density',
    grid,
    breaks: BREAKS,
    colours: DENSITY_RAMP,
    edge: null,
    ...over,
  })

interface Camera {
  longitude: number
  latitude: number
  zoom: number
}
const CAMERA: Camera = { longitude: 106.6, latitude: 26.5, zoom: 8.2 }

let deck: Deck<MapView> | null = null
beforeAll(watchUploads)
afterEach(() => {
  deck?.finalize()
  deck = null
  document.body.replaceChildren()
})

async function show(layers: DensityLayer[], camera = CAMERA): Promise<void> {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  await new Promise<void>((resolve) => {
    deck = new Deck({
      canvas,
      width: SIDE,
      height: SIDE,
      useDevicePixels: false,
      views: new MapView(),
      viewState: camera,
      layers,
      deviceProps: { webgl: { preserveDrawingBuffer: true } } as never,
      onAfterRender: () => {
        if (layers.every(({ isLoaded }) => isLoaded)) resolve()
      },
    }) as Deck<MapView>
  })
  await settled()
}

/** Shaders compile and layers update beside the frame that asks for them: what counts is the third from now. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await new Promise(requestAnimationFrame)
    deck?.redraw('test')
  }
}

async function redraw(props: object): Promise<void> {
  deck?.setProps(props)
  await settled()
}

/** What stands at a place: "#RRGGBB", or null where nothing is painted. */
function colourAt([lng, lat]: readonly [number, number]): string | null {
  const [viewport] = deck?.getViewports() ?? []
  const [x = 0, y = 0] = viewport?.project([lng, lat]) ?? []
  const canvas = deck?.getCanvas() as HTMLCanvasElement
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext
  const pixel = new Uint8Array(4)
  gl.bindFramebuffer(gl.FRAMEBUFFER, null)
  gl.readPixels(Math.round(x), SIDE - 1 - Math.round(y), 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
  if (pixel[3] === 0) return null
  return `#${[...pixel.slice(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

const stripe = (i: number): [number, number] => [WEST + ((i + 0.5) / 7) * (EAST - WEST), 26.5]
const painted = () => VALUES.map((_, i) => colourAt(stripe(i)))

test('every class has the colour of the ramp, and below the lowest break nothing is painted', async () => {
  await show([layer()])
  expect(painted()).toEqual([null, ...DENSITY_RAMP])
})

test('a place keeps its colour over pans and zooms, and nothing is uploaded', async () => {
  await show([layer()])
  const before = uploads()
  expect(before).toBeGreaterThanOrEqual(grid.values.byteLength)
  for (let i = 0; i < 50; i++) {
    const zoom = 8 + (i % 12) * 0.4
    const shown = i % VALUES.length
    const [longitude, latitude] = stripe(shown)
    await redraw({ viewState: { longitude: longitude + 0.001 * (i % 5), latitude, zoom } })
    expect(colourAt(stripe(shown))).toBe([null, ...DENSITY_RAMP][shown])
  }
  // Uniforms of a few hundred bytes a frame; the grid is 11 KB.
  expect((uploads() - before) / 50).toBeLessThan(grid.values.byteLength / 4)
})

test('a new grid replaces the old one; the same grid in a new layer is not uploaded', async () => {
  await show([layer()])
  const before = uploads()
  await redraw({ layers: [layer({ edge: '#14181D' })] })
  expect(uploads() - before).toBeLessThan(grid.values.byteLength)
  const flat = { ...grid, values: new Float32Array(grid.values.length).fill(7) }
  await redraw({ layers: [layer({ grid: flat })] })
  expect(new Set(painted())).toEqual(new Set([DENSITY_RAMP[3]]))
})

test('by day a dark line stands round the lowest class only', async () => {
  await show([layer({ edge: '#14181D' })], { longitude: 106.1714, latitude: 26.5, zoom: 12 })
  const near = (steps: number): [number, number] => [
    WEST + (1 / 7) * (EAST - WEST) + steps * 0.0002,
    26.5,
  ]
  const row = Array.from({ length: 200 }, (_, i) => colourAt(near(i - 100)))
  expect(row).toContain(DENSITY_RAMP[0])
  const dark = row.filter((hex) => hex !== null && Number.parseInt(hex.slice(1, 3), 16) < 0x3c)
  expect(dark.length).toBeGreaterThan(0)
  expect(dark.length).toBeLessThan(12)
})
