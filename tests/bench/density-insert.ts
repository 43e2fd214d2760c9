import { cubeRaster, cubeTail, densityCube } from '../../src/domain/density-cube'
import { KERNEL } from '../../src/domain/density-kernel'
import { WEEK_MS } from '../../src/domain/time'
import { contest, type Row } from './bench'
import { PROVINCE, pointsOf } from './density-screen'

const BATCH = 1_000

/** A batch that arrives, against a cube made anew with it; no frame on either side, since that is the same. */
export async function densityInsert(
  count: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  const raster = cubeRaster(PROVINCE, KERNEL)
  const all = pointsOf(count + BATCH)
  const slice = (from: number, to: number) => ({
    count: to - from,
    lng: all.lng.subarray(from, to),
    lat: all.lat.subarray(from, to),
    occurredAt: all.occurredAt.subarray(from, to),
  })
  const cube = densityCube(slice(0, count), raster)
  const batch = slice(count, count + BATCH)
  let tail = cubeTail(batch, cube)
  let whole = densityCube(all, raster)
  const outcome = await contest({
    ours: () => {
      tail = cubeTail(batch, cube)
    },
    theirs: () => {
      whole = densityCube(all, raster)
    },
    passes: Math.min(passes, 5),
  })
  if (cube.seconds.length + tail.count !== whole.seconds.length)
    throw new Error('void: one side holds other incidents than the other')
  // The last second of all is in the batch: what the rebuilt cube has more of it, the tail must have.
  const window = { from: 4 * WEEK_MS - 1_000_000, to: 4 * WEEK_MS }
  const inTail = Array.from(
    { length: tail.count },
    (_, i) => cube.zero + 1000 * (tail.since + (tail.rises[3 * i + 2] as number)),
  ).filter((at) => at >= window.from).length
  const inWindow = ({ seconds, zero }: typeof whole) =>
    seconds.reduce((sum, one) => sum + (zero + 1000 * one >= window.from ? 1 : 0), 0)
  if (inWindow(whole) - inWindow(cube) !== inTail)
    throw new Error('void: the window holds another number')
  return [
    {
      id: 'density-insert',
      peer: 'a cube made anew',
      unit: 'ms',
      ...outcome,
      counters: {
        points: count,
        batch: BATCH,
        bytesSent: 12 * BATCH,
        bytesSentByPeer: 4 * (whole.starts.length + 3 * whole.seconds.length),
        inWindow: inTail,
      },
      goal: '≥ 1,000x',
      met: outcome.low >= 1_000,
      renderer,
      date: '',
    },
  ]
}
