import { proxy, transfer } from 'comlink'
import type { Extent } from '../domain/geo'
import { INCIDENT_SOURCES, type IncidentCategory, type IncidentSource } from '../domain/incident'
import { type IncidentFilter, isNarrow } from '../domain/incident-filter'
import type { HotSpotQuestion, HotSpots } from '../domain/incident-hot-spots'
import type { IncidentRecords, Points } from '../domain/incident-records'
import type { NearRepeat, NearRepeatQuestion, WatchCell } from '../domain/near-repeat'
import { type EpochMs, type TimeWindow, WEEK_MS } from '../domain/time'
import type { Held } from './incident-shelf'
import { incidentStore } from './incident-store'
import { ownWorker } from './own-worker'

interface Analyst {
  readonly hotSpots: (question: HotSpotQuestion) => HotSpots
  readonly nearRepeat: (
    question: NearRepeatQuestion,
    onRun: (done: number, runs: number) => void,
  ) => NearRepeat
}

// One each, beside the one that holds the rows: no hover waits for a test, and no test for the runs of another.
const askHot = ownWorker<Analyst>()
const askNear = ownWorker<Analyst>()

const buffersOf = ({ lng, lat, occurredAt }: Points) =>
  [lng, lat, occurredAt].map(({ buffer }) => buffer as ArrayBuffer)

/** Rows of what is held, of a time and through a filter. */
const pointsOf = (held: Held, window: TimeWindow, filter: IncidentFilter): Promise<Points> =>
  incidentStore().positions({ source: held.id, window, filter })

export interface HotSpotAsk {
  readonly held: Held
  readonly region: Extent
  readonly window: TimeWindow
  /** The period before, where it is not as long. */
  readonly before: TimeWindow | null
  readonly filter: IncidentFilter
}

/** What is hot in a window, and how the map before did. All that is held says where incidents are to be expected. */
export async function askHotSpots(ask: HotSpotAsk): Promise<HotSpots> {
  const { held, region, window, before, filter } = ask
  const all = { from: held.covers.from, to: window.to }
  const [elsewhere, ...bySource] = await Promise.all([
    // Where incidents are to be expected at all is asked of every kind.
    isNarrow(filter) ? pointsOf(held, all, EVERYTHING) : null,
    ...INCIDENT_SOURCES.map((source) => pointsOf(held, all, { ...filter, sources: [source] })),
  ])
  const records = Object.fromEntries(
    INCIDENT_SOURCES.map((source, i) => [source, bySource[i]]),
  ) as unknown as IncidentRecords
  const question: HotSpotQuestion = {
    records,
    ...(elsewhere && { elsewhere }),
    heldFrom: held.covers.from,
    region,
    window,
    ...(before && { before }),
    sources: filter.sources ?? INCIDENT_SOURCES,
  }
  const sent = [...bySource, ...(elsewhere ? [elsewhere] : [])]
  return askHot(
    (analyst) => analyst.hotSpots(transfer(question, sent.flatMap(buffersOf))),
    async () => (await import('../domain/incident-hot-spots')).hotSpots(question),
    new AbortController().signal,
  )
}

const EVERYTHING: IncidentFilter = { categories: null, severities: null, sources: null }

export type Sources = readonly IncidentSource[] | null

const ofKind = (kind: IncidentCategory, sources: Sources): IncidentFilter => ({
  categories: [kind],
  severities: null,
  sources,
})

/** The same table for the same record, on every machine. */
const SEED = 20_261

/** The Knox table of one kind, over all that is held; tells each run that is done, and stops with `signal`. */
export async function askNearRepeat(
  held: Held,
  to: EpochMs,
  kind: IncidentCategory,
  sources: Sources,
  onRun: (done: number, runs: number) => void,
  signal: AbortSignal,
): Promise<NearRepeat> {
  const points = await pointsOf(held, { from: held.covers.from, to }, ofKind(kind, sources))
  const question = { ...points, seed: SEED }
  return askNear(
    (analyst) => analyst.nearRepeat(transfer(question, buffersOf(points)), proxy(onRun)),
    async () => (await import('../domain/near-repeat')).nearRepeat(question, onRun),
    signal,
  )
}

/** The cells that stand at a time after incidents of one kind. */
export async function askWatchCells(
  held: Held,
  at: EpochMs,
  kind: IncidentCategory,
  sources: Sources,
): Promise<readonly WatchCell[]> {
  const points = await pointsOf(held, { from: at - WEEK_MS, to: at + 1 }, ofKind(kind, sources))
  const { watchCells } = await import('../domain/near-repeat')
  return watchCells(points, at)
}
