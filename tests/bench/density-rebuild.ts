import { HeatmapLayer } from '@deck.gl/aggregation-layers'
import { Deck, type Layer, MapView } from '@deck.gl/core'
import { DENSITY_BREAKS, type DensityGrid, density } from '../../src/domain/density'
import { quartic } from '../../src/domain/density-kernel'
import { latitudeOf, mercatorX, mercatorY } from '../../src/domain/density-raster'
import { distanceM, type Extent } from '../../src/domain/geo'
import { WEEK_MS } from '../../src/domain/time'
import { uploads, watchUploads } from '../../src/map/counters'
import { DensityLayer } from '../../src/map/density'
import { DENSITY_RAMP } from '../../src/ui/tokens'
import { contest, type Row, seeded } from './bench'

const PROVINCE: Extent = [103.6, 24.6, 109.6, 29.3]
const [WIDTH, HEIGHT] = [1216, 896]
const VIEW = { longitude: 106.6, latitude: 27, zoom: 6.9 }

interface Points {
  readonly count: number
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** Pairs, as deck.gl takes them. */
  readonly pairs: Float64Array
}

/** Sixty per cent in 17 places of 500 m, one of them by far the hottest; the rest over the province. */
function pointsOf(count: number): Points {
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
  return { count, lng, lat, pairs }
}

interface Screen {
  /** Applies, draws and waits for the picture, all before it returns. */
  readonly show: (layer: Layer) => void
  /** Where the brightest pixels lie, and how many they are. */
  readonly hottest: () => { readonly place: [number, number]; readonly pixels: number }
  readonly close: () => void
}

async function openScreen(): Promise<Screen> {
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
      inner.setProps({ layers: [layer] })
      inner.layerManager.updateLayers()
      inner.redraw('bench')
      // A pixel read back is a promise of the driver that the frame is done.
      read(pixel, 1, 1)
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
    close: () => {
      inner.finalize()
      canvas.remove()
    },
  }
}

/** Greatest distance from an exact estimate over random cells, as a share of the peak. */
function errorOf(grid: DensityGrid, { count, lng, lat }: Points): number {
  const random = seeded(3)
  const [west, , east, north] = grid.extent
  const step = (mercatorX(east) - mercatorX(west)) / grid.width
  const peak = grid.values.reduce((a, b) => Math.max(a, b), 0)
  let worst = 0
  for (let probe = 0; probe < 24; probe++) {
    // Half of them beside a point, where something is to be seen.
    const near = Math.floor(random() * count)
    const x = probe % 2 ? mercatorX(lng[near] as number) : mercatorX(104 + 5 * random())
    const y = probe % 2 ? mercatorY(lat[near] as number) : mercatorY(25 + 4 * random())
    const column = Math.floor((x - mercatorX(west)) / step)
    const row = Math.floor((y - mercatorY(north)) / step)
    const centre = [
      west + (column + 0.5) * step * 360,
      latitudeOf(mercatorY(north) + (row + 0.5) * step),
    ] as const
    let exact = 0
    for (let i = 0; i < count; i++) {
      if (Math.abs((lat[i] as number) - centre[1]) > 0.02) continue
      if (Math.abs((lng[i] as number) - centre[0]) > 0.03) continue
      exact += quartic((distanceM([lng[i] as number, lat[i] as number], centre) / 2000) ** 2)
    }
    const value = grid.values[row * grid.width + column] as number
    worst = Math.max(worst, Math.abs(value - exact) / peak)
  }
  return worst
}

const GOALS = { stock: 100, tuned: 20 } as const

