import { HeatmapLayer } from '@deck.gl/aggregation-layers'
import { cubeRaster, type DensityCube, densityCube } from '../../src/domain/density-cube'
import { KERNEL } from '../../src/domain/density-kernel'
import { distanceM } from '../../src/domain/geo'
import { WEEK_MS } from '../../src/domain/time'
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

const GOALS = { stock: 100, tuned: 20 } as const
const ALL = { from: 0, to: 4 * WEEK_MS }

/** Rebuild after a data change, to the finished frame, on the main thread: all of ours against all of theirs. */
export async function densityRebuild(
  count: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  watchUploads()
  const points = pointsOf(count)
  const raster = cubeRaster(PROVINCE, KERNEL)
  const many = pointsOf(5 * count)
  const cubeOfFive = median(
    [0, 1, 2].map(() => {
      const start = performance.now()
      densityCube(many, raster)
      return performance.now() - start
    }),
  )
  // A screen each: one layer would take the other's place, and be made anew with every turn.
  const [screen, screenOfTheirs] = [await openScreen(), await openScreen()]
  let cube: DensityCube = densityCube(points, raster)
  let layer = cubeLayer(cube, ALL)
  const split = { cube: [] as number[], frame: [] as number[] }
  const ours = () => {
    const start = performance.now()
    cube = densityCube(points, raster)
    const middle = performance.now()
    layer = cubeLayer(cube, ALL)
    screen.show(layer)
    split.cube.push(middle - start)
    split.frame.push(performance.now() - middle)
  }
  // Fixed, as the peer's users fix it: so high that its picture does not saturate.
  let domainMax = 1
  const heatmap = (tuned: boolean) => () =>
    screenOfTheirs.show(
      new HeatmapLayer({
        id: tuned ? 'tuned' : 'stock',
        // A new object each time: a data change.
        data: {
          length: count,
          attributes: { getPosition: { value: points.pairs, size: 2 } },
        } as never,
        radiusPixels: radiusPx(),
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
      const values = surfaceOf(screen, layer, cube)
      const parity = { error: errorOf(values, cube, points, ALL), apartM: 0 }
      const place = densestPlace(values, cube)
      theirs()
      await new Promise((resolve) => setTimeout(resolve, 500))
      theirs()
      if (peer === 'tuned') {
        let [fewest, best] = [Number.POSITIVE_INFINITY, domainMax]
        for (let power = 0; power < 40; power++) {
          domainMax = 2 ** power
          theirs()
          const { pixels } = screenOfTheirs.hottest()
          if (pixels > 0 && pixels < fewest) [fewest, best] = [pixels, domainMax]
        }
        domainMax = best
        theirs()
      }
      parity.apartM = distanceM(place, screenOfTheirs.hottest().place)
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
          cells: cube.width * cube.height,
          cubeMs: median(split.cube),
          uploadAndFrameMs: median(split.frame),
          cubeOfFiveTimesAsManyMs: cubeOfFive,
          errorOfPeak: parity.error,
          peaksApartM: Math.round(parity.apartM),
          uploadedOurs: between - before,
          uploadedTheirs: after - between,
          radiusPx: radiusPx(),
        },
        goal: `≥ ${GOALS[peer]}x`,
        met: outcome.low >= GOALS[peer],
        renderer,
        date: '',
      })
    }
  } finally {
    screen.close()
    screenOfTheirs.close()
  }
  return rows
}
