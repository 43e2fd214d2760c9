import { Deck, type Layer, MapView } from '@deck.gl/core'
import type { DensityCube } from '../../src/domain/density-cube'
import { DENSITY_BREAKS, KERNEL, quartic } from '../../src/domain/density-kernel'
import { glanceAt, valueIn } from '../../src/domain/density-picture'
import { latitudeOf } from '../../src/domain/density-raster'
import { distanceM, type Extent, type LngLat } from '../../src/domain/geo'
import { type TimeWindow, WEEK_MS } from '../../src/domain/time'
import { CubeLayer, type Tail } from '../../src/map/density'
import { DENSITY_RAMP } from '../../src/ui/tokens'
import { seeded } from './bench'

export const PROVINCE: Extent = [103.6, 24.6, 109.6, 29.3]
const [WIDTH, HEIGHT] = [1216, 896]
export const VIEW = { longitude: 106.6, latitude: 27, zoom: 6.9 }

export interface Points {
  readonly count: number
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** Four weeks, ascending. */
  readonly occurredAt: Float64Array
  /** Pairs, as deck.gl takes them. */
  readonly pairs: Float64Array
}

/** Sixty per cent in 17 places of 500 m, one of them by far the hottest; the rest over the province. */
export function pointsOf(count: number): Points {
  const random = seeded(20261)
  const places = Array.from({ length: 17 }, () => [104 + 5 * random(), 25 + 4 * random()] as const)
  const [lng, lat] = [new Float64Array(count), new Float64Array(count)]
  const pairs = new Float64Array(2 * count)
  for (let i = 0; i < count; i++) {
    const roll = random()
    if (roll < 0.6) {
      const [x, y] = places[roll < 0.15 ? 0 : 1 + Math.floor(random() * 16)] ?? [106, 26]
      const r = Math.sqrt(-2 * Math.log(1 - random())) * 0.005
      const t = 2 * Math.PI * random()
      lng[i] = x + r * Math.cos(t)
      lat[i] = y + 0.9 * r * Math.sin(t)
    } else {
      lng[i] = 103.8 + 5.6 * random()
      lat[i] = 24.8 + 4.3 * random()
    }
    pairs[2 * i] = lng[i] as number
    pairs[2 * i + 1] = lat[i] as number
  }
  const occurredAt = Float64Array.from({ length: count }, (_, i) =>
    Math.floor((4 * WEEK_MS * i) / count),
  )
  return { count, lng, lat, occurredAt, pairs }
}

export interface Screen {
  /**
   * Applies, draws and waits for the picture, all before it returns; tells how long it took to give the commands, ms.
   * Null: an empty frame.
   */
  readonly show: (layer: Layer | null) => number
  /** Where the brightest pixels lie, and how many they are. */
  readonly hottest: () => { readonly place: [number, number]; readonly pixels: number }
  /** Numbers of a texture, the first of four. */
  readonly numbers: (texture: WebGLTexture, width: number, height: number) => Float32Array
  readonly close: () => void
}

export async function openScreen(): Promise<Screen> {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  let deck: Deck<MapView> | null = null
  await new Promise<void>((resolve) => {
    deck = new Deck({
      canvas,
      width: WIDTH,
      height: HEIGHT,
      useDevicePixels: false,
      views: new MapView(),
      viewState: VIEW,
      layers: [],
      onLoad: () => resolve(),
    }) as Deck<MapView>
  })
  const inner = deck as unknown as {
    setProps(props: object): void
    redraw(reason: string): void
    finalize(): void
    getViewports(): { unproject(xy: number[]): number[] }[]
    layerManager: { updateLayers(): void }
  }
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext
  const pixel = new Uint8Array(4)
  const read = (out: Uint8Array, w: number, h: number) => {
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    gl.readPixels(0, 0, w, h, gl.RGBA, gl.UNSIGNED_BYTE, out)
  }
  return {
    show: (layer) => {
      const start = performance.now()
      inner.setProps({ layers: layer ? [layer] : [] })
      inner.layerManager.updateLayers()
      inner.redraw('bench')
      const commandsMs = performance.now() - start
      // A pixel read back is a promise of the driver that the frame is done.
      read(pixel, 1, 1)
      return commandsMs
    },
    hottest: () => {
      const picture = new Uint8Array(4 * WIDTH * HEIGHT)
      inner.redraw('bench')
      read(picture, WIDTH, HEIGHT)
      let [best, sumX, sumY, n] = [0, 0, 0, 0]
      for (let i = 0; i < WIDTH * HEIGHT; i++) {
        const value = brightnessOf(picture.subarray(4 * i, 4 * i + 4))
        if (value > best) [best, sumX, sumY, n] = [value, 0, 0, 0]
        if (value === best && best > 0) {
          sumX += i % WIDTH
          sumY += HEIGHT - 1 - Math.floor(i / WIDTH)
          n++
        }
      }
      const [x = 0, y = 0] = inner.getViewports()[0]?.unproject([sumX / n, sumY / n]) ?? []
      return { place: [x, y], pixels: n }
    },
    numbers: (texture, width, height) => {
      const frame = gl.createFramebuffer()
      gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
      const out = new Float32Array(4 * width * height)
      gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, out)
      gl.bindFramebuffer(gl.FRAMEBUFFER, null)
      gl.deleteFramebuffer(frame)
      return Float32Array.from({ length: width * height }, (_, i) => out[4 * i] as number)
    },
    close: () => {
      inner.finalize()
      canvas.remove()
    },
  }
}

