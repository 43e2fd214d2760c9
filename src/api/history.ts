import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { HOUR_MS, SECOND_MS, type TimeWindow } from '../domain/time'
import { apiBase } from './base'
import type { Refusal } from './decode'
import type { Held } from './incident-shelf'
import { incidentStore } from './incident-store'
import type { Cause } from './reading'
import { backOffMs } from './schedule'

/** For windows that nobody looks at any more; the last good one bridges a server that is away. */
const FORGET_MS = HOUR_MS

export interface IncidentHistory {
  /** What the worker holds; `covers` is the window asked for or an hour or two more. */
  readonly held: Held | null
  readonly rejectedCount: number
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly cause: Cause | null
}

interface Kept {
  readonly held: Held
  readonly rejectedCount: number
  readonly etag: string | null
}

class HistoryRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.cause)
  }
}

/** Whole hours around a window: what is asked for, so that a clock that runs on asks again once an hour. */
export function wholeHours({ from, to }: TimeWindow): TimeWindow {
  return {
    from: Math.floor(from / HOUR_MS) * HOUR_MS,
    to: Math.ceil(to / HOUR_MS) * HOUR_MS,
  }
}

/**
 * Past incidents of a window: fetched, read and kept by the worker. When the window has moved on by an hour, what was
 * held of the hour before stays until the new is there (`covers` tells); of any other window it does not.
 */
export function useIncidentHistory(window: TimeWindow | null): IncidentHistory {
  const client = useQueryClient()
  // Drawn once: a new draw at every render would start the wait anew each time.
  const [luck] = useState(Math.random)
  const asked = window && window.to > window.from ? wholeHours(window) : null
  const query = useQuery<Kept, HistoryRefused>({
    queryKey: ['history', asked?.from ?? null, asked?.to ?? null],
    enabled: asked !== null,
    queryFn: ({ queryKey, signal }) => askHistory(client, queryKey, asked as TimeWindow, signal),
    staleTime: HOUR_MS,
    gcTime: FORGET_MS,
    structuralSharing: false,
    networkMode: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // The first failure is shown at once; trying again is the interval's work.
    retry: false,
    refetchInterval: ({ state }) =>
      state.error ? backOffMs(state.errorUpdateCount, 5 * SECOND_MS, luck) : false,
    refetchIntervalInBackground: true,
  })
  const kept = asked && (query.data ?? hourBefore(client, asked))
  return {
    held: kept?.held ?? null,
    rejectedCount: kept?.rejectedCount ?? 0,
    status: asked === null ? 'idle' : query.error ? 'failed' : query.data ? 'ready' : 'loading',
    // Its worker may fail as well: an error of another kind, and still only this feed's.
    cause: asked && query.error ? (query.error.refusal?.cause ?? 'network') : null,
  }
}

/** What is still kept of the same window an hour or two before. */
function hourBefore(client: QueryClient, asked: TimeWindow): Kept | null {
  const near = ({ held: { covers } }: Kept) =>
    Math.abs(covers.from - asked.from) <= 2 * HOUR_MS &&
    Math.abs(covers.to - asked.to) <= 2 * HOUR_MS
  const all = client.getQueriesData<Kept>({ queryKey: ['history'] })
  return all.map(([, kept]) => kept).findLast((kept) => kept !== undefined && near(kept)) ?? null
}

async function askHistory(
  client: QueryClient,
  queryKey: readonly unknown[],
  covers: TimeWindow,
  signal: AbortSignal,
): Promise<Kept> {
  const before = client.getQueryData<Kept>(queryKey)
  const span = new URLSearchParams({
    from: new Date(covers.from).toISOString(),
    to: new Date(covers.to).toISOString(),
  })
  const id = `history:${covers.from}-${covers.to}`
  dropForgotten(client)
  const store = incidentStore()
  const stop = () => void store.stop(id)
  signal.addEventListener('abort', stop, { once: true })
  const answer = await store.fetch({
    id,
    url: absolute(`${apiBase()}/incidents/history?${span}`),
    etag: before?.etag ?? null,
    covers,
  })
  signal.removeEventListener('abort', stop)
  if (answer.ok === false) throw new HistoryRefused(answer)
  if (answer.ok === 'unchanged') return before as Kept
  forgetOthers(client, queryKey)
  const { held, rejectedCount, etag } = answer
  return { held, rejectedCount, etag }
}

const watched = new WeakSet<QueryClient>()

/** What the cache forgets, the worker forgets. */
function dropForgotten(client: QueryClient): void {
  if (watched.has(client)) return
  watched.add(client)
  client.getQueryCache().subscribe(({ type, query }) => {
    const kept = query.state.data as Kept | undefined
    if (type === 'removed' && query.queryKey[0] === 'history' && kept)
      void incidentStore().drop(kept.held.id)
  })
}

/** One history beside the new one may stay, to bridge a failure: columns are large. */
function forgetOthers(client: QueryClient, queryKey: readonly unknown[]): void {
  const others = client
    .getQueryCache()
    .findAll({ queryKey: ['history'] })
    .filter(({ state, queryKey: key }) => state.data && key.join() !== queryKey.join())
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const { queryKey: other } of others.slice(1))
    client.removeQueries({ queryKey: other, exact: true })
}

function absolute(url: string): string {
  return typeof document === 'undefined' ? url : new URL(url, document.baseURI).href
}
