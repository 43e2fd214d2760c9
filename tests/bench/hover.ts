import { Deck, MapView } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import type { IncidentColumns } from '../../src/domain/incident'
import { incidentIndex, nearestRow } from '../../src/domain/incident-index'
import { contest, type Row, seeded } from './bench'
import { pointsOf } from './density-screen'

const VIEW = { longitude: 106.6, latitude: 27, zoom: 11 }
const RADIUS_PX = 4

/** What lies under the pointer among the masses: our index against the library's picture of ids. */
export async function hover(count: number, passes: number, renderer: string): Promise<Row[]> {
  const points = pointsOf(count)
  const columns: IncidentColumns = {
    ...points,
    category: new Uint8Array(count),
    severity: new Uint8Array(count),
    source: new Uint8Array(count),
    area: new Uint16Array(count),
    areas: [''],
  }
  const start = performance.now()
  const index = incidentIndex(columns)
  const indexMs = performance.now() - start
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  const deck = await new Promise<Deck<MapView>>((resolve) => {
    const made: Deck<MapView> = new Deck({
      canvas,
      width: 1216,
      height: 896,
      useDevicePixels: false,
      views: new MapView(),
      viewState: VIEW,
      layers: [
        new ScatterplotLayer({
          id: 'points',
          data: {
            length: count,
            attributes: { getPosition: { value: points.pairs, size: 2 } },
          } as never,
          getRadius: RADIUS_PX,
          radiusUnits: 'pixels',
          pickable: true,
        }),
      ],
      onAfterRender: () => resolve(made),
    }) as Deck<MapView>
  })
  // The first frame may be drawn before the positions are there.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const [viewport] = deck.getViewports()
  const random = seeded(5)
  // Half of the places over a point that is in the picture.
  const seen: [number, number][] = []
  for (let i = 0; i < count && seen.length < 64; i++) {
    const [x = 0, y = 0] =
      viewport?.project([points.lng[i] as number, points.lat[i] as number]) ?? []
    if (x > 20 && x < 1196 && y > 20 && y < 876) seen.push([x, y])
  }
  const places = seen.map(([x, y], i): [number, number] =>
    i % 2 ? [x, y] : [1216 * random(), 896 * random()],
  )
  const metresPerPx =
    (40_030_228 * Math.cos((VIEW.latitude * Math.PI) / 180)) / (512 * 2 ** VIEW.zoom)
  let turn = 0
  const times: number[] = []
  const find = ([x, y]: readonly [number, number]) => {
    const [lng = 0, lat = 0] = viewport?.unproject([x, y]) ?? []
    return nearestRow(index, columns, [lng, lat], RADIUS_PX * metresPerPx, () => true)
  }
  const pick = ([x, y]: readonly [number, number]) =>
    deck.pickObject({ x, y, radius: 0 })?.index ?? -1
  let differing = 0
  for (const place of places.slice(0, 4)) if (find(place) >= 0 !== pick(place) >= 0) differing++
  // At the rim of a disc a pixel may fall to either side.
  if (differing > 1) throw new Error(`void: ${differing} of 4 places disagree`)
  // A hundred at once, since a single one is below what the clock tells.
  const ours = () => {
    for (let i = 0; i < 100; i++) {
      const before = performance.now()
      find(places[turn++ % places.length] as [number, number])
      times.push(performance.now() - before)
    }
  }
  const outcome = await contest({
    ours,
    theirs: () => void pick(places[turn++ % places.length] as [number, number]),
    // A million instances take software GL some twenty seconds a pass.
    passes: Math.min(passes, 3),
  })
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(0.95 * times.length)] as number
  deck.finalize()
  canvas.remove()
  const each = 100
  return [
    {
      id: 'hover',
      peer: 'deck picking',
      unit: 'ms',
      ours: outcome.ours / each,
      theirs: outcome.theirs,
      ratio: outcome.ratio * each,
      low: outcome.low * each,
      high: outcome.high * each,
      counters: { points: count, indexMs, p95Ms: p95, differing, places: places.length },
      goal: '≥ 100x; p95 ≤ 0.2 ms',
      met: outcome.low * each >= 100 && p95 <= 0.2,
      renderer,
      date: '',
    },
  ]
}
