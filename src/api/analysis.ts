import { proxy, transfer } from 'comlink'
import type { Extent } from '../domain/geo'
import type { IncidentCategory } from '../domain/incident'
import type { IncidentFilter } from '../domain/incident-filter'
import type { HotSpotQuestion, HotSpots } from '../domain/incident-hot-spots'
import type { Basis, Points } from '../domain/incident-records'
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
  readonly basis: Basis
  /** Kinds and severities; the sources are the basis. */
  readonly filter: Pick<IncidentFilter, 'categories' | 'severities'>
}

/** What is hot in a window, and how the map before did. All that is held says where incidents are to be expected. */
export async function askHotSpots(ask: HotSpotAsk): Promise<HotSpots> {
  const { held, region, window, basis } = ask
  const all = { from: held.covers.from, to: window.to }
  const { categories, severities } = ask.filter
  const isWhole = categories === null && severities === null
  const everything = { categories: null, severities: null }
  const from = (sources: IncidentFilter['sources'], kinds = ask.filter) =>
    pointsOf(held, all, { ...kinds, sources })
  // Where incidents are to be expected at all is asked of every kind.
  const [reported, found, others] = await Promise.all([
    from(['public-report']),
    from(['patrol']),
    from(isWhole ? ['sensor', 'unknown'] : null, everything),
  ])
  const question: HotSpotQuestion = {
    records: { reported, found, others },
    heldFrom: held.covers.from,
    region,
    window,
    basis,
  }
  return askHot(
    (analyst) => analyst.hotSpots(transfer(question, [reported, found, others].flatMap(buffersOf))),
    async () => (await import('../domain/incident-hot-spots')).hotSpots(question),
    new AbortController().signal,
  )
}

const ofKind = (kind: IncidentCategory): IncidentFilter => ({
  categories: [kind],
  severities: null,
  sources: ['public-report'],
})

/** The same table for the same record, on every machine. */
const SEED = 20_261

/** The Knox table of one kind, over all that is held; tells each run that is done, and stops with `signal`. */
export async function askNearRepeat(
  held: Held,
  to: EpochMs,
  kind: IncidentCategory,
  onRun: (done: number, runs: number) => void,
  signal: AbortSignal,
): Promise<NearRepeat> {
  const points = await pointsOf(held, { from: held.covers.from, to }, ofKind(kind))
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
): Promise<readonly WatchCell[]> {
  const points = await pointsOf(held, { from: at - WEEK_MS, to: at + 1 }, ofKind(kind))
  const { watchCells } = await import('../domain/near-repeat')
  return watchCells(points, at)
}
