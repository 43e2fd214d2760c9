import type { FeedId } from '../src/api/feeds'
import { type EpochMs, HOUR_MS, MINUTE_MS } from '../src/domain/time'
import { measures, pastMeasures } from './alarms/measures'
import { plainRecords } from './alarms/plain'
import { type AlarmServer, createAlarmServer } from './alarms/server'
import { attendedIncidents, deployedUnits, orderedVisits } from './allocations/deployment'
import { type LedgerStore, memoryLedger } from './allocations/ledger-store'
import { type AllocationOffice, allocationOffice } from './allocations/office'
import { iso } from './calendar'
import type { Recording } from './columbia'
import { columbiaSources } from './columbia-world'
import { inCrs } from './conversion'
import { crowdPast } from './crowd-past'
import { crowdSource } from './feeds/crowd'
import type { Crs, Ground, Records, WireOf } from './feeds/feed'
import { fireDeviceSource } from './feeds/fire-devices'
import { calmAlarms, fireReadingSource } from './feeds/fire-readings'
import { incidentSource } from './feeds/incidents'
import { measureSource } from './feeds/measures'
import { CRS_OF, metaSource } from './feeds/meta'
import { scenicAreaSource, scenicAreas } from './feeds/scenic-areas'
import { unitSource } from './feeds/units'
import { visitSource } from './feeds/visits'
import { watchPlaceSource } from './feeds/watch-places'
import { firePlan } from './fire-plan'
import { calmVerdict, type FireOffice, fireOffice, packOffice } from './fire-records'
import { type HistoryRow, historyStream } from './history'
import { type MeasureOffice, measureOffice } from './measures/office'
import { patrolPlan } from './patrol-plan'
import { keyOf, mix } from './random'
import { SCENARIOS, type ScenarioId } from './scenarios'

export interface WorldOptions {
  readonly scenario: ScenarioId
  /** Whole number; the same seed gives the same world. */
  readonly seed: number
  /** Multiplies the amounts (watch places and fire devices up to 12); scenic areas are real and stay thirty. */
  readonly scale: number
  readonly startAt: EpochMs
  /** Needed by `columbia` and by nothing else. */
  readonly recording?: Recording
  /** Where allocations are kept; in memory where nothing else is given. */
  readonly ledger?: LedgerStore
}

/** The contract's envelope, as it goes on the wire. */
export interface Envelope<Id extends FeedId = FeedId> {
  readonly feed: Id
  readonly schema: 1
  readonly crs: Crs
  readonly generatedAt: string
  readonly cursor: string
  readonly full: boolean
  readonly items: readonly WireOf<Id>[]
  readonly removed: readonly string[]
}

/**
 * A world answers for any time, in any order, and always the same: every answer is a function of the options
 * and of the time asked for. What it keeps between calls only spares work.
 */
export interface World {
  readonly options: WorldOptions
  readonly answer: <Id extends FeedId>(feed: Id, at: EpochMs, since: string | null) => Envelope<Id>
  /** Identity of a feed's whole picture at a time; equal where nothing has changed. */
  readonly etag: (feed: FeedId, at: EpochMs) => string
  /** Arrow IPC stream of the incidents in [from, to) that were known at `at` (default: `to`). */
  readonly history: (from: EpochMs, to: EpochMs, at?: EpochMs) => Uint8Array
  /** What officers write to; null in a world without alarms. It alone remembers: it is told things. */
  readonly alarms: AlarmServer | null
  /** Who is sent where; null in a world without units. It too remembers. */
  readonly allocations: AllocationOffice | null
  /** A scenic area's day beside the days that it is measured by; null where there is no such area. */
  readonly crowdPast: (area: string, at: EpochMs) => object | null
  /** Null in a world without fire sensors. */
  readonly fire: FireOffice | null
  /** Series for review; null in a world that counts nothing. */
  readonly measures: MeasureOffice | null
}

