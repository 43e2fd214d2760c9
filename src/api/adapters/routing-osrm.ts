import * as z from 'zod/mini'
import type { LngLat } from '../../domain/geo'
import { refuse } from '../decode'
import type { RoutingService } from './routing'

/** Beyond this from the nearest road, the time to the road is not in the answer: no time is told. */
const MAX_SNAP_M = 1_000

const cell = z.nullable(z.number().check(z.nonnegative()))
const waypointWire = z.nullable(z.object({ distance: z.optional(z.number()) }))
const tableWire = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(cell)),
  distances: z.optional(z.array(z.array(cell))),
  sources: z.optional(z.array(waypointWire)),
  destinations: z.optional(z.array(waypointWire)),
  fallback_speed_cells: z.optional(z.array(z.tuple([z.int(), z.int()]))),
})
const failureWire = z.object({ code: z.string(), message: z.optional(z.string()) })

/** OSRM 5, `table` service: durations in seconds, distances in metres, null where there is no way. */
export const osrm: RoutingService = {
  pathOf: (profile, sources, targets) => {
    const points = [...sources, ...targets].map(pointOf).join(';')
    const from = sources.map((_, i) => i).join(';')
    const to = targets.map((_, i) => sources.length + i).join(';')
    return `/table/v1/${profile}/${points}?sources=${from}&destinations=${to}&annotations=duration&generate_hints=false`
  },
  read: (body, rows, columns) => {
    const failed = failureWire.safeParse(body)
    if (failed.success && failed.data.code !== 'Ok')
      return refuse('http', `${failed.data.code} ${failed.data.message ?? ''}`.trim())
    const table = tableWire.safeParse(body)
    if (!table.success) return refuse('schema', table.error.issues[0]?.path.join('.') ?? null)
    const { durations, distances } = table.data
    const isWhole = (matrix: readonly (readonly unknown[])[]) =>
      matrix.length === rows && matrix.every((row) => row.length === columns)
    if (!isWhole(durations) || (distances && !isWhole(distances)))
      return refuse('schema', `not ${rows} x ${columns}`)
    const far = (points: typeof table.data.sources) =>
      new Set(
        (points ?? []).flatMap((point, i) => ((point?.distance ?? 0) > MAX_SNAP_M ? [i] : [])),
      )
    const [farSources, farTargets] = [far(table.data.sources), far(table.data.destinations)]
    const guessed = new Set(
      (table.data.fallback_speed_cells ?? []).map(([i, j]) => i * columns + j),
    )
    let estimated = 0
    const kept = (matrix: readonly (readonly (number | null)[])[], counts: boolean) =>
      matrix.map((row, i) =>
        row.map((value, j) => {
          const isGuess = guessed.has(i * columns + j) || farSources.has(i) || farTargets.has(j)
          if (isGuess && value !== null && counts) estimated++
          return isGuess ? null : value
        }),
      )
    const seconds = kept(durations, true)
    const metres = distances ? kept(distances, false) : seconds.map((row) => row.map(() => null))
    return { ok: true, seconds, metres, estimated }
  },
}

function pointOf([lng, lat]: LngLat): string {
  return `${lng.toFixed(6)},${lat.toFixed(6)}`
}
