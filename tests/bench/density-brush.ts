import { HeatmapLayer } from '@deck.gl/aggregation-layers'
import { cubeRaster, densityCube } from '../../src/domain/density-cube'
import { KERNEL } from '../../src/domain/density-kernel'
import { distanceM } from '../../src/domain/geo'
import { HOUR_MS, WEEK_MS } from '../../src/domain/time'
import { uploads, watchUploads } from '../../src/map/counters'
import { contest, median, type Row } from './bench'
import {
  cubeLayer,
  densestPlace,
  errorOf,
  GREYS,
  openScreen,
  PROVINCE,
  pointsOf,
  radiusPx,
  surfaceOf,
} from './density-screen'

/** A week that moves by an hour with each step. */
function windows() {
  let step = 0
  return () => {
    const from = (step++ % 300) * HOUR_MS
    return { from, to: from + WEEK_MS }
  }
}

/** Calls that send anything but uniforms, as far as they carry data. */
function watchTextures(): () => number {
  let bytes = 0
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >
  for (const name of ['texImage2D', 'texSubImage2D', 'bufferData']) {
    const original = prototype[name]
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      for (const one of args) if (ArrayBuffer.isView(one)) bytes += one.byteLength
      return original?.apply(this, args)
    }
  }
  return () => bytes
}

/**
 * One step of the time brush to the finished frame; and the same step over fifty times as many. The peer gets the rows
 * of the window: with `DataFilterExtension` its picture is empty (deck.gl 9.4: the pass that sums is never told the
 * filter), so there is nothing to compare.
 */
export async function densityBrush(
  count: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  watchUploads()
  const textures = watchTextures()
  const raster = cubeRaster(PROVINCE, KERNEL)
  const points = pointsOf(count)
  const cube = densityCube(points, raster)
  const screen = await openScreen()
  const next = windows()
  const ours = () => screen.show(cubeLayer(cube, next()))
  // Rows are ordered by time: a window of them is a part of the same array, and costs the peer nothing to make.
  const heatmapOf = ({ from, to }: { from: number; to: number }) => {
    const [first, end] = [from, to].map((at) => Math.ceil((at / (4 * WEEK_MS)) * count)) as [
      number,
      number,
    ]
    return new HeatmapLayer({
      id: 'theirs',
      data: {
        length: end - first,
        attributes: {
          getPosition: { value: points.pairs.subarray(2 * first, 2 * end), size: 2 },
        },
      } as never,
      radiusPixels: radiusPx(),
      colorRange: GREYS,
    })
  }
  const nextOfTheirs = windows()
  // A screen each: one layer would take the other's place, and be made anew with every turn.
  const screenOfTheirs = await openScreen()
  const theirs = () => screenOfTheirs.show(heatmapOf(nextOfTheirs()))
  const rows: Row[] = []
  try {
    ours()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const window = next()
    const layer = cubeLayer(cube, window)
    screen.show(layer)
    const values = surfaceOf(screen, layer, cube)
    const error = errorOf(values, cube, points, window)
    if (error > 0.02) throw new Error(`void: ${error} off the exact estimate`)
    theirs()
    await new Promise((resolve) => setTimeout(resolve, 500))
    theirs()
    const apartM = distanceM(densestPlace(values, cube), screenOfTheirs.hottest().place)
    if (!(apartM < 6_000)) throw new Error(`void: peaks ${apartM} m apart`)
    ours()
    ours()
    const before = { all: uploads(), textures: textures() }
    for (let i = 0; i < 10; i++) ours()
    const sent = {
      all: (uploads() - before.all) / 10,
      textures: textures() - before.textures,
    }
    const against = await contest({ ours, theirs, passes: Math.min(passes, 5) })
    // What a frame costs with nothing in it, and one of the same window again: no step can be faster.
    const timesOf = (show: () => void) =>
      median(
        Array.from({ length: 9 }, () => {
          const start = performance.now()
          show()
          return performance.now() - start
        }),
      )
    const emptyFrameMs = timesOf(() => screen.show(null))
    ours()
    const still = next()
    const sameWindowMs = timesOf(() => screen.show(cubeLayer(cube, still)))
    const stepsMs = timesOf(ours)
    const commandsMs = median(Array.from({ length: 9 }, ours))
    rows.push({
      id: 'density-brush',
      peer: 'HeatmapLayer, rows of the window',
      unit: 'ms',
      ...against,
      counters: {
        points: count,
        cells: cube.width * cube.height,
        bytesOfTexturesAndBuffers: sent.textures,
        bytesOfUniforms: sent.all,
        emptyFrameMs,
        sameWindowMs,
        stepsMs,
        commandsMs,
        errorOfPeak: error,
        peaksApartM: Math.round(apartM),
      },
      goal: '≥ 100x',
      met: against.low >= 100 && sent.textures === 0,
      renderer,
      date: '',
    })
    const few = densityCube(pointsOf(count / 10), raster)
    const many = densityCube(pointsOf(count * 5), raster)
    const second = await openScreen()
    const nextMany = windows()
    const nextFew = windows()
    const ofMany = () => screen.show(cubeLayer(many, nextMany()))
    const ofFew = () => second.show(cubeLayer(few, nextFew()))
    // Programs are made between two tasks: a screen that never waited would draw nothing, and fast.
    ofFew()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const firstOfFew = cubeLayer(few, nextFew())
    second.show(firstOfFew)
    if (surfaceOf(second, firstOfFew, few).every((value) => value === 0))
      throw new Error('void: the second screen drew nothing')
    const scaling = await contest({ ours: ofMany, theirs: ofFew, passes: Math.min(passes, 5) })
    second.close()
    rows.push({
      id: 'density-brush',
      peer: `the same over ${(count / 10).toLocaleString('en')}`,
      unit: 'ms',
      ...scaling,
      counters: { points: count * 5, ofPoints: count / 10, times: 1 / scaling.ratio },
      goal: 't(5M)/t(100k) ≤ 1.1',
      met: 1 / scaling.ratio <= 1.1,
      renderer,
      date: '',
    })
  } finally {
    screen.close()
    screenOfTheirs.close()
  }
  return rows
}
