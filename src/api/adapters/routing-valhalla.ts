import * as z from 'zod/mini'
import { refuse } from '../decode'
import type { RoutingService } from './routing'

const number = z.optional(z.nullable(z.number().check(z.nonnegative())))
const cellWire = z.object({
  time: number,
  distance: number,
  from_index: z.optional(z.int()),
  to_index: z.optional(z.int()),
})
const matrix = z.array(z.array(z.nullable(z.number().check(z.nonnegative()))))
const answerWire = z.object({
  sources_to_targets: z.union([
    z.array(z.array(cellWire)),
    z.object({ durations: matrix, distances: z.optional(matrix) }),
  ]),
  units: z.optional(z.enum(['kilometers', 'km', 'miles', 'mi'])),
})
const failureWire = z.object({ error_code: z.int(), error: z.optional(z.string()) })

/** International mile. */
const METRES = { kilometers: 1_000, km: 1_000, miles: 1_609.344, mi: 1_609.344 }

/** Valhalla 3, `sources_to_targets`: seconds; kilometres, or miles where it says so; its short form and its long one. */
export const valhalla: RoutingService = {
  pathOf: (profile, sources, targets) => {
    const points = (all: typeof sources) =>
      all.map(([lng, lat]) => ({ lat: Number(lat.toFixed(6)), lon: Number(lng.toFixed(6)) }))
    const json = JSON.stringify({
      sources: points(sources),
      targets: points(targets),
      costing: profile,
      units: 'kilometers',
      verbose: false,
    })
    return `/sources_to_targets?json=${encodeURIComponent(json)}`
  },
  read: (body, rows, columns) => {
    const failed = failureWire.safeParse(body)
    if (failed.success)
      return refuse('http', `${failed.data.error_code} ${failed.data.error ?? ''}`.trim())
    const answer = answerWire.safeParse(body)
    if (!answer.success) return refuse('schema', answer.error.issues[0]?.path.join('.') ?? null)
    const { sources_to_targets: told, units = 'kilometers' } = answer.data
    const isWhole = (all: readonly (readonly unknown[])[]) =>
      all.length === rows && all.every((row) => row.length === columns)
    const asMetres = (way: number | null | undefined) => (way == null ? null : way * METRES[units])
    const wrong = refuse('schema', `not ${rows} x ${columns}`)
    if (!Array.isArray(told)) {
      const { durations, distances } = told
      if (!isWhole(durations) || (distances && !isWhole(distances))) return wrong
      const metres = durations.map((row, i) => row.map((_, j) => asMetres(distances?.[i]?.[j])))
      return { ok: true, seconds: durations, metres, estimated: 0 }
    }
    // In order by row, and each says where it belongs: where the two differ, neither is believed.
    const isInPlace = told.every((row, i) =>
      row.every((cell, j) => (cell.from_index ?? i) === i && (cell.to_index ?? j) === j),
    )
    if (!isWhole(told) || !isInPlace) return wrong
    return {
      ok: true,
      seconds: told.map((row) => row.map(({ time }) => time ?? null)),
      metres: told.map((row) => row.map(({ distance }) => asMetres(distance))),
      estimated: 0,
    }
  },
}