/** The layer of a window, as the product makes it. */
export function cubeLayer(
  cube: DensityCube,
  window: TimeWindow,
  tail: Tail | null = null,
): CubeLayer {
  return new CubeLayer({
    id: 'ours',
    cube,
    tail,
    glance: glanceAt(cube, KERNEL, window),
    breaks: DENSITY_BREAKS,
    colours: DENSITY_RAMP,
    edge: null,
  })
}

/** The surface as it lies on the GPU. */
export function surfaceOf(screen: Screen, layer: CubeLayer, { width, height }: DensityCube) {
  const { texture } = layer.state as unknown as { texture: { handle: WebGLTexture } }
  return screen.numbers(texture.handle, width, height)
}

/** Greatest distance from an exact estimate over random places, as a share of the peak. */
export function errorOf(
  values: Float32Array,
  cube: DensityCube,
  { count, lng, lat, occurredAt }: Points,
  { from, to }: TimeWindow,
): number {
  const random = seeded(3)
  const peak = values.reduce((a, b) => Math.max(a, b), 0)
  const rate = WEEK_MS / (to - from)
  let worst = 0
  for (let probe = 0; probe < 24; probe++) {
    // Half of them beside a point, where something is to be seen.
    const near = Math.floor(random() * count)
    const place: LngLat =
      probe % 2
        ? [(lng[near] as number) + 0.004, (lat[near] as number) - 0.003]
        : [104 + 5 * random(), 25 + 4 * random()]
    let exact = 0
    for (let i = 0; i < count; i++) {
      if (Math.abs((lat[i] as number) - place[1]) > 0.02) continue
      if (Math.abs((lng[i] as number) - place[0]) > 0.03) continue
      if (!((occurredAt[i] as number) >= from && (occurredAt[i] as number) < to)) continue
      exact += rate * quartic((distanceM([lng[i] as number, lat[i] as number], place) / 2000) ** 2)
    }
    worst = Math.max(worst, Math.abs(valueIn(values, cube, place) - exact) / peak)
  }
  return worst
}

/** Centre of the cell with the highest value. */
export function densestPlace(values: Float32Array, cube: DensityCube): [number, number] {
  const at = values.reduce((best, v, i) => (v > (values[best] as number) ? i : best), 0)
  const [column, row] = [at % cube.width, Math.floor(at / cube.width)]
  return [
    (cube.x0 + (column + 0.5) * cube.step - 0.5) * 360,
    latitudeOf(cube.y0 + (row + 0.5) * cube.step),
  ]
}

export const GREYS = Array.from({ length: 6 }, (_, i): [number, number, number] => [
  50 + 40 * i,
  50 + 40 * i,
  50 + 40 * i,
])
const brightnessOf = (pixel: Uint8Array) => (pixel[0] as number) + (pixel[3] as number)

/** 2 km on this screen, for peers that reckon in pixels. */
export function radiusPx(): number {
  const metresPerPixel =
    (40_030_228 * Math.cos((VIEW.latitude * Math.PI) / 180)) / (512 * 2 ** VIEW.zoom)
  return 2_000 / metresPerPixel
}