/** What a world is made of. */
export interface Sources {
  readonly crsOf: { readonly [Id in FeedId]: Crs }
  readonly records: { readonly [Id in FeedId]: Records<Id> }
  readonly historyRows: (from: EpochMs, to: EpochMs, at: EpochMs) => HistoryRow[]
  readonly historyCrs: Crs
  readonly alarms: AlarmServer | null
  readonly allocations: AllocationOffice | null
  readonly crowdPast: (area: string, at: EpochMs) => object | null
  readonly fire: FireOffice | null
  readonly measures: MeasureOffice | null
}

/** A cursor older than this is answered in full. */
const CURSOR_MS = 15 * MINUTE_MS
const KEPT_PICTURES = 6
/** Feeds whose past is not a function of time: officers write to them. */
const REMEMBERS: ReadonlySet<FeedId> = new Set(['alarms', 'allocations'])
/** Twelve times 5,000 fire devices are 18 MB. */
const MAX_REGISTER_SCALE = 12

/** Throws a RangeError where `columbia` is asked for without its recording. */
export function createWorld(options: WorldOptions): World {
  const { scenario, seed, scale, startAt } = options
  const worldKey = keyOf(scenario, seed, Math.round(scale * 1_000), startAt).toString(36)
  const sources = scenario === 'columbia' ? recorded(options) : simulated(options)
  const converted = new WeakMap<object, readonly unknown[]>()
  const pictures = new Map<FeedId, Map<EpochMs, readonly WireOf<FeedId>[]>>()

  const picture = <Id extends FeedId>(feed: Id, at: EpochMs): readonly WireOf<Id>[] => {
    const kept = pictures.get(feed) ?? new Map<EpochMs, readonly WireOf<FeedId>[]>()
    pictures.set(feed, kept)
    const known = kept.get(at)
    if (known) return known as readonly WireOf<Id>[]
    const plain = sources.records[feed](at) as readonly WireOf<Id>[]
    const ready =
      (converted.get(plain) as readonly WireOf<Id>[] | undefined) ??
      inCrs(feed, plain, sources.crsOf[feed])
    converted.set(plain, ready)
    kept.set(at, ready)
    if (kept.size > KEPT_PICTURES) kept.delete(kept.keys().next().value as EpochMs)
    return ready
  }

  /** As it was answered then. What remembers cannot be asked again what it said once: it is answered in full. */
  const pictureThen = <Id extends FeedId>(feed: Id, before: EpochMs) =>
    REMEMBERS.has(feed) && !pictures.get(feed)?.has(before) ? null : picture(feed, before)

  const answer = <Id extends FeedId>(feed: Id, at: EpochMs, since: string | null): Envelope<Id> => {
    const items = picture(feed, at)
    const before = cursorTime(worldKey, feed, since, at)
    const then = before === null ? null : pictureThen(feed, before)
    const delta = then && difference(then, items)
    return {
      feed,
      schema: 1,
      crs: sources.crsOf[feed],
      generatedAt: iso(at),
      cursor: `${worldKey}.${feed}.${at.toString(36)}`,
      full: delta === null,
      items: delta?.items ?? items,
      removed: delta?.removed ?? [],
    }
  }

  return {
    options,
    answer,
    etag: (feed, at) => `"${worldKey}-${fingerprint(picture(feed, at)).toString(36)}"`,
    alarms: sources.alarms,
    allocations: sources.allocations,
    crowdPast: sources.crowdPast,
    fire: sources.fire,
    measures: sources.measures,
    history: (from, to, at = to) =>
      historyStream(sources.historyRows(from, to, at), sources.historyCrs),
  }
}

