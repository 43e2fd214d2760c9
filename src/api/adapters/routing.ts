import { distanceM, type LngLat } from '../../domain/geo'
import type { TravelMode, TravelSource } from '../../domain/patrol-reach'
import { type Refusal, refuse } from '../decode'
import { fetchAnswer } from '../fetch-answer'
import { osrm } from './routing-osrm'
import { valhalla } from './routing-valhalla'

/** Times of travel by a routing service on this origin. Nothing is thrown; a refusal is a value. */
export interface TravelTimes {
  readonly source: TravelSource & { readonly kind: 'service' }
  between(
    mode: TravelMode,
    sources: readonly LngLat[],
    targets: readonly LngLat[],
    signal?: AbortSignal,
  ): Promise<TravelAnswer>
}

export type TravelAnswer = TravelMatrix | Refusal

/** A row for each source, a column for each target. */
export interface TravelMatrix {
  readonly ok: true
  readonly source: TravelSource & { readonly kind: 'service' }
  /** Null: the service knows no way. */
  readonly minutes: readonly (readonly (number | null)[])[]
  /** Along the way. Null: no way, or not told. */
  readonly wayM: readonly (readonly (number | null)[])[]
  /** Of the nulls in `minutes`, those where the service gave an estimate of its own without a way, or a point far from any road. */
  readonly estimated: number
}

export interface RoutingSettings {
  readonly service: 'osrm' | 'valhalla'
  /** Path on this origin, `/routing`: what stands before `/table/v1/…` or `/sources_to_targets`. */
  readonly basePath: string
  /** The service's own words for how a unit travels: OSRM's profile, Valhalla's costing. */
  readonly profiles: Readonly<Record<TravelMode, string>>
  /** Sources and targets together; OSRM takes 100 by default (`--max-table-size`). */
  readonly maxLocations: number
  readonly timeoutMs: number
}

const DEFAULTS = { maxLocations: 100, timeoutMs: 10_000 }
const PROFILES = {
  osrm: { road: 'driving', foot: 'foot' },
  valhalla: { road: 'auto', foot: 'pedestrian' },
} as const
/** 100 locations make an answer of less than a megabyte. */
const LIMIT_BYTES = 4 * 1024 * 1024

/** How one kind of service is asked and read. Pure: no request, no clock. */
export interface RoutingService {
  /** What follows the base path. */
  readonly pathOf: (
    profile: string,
    sources: readonly LngLat[],
    targets: readonly LngLat[],
  ) => string
  /** Seconds and metres from the parsed body. `detail` of what is wrong where it cannot be read. */
  readonly read: (body: unknown, rows: number, columns: number) => ReadMatrix | Refusal
}

export interface ReadMatrix {
  readonly ok: true
  readonly seconds: readonly (readonly (number | null)[])[]
  readonly metres: readonly (readonly (number | null)[])[]
  readonly estimated: number
}

const SERVICES: Readonly<Record<RoutingSettings['service'], RoutingService>> = { osrm, valhalla }

/** The service as set up, or null where the settings are not to be used: a base path that could lead off this origin, a profile that is no word. */
export function travelTimes(
  settings: Pick<RoutingSettings, 'service' | 'basePath'> & Partial<RoutingSettings>,
): TravelTimes | null {
  const { service, maxLocations, timeoutMs } = { ...DEFAULTS, ...settings }
  const profiles = { ...PROFILES[service], ...settings.profiles }
  const basePath = basePathOf(settings.basePath)
  if (basePath === null || !Object.values(profiles).every((word) => /^\w+$/.test(word))) return null
  const { pathOf, read } = SERVICES[service]
  const source = { kind: 'service', name: service } as const
  return {
    source,
    async between(mode, sources, targets, signal) {
      const count = sources.length + targets.length
      if (sources.length === 0 || targets.length === 0)
        return {
          ok: true,
          source,
          minutes: sources.map(() => []),
          wayM: sources.map(() => []),
          estimated: 0,
        }
      if (count > maxLocations)
        return refuse('too-long', `${count} locations, over ${maxLocations}`)
      const answer = await fetchAnswer({
        url: `${basePath}${pathOf(profiles[mode], sources, targets)}`,
        accept: 'application/json',
        etag: null,
        timeoutMs,
        limitBytes: LIMIT_BYTES,
        ...(signal && { signal }),
      })
      if (answer.ok === false) return answer
      if (answer.ok === 'unchanged') return refuse('http', '304')
      const body = jsonOf(answer.bytes)
      if (body === undefined) return refuse('json')
      const matrix = read(body, sources.length, targets.length)
      if (!matrix.ok) return matrix
      const odd = implausible(matrix.seconds, sources, targets)
      if (odd !== null) return refuse('schema', odd)
      return {
        ok: true,
        source,
        minutes: matrix.seconds.map((row) => row.map((s) => (s === null ? null : s / 60))),
        wayM: matrix.metres,
        estimated: matrix.estimated,
      }
    },
  }
}

/** Null: not plainly a path on this origin. No scheme, no `//`, no `..`, no escapes, no query. */
export function basePathOf(text: string): string | null {
  if (!/^(\/[\w.~-]+)+\/?$/.test(text)) return null
  if (text.split('/').some((part) => part === '.' || part === '..')) return null
  return text.replace(/\/$/, '')
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Points this close may be snapped to a road that changes their distance by as much. */
const FAR_M = 2_000
const FASTEST_KMH = 250
const SLOWEST_KMH = 0.5

/** Minutes or milliseconds in place of seconds, latitude for longitude: the median speed as the crow flies shows it. */
function implausible(
  seconds: readonly (readonly (number | null)[])[],
  sources: readonly LngLat[],
  targets: readonly LngLat[],
): string | null {
  const speeds = seconds
    .flatMap((row, i) =>
      row.flatMap((s, j) => {
        const away = distanceM(sources[i] as LngLat, targets[j] as LngLat)
        return s === null || away < FAR_M ? [] : [(away / Math.max(s, 1)) * 3.6]
      }),
    )
    .sort((a, b) => a - b)
  const median = speeds[speeds.length >> 1]
  if (median === undefined || (median >= SLOWEST_KMH && median <= FASTEST_KMH)) return null
  return `${median.toPrecision(3)} km/h as the crow flies: not seconds?`
}