/** Rebuild after a data change, to the finished frame, on the main thread: all of ours against all of theirs. */
export async function densityRebuild(
  count: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  watchUploads()
  const points = pointsOf(count)
  const screen = await openScreen()
  const metresPerPixel =
    (40_030_228 * Math.cos((VIEW.latitude * Math.PI) / 180)) / (512 * 2 ** VIEW.zoom)
  // The same bandwidth on screen for all. The stock radius of 50 px would be 24 km, and slower still.
  const radiusPixels = 2_000 / metresPerPixel
  let grid: DensityGrid | null = null
  const split = { density: 0, frame: 0 }
  const ours = () => {
    const start = performance.now()
    grid = density(points.lng, points.lat, PROVINCE, WEEK_MS)
    const middle = performance.now()
    screen.show(
      new DensityLayer({
        id: 'ours',
        grid,
        breaks: DENSITY_BREAKS,
        colours: DENSITY_RAMP,
        edge: null,
      }),
    )
    split.density = middle - start
    split.frame = performance.now() - middle
  }
  // Fixed, as the peer's users fix it: so high that its picture does not saturate.
  let domainMax = 1
  const heatmap = (tuned: boolean) => () =>
    screen.show(
      new HeatmapLayer({
        id: tuned ? 'tuned' : 'stock',
        // A new object each time: a data change.
        data: {
          length: count,
          attributes: { getPosition: { value: points.pairs, size: 2 } },
        } as never,
        radiusPixels,
        colorRange: GREYS,
        ...(tuned && { weightsTextureSize: 512, colorDomain: [1, domainMax] as [number, number] }),
      }),
    )
  const rows: Row[] = []
  try {
    for (const peer of ['stock', 'tuned'] as const) {
      const theirs = heatmap(peer === 'tuned')
      // The first frames compile shaders; a second later both sides are warm.
      ours()
      await new Promise((resolve) => setTimeout(resolve, 500))
      ours()
      const parity = { error: errorOf(grid as unknown as DensityGrid, points), apartM: 0 }
      const place = densestPlace(grid as unknown as DensityGrid)
      theirs()
      await new Promise((resolve) => setTimeout(resolve, 500))
      theirs()
      if (peer === 'tuned') {
        let [fewest, best] = [Number.POSITIVE_INFINITY, domainMax]
        for (let power = 0; power < 40; power++) {
          domainMax = 2 ** power
          theirs()
          const { pixels } = screen.hottest()
          if (pixels > 0 && pixels < fewest) [fewest, best] = [pixels, domainMax]
        }
        domainMax = best
        theirs()
      }
      parity.apartM = distanceM(place, screen.hottest().place)
      if (parity.error > 0.02) throw new Error(`void: ${parity.error} off the exact estimate`)
      if (!(parity.apartM < 4_000)) throw new Error(`void: peaks ${parity.apartM} m apart`)
      const before = uploads()
      ours()
      const between = uploads()
      theirs()
      const after = uploads()
      const outcome = await contest({ ours, theirs, passes })
      rows.push({
        id: 'density-rebuild',
        peer: `HeatmapLayer ${peer}`,
        unit: 'ms',
        ...outcome,
        counters: {
          points: count,
          passes,
          cells: (grid as unknown as DensityGrid).values.length,
          densityMs: split.density,
          uploadAndFrameMs: split.frame,
          errorOfPeak: parity.error,
          peaksApartM: Math.round(parity.apartM),
          uploadedOurs: between - before,
          uploadedTheirs: after - between,
          radiusPx: radiusPixels,
        },
        goal: `≥ ${GOALS[peer]}x`,
        met: outcome.low >= GOALS[peer],
        renderer,
        date: '',
      })
    }
  } finally {
    screen.close()
  }
  return rows
}

const GREYS = Array.from({ length: 6 }, (_, i): [number, number, number] => [
  50 + 40 * i,
  50 + 40 * i,
  50 + 40 * i,
])
const brightnessOf = (pixel: Uint8Array) => (pixel[0] as number) + (pixel[3] as number)

/** Centre of the cell with the highest value. */
function densestPlace(grid: DensityGrid): [number, number] {
  const [west, , east, north] = grid.extent
  const step = (mercatorX(east) - mercatorX(west)) / grid.width
  const at = grid.values.reduce((best, v, i) => (v > (grid.values[best] as number) ? i : best), 0)
  const [column, row] = [at % grid.width, Math.floor(at / grid.width)]
  return [west + (column + 0.5) * step * 360, latitudeOf(mercatorY(north) + (row + 0.5) * step)]
}