function simulated({
  scenario,
  seed,
  scale,
  startAt,
  ledger = memoryLedger(),
}: WorldOptions): Sources {
  const ground: Ground = {
    key: keyOf('drumtower', seed),
    scale,
    registerScale: Math.min(scale, MAX_REGISTER_SCALE),
    startAt,
    tweaks: SCENARIOS[scenario].tweaks,
  }
  const patrols = patrolPlan(ground)
  const areas = scenicAreas(ground)
  const devices = firePlan(ground)
  const incidents = incidentSource(ground)
  const units = unitSource(ground, patrols)
  const visits = visitSource(patrols)
  const records = {
    meta: metaSource(),
    incidents: (at: EpochMs) => attendedIncidents(incidents.records(at), ledger.read(), at),
    units: (at: EpochMs) => deployedUnits(units(at), ledger.read()),
    visits: (at: EpochMs) => [...visits(at), ...orderedVisits(ledger.read(), at)],
    'watch-places': watchPlaceSource(ground, patrols),
    'scenic-areas': scenicAreaSource(areas),
    crowd: crowdSource(ground, areas),
    'fire-devices': fireDeviceSource(ground, devices),
    'fire-readings': fireReadingSource(ground, devices),
    measures: measureSource(ground),
  }
  const plain = plainRecords(records)
  const allocations = allocationOffice(ledger, () => plain)
  const supplies = new Set(devices.filter(({ kind }) => kind === 'power').map(({ id }) => id))
  const pack = packOffice()
  const live = measures(plain, devices, pack.inUse)
  const alarms = createAlarmServer(
    live,
    (id) => supplies.has(id),
    devices.length,
    pastMeasures(live, plain, devices, pack.inUse),
  )
  return {
    crsOf: CRS_OF,
    records: { ...records, alarms: alarms.pictureAt, allocations: allocations.records },
    alarms,
    allocations,
    crowdPast: (area, at) => crowdPast(plain, area, at),
    measures: measureOffice(ground, incidents, devices, calmAlarms(ground, devices), (bucket) =>
      calmVerdict(ground, bucket),
    ),
    fire: fireOffice(ground, devices, calmAlarms(ground, devices), alarms, pack),
    historyRows: (from, to, at) => {
      const rows: HistoryRow[] = []
      const last = Math.ceil(Math.min(to, at) / HOUR_MS)
      for (
        let bucket = Math.max(incidents.firstHour, Math.floor(from / HOUR_MS));
        bucket < last;
        bucket++
      )
        for (const life of incidents.hour(bucket))
          if (life.occurredAt >= from && life.occurredAt < to && life.receivedAt <= at)
            rows.push(life)
      return rows
    },
    historyCrs: 'CGCS2000',
  }
}

function recorded({ recording }: WorldOptions): Sources {
  if (!recording) throw new RangeError('columbia needs its recording')
  const sources = columbiaSources(recording)
  return {
    ...sources,
    historyRows: (from, to, at) => sources.historyRows(from, Math.min(to, at + 1), at),
  }
}

/** Null where the cursor is not this world's and feed's, lies ahead, or is too old. */
function cursorTime(
  worldKey: string,
  feed: FeedId,
  since: string | null,
  at: EpochMs,
): EpochMs | null {
  const [world, of, time, ...rest] = since?.split('.') ?? []
  if (world !== worldKey || of !== feed || rest.length > 0 || !/^[0-9a-z]{1,9}$/.test(time ?? ''))
    return null
  const before = Number.parseInt(time as string, 36)
  return before <= at && at - before <= CURSOR_MS ? before : null
}

interface Identified {
  readonly id: string
  readonly observedAt: string
}

function difference<T extends Identified>(before: readonly T[], after: readonly T[]) {
  if (before === after) return { items: [] as T[], removed: [] as string[] }
  const had = new Map(before.map(({ id, observedAt }) => [id, observedAt]))
  const items = after.filter(({ id, observedAt }) => {
    const same = had.get(id) === observedAt
    had.delete(id)
    return !same
  })
  return { items, removed: [...had.keys()] }
}

function fingerprint(records: readonly Identified[]): number {
  let key = records.length
  for (const { id, observedAt } of records) {
    key = mix(key, keyOf(id))
    key = mix(key, keyOf(observedAt))
  }
  return key
}
