import type { LngLat } from '../src/domain/geo'
import type { INCIDENT_CATEGORIES, INCIDENT_SOURCES, SEVERITIES } from '../src/domain/incident'
import { type EpochMs, MINUTE_MS, PROVINCE_OFFSET_MS, WEEK_MS } from '../src/domain/time'

/** The recorded calls as columns, ordered by time. */
export interface Recording {
  readonly count: number
  /** Recorded local clock time, read as if it were the province's clock: epoch ms. */
  readonly occurredAt: Float64Array
  readonly type: Uint8Array
  readonly types: readonly string[]
  /** Whether the position came with three decimals only (fire and ambulance). */
  readonly coarse: Uint8Array
  /** NaN where the city's log has no position. */
  readonly lng: Float64Array
  readonly lat: Float64Array
}

interface RecordingFile {
  readonly from: string
  readonly types: readonly string[]
  readonly services: readonly string[]
  readonly seconds: readonly number[]
  readonly type: readonly number[]
  readonly service: readonly number[]
  readonly lng: readonly (number | null)[]
  readonly lat: readonly (number | null)[]
}

/** Opens `data/columbia.bin`: gzipped JSON columns, unless a server has taken the gzip off already. */
export async function openRecording(bytes: Uint8Array<ArrayBuffer>): Promise<Recording> {
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b
  const stream = new Blob([bytes]).stream()
  const plain = gzipped ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
  const file = (await new Response(plain).json()) as RecordingFile
  const start = Date.parse(`${file.from}Z`) - PROVINCE_OFFSET_MS
  let seconds = 0
  return {
    count: file.seconds.length,
    occurredAt: Float64Array.from(file.seconds, (delta) => {
      seconds += delta
      return start + seconds * 1_000
    }),
    type: Uint8Array.from(file.type),
    types: file.types,
    coarse: Uint8Array.from(file.service, (s) => (file.services[s] === 'FIRE_EMS' ? 1 : 0)),
    lng: Float64Array.from(file.lng, (x) => (x === null ? Number.NaN : x / 1e4)),
    lat: Float64Array.from(file.lat, (y) => (y === null ? Number.NaN : y / 1e4)),
  }
}

/** Whole weeks, so that every call falls on its own weekday again; the record spans 33.98 of them. */
export const LOOP_MS = 34 * WEEK_MS

/** A recorded call at its replayed time. */
export interface Call {
  readonly id: string
  readonly row: number
  readonly occurredAt: EpochMs
  readonly position: LngLat | null
}

/** Calls in [from, to), in order. The record repeats without end in both directions. */
export function callsBetween(recording: Recording, from: EpochMs, to: EpochMs): Call[] {
  const { occurredAt, lng, lat, count } = recording
  const origin = occurredAt[0] ?? 0
  const calls: Call[] = []
  for (let loop = Math.floor((from - origin) / LOOP_MS); origin + loop * LOOP_MS < to; loop++) {
    const shift = loop * LOOP_MS
    for (let row = firstAtOrAfter(occurredAt, from - shift); row < count; row++) {
      const at = (occurredAt[row] ?? 0) + shift
      if (at >= to) break
      const x = lng[row] ?? Number.NaN
      const y = lat[row] ?? Number.NaN
      calls.push({
        id: `como-${loop}-${row}`,
        row,
        occurredAt: at,
        position: Number.isNaN(x) || Number.isNaN(y) ? null : [x, y],
      })
    }
  }
  return calls
}

function firstAtOrAfter(times: Float64Array, at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The log says when a call came, not how it went on; until then it counts as received. */
export const ASSUMED_OPEN_MS = 45 * MINUTE_MS

interface Meaning {
  readonly category: (typeof INCIDENT_CATEGORIES)[number]
  readonly severity: (typeof SEVERITIES)[number]
  readonly source: (typeof INCIDENT_SOURCES)[number]
}

type Rule<Word> = readonly [pattern: RegExp, word: Word]

/** First match wins. */
const CATEGORY_RULES: readonly Rule<Meaning['category']>[] = [
  [
    /TRAFFIC STOP|BICYCLE STOP|TRAFFIC OBSERVATION|CHECK (AREA|BUILDING|OPEN|STATUS|SUBJECT)|FOOT PATROL|SPECIAL ASSIGN|SUSPICIOUS|PROWLER/i,
    'patrol-check',
  ],
  [/OVERDOSE|^OVE$|MEDIC|TRANSPORT|ANIMAL BITE|DEATH/i, 'medical'],
  [/MISSING VEHICLE|AUTO THEFT|LARCENY|SHOPLIFT|STEAL|ROBBERY|RECOVER PROPERTY/i, 'theft'],
  [/BURGLARY/i, 'burglary'],
  [/FRAUD|FORGERY/i, 'fraud'],
  [/MISSING|LOST PERSON|FOUND PERSON|ABANDON CHILD/i, 'missing'],
  [/WATER RESCUE|ELEVATOR|SEARCH|EXTRICATION|RESCUE/i, 'rescue'],
  [/ELECTRICAL|CARBON MONOXIDE|GAS|ODOR|FUEL|WEATHER|TRAFFIC HAZARD/i, 'hazard'],
  [
    /ACCIDENT|COLLISION|TRAFFIC|PARKING|STALLED|ABANDONED +VEHICLE|DRIVING|DWI|VEH REPO/i,
    'traffic',
  ],
  [/FIREWORKS|DISTURB|MISCHIEF|EXHIBITION|LITTER|LIQUOR|PROSTITUTION|ORDINANCE/i, 'disturbance'],
  [/FIRE|SMOKE|ARSON|EXPLOSION|WATERFLOW|^ALARM$/i, 'fire'],
  [/ASSAULT|SHOTS/i, 'assault'],
  [/HARASS|CIVIL|KEEP THE PEACE|TRESPASS/i, 'dispute'],
  [/ASSIST|WELFARE|911 CHECKS|LOCKOUT|ANIMAL|MUTUAL AID/i, 'help'],
]
const SOURCE_RULES: readonly Rule<Meaning['source']>[] = [
  [/ALARM/i, 'sensor'],
  [
    /TRAFFIC STOP|BICYCLE STOP|TRAFFIC (OBSERVATION|CONTROL)|CHECK (AREA|BUILDING|OPEN|STATUS|TRAFFIC)|FOOT PATROL|SPECIAL ASSIGN|WARRANT|SERVE PAPERS|KNOX|RELATIONS|STAND BY|ESCORT|INSPECTION|FOLLOW UP|ASSIST OFFICER/i,
    'patrol',
  ],
]
const SEVERITY_RULES: readonly Rule<Meaning['severity']>[] = [
  [/EXPLOSION|SHOTS FIRED/i, 'extreme'],
  [
    /STRUCTURE FIRE|INJURIES|ROBBERY|OVERDOSE|WATER RESCUE|EXTRICATION|SHOTS HEARD|ARSON|DEATH|ABANDON CHILD/i,
    'severe',
  ],
  [
    /MEDICAL|COLLISION|ACCIDENT|ASSAULT|BURGLARY|FIRE|SMOKE|GAS|MISSING|HAZARD|MONOXIDE|DWI|RESCUE|WELFARE/i,
    'moderate',
  ],
]

/** What one of the log's 118 words for a call means in the contract's vocabulary. */
export function meaningOf(type: string): Meaning {
  const find = <Word>(rules: readonly Rule<Word>[], otherwise: Word): Word =>
    rules.find(([pattern]) => pattern.test(type))?.[1] ?? otherwise
  return {
    category: find(CATEGORY_RULES, 'other'),
    severity: find(SEVERITY_RULES, 'minor'),
    source: find(SOURCE_RULES, 'public-report'),
  }
}
