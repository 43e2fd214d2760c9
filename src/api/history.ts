import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncidentColumns } from '../domain/incident'
import { HOUR_MS, SECOND_MS, type TimeWindow } from '../domain/time'
import { apiBase } from './base'
import type { Refusal } from './decode'
import { fetchAnswer } from './fetch-answer'
import { ARROW_STREAM } from './history-wire'
import type { Cause } from './reading'
import { backOffMs } from './schedule'

/** A million rows are 21 MB; a slow line may take its time over them. */
const LIMIT_BYTES = 64 * 1024 * 1024
const TIMEOUT_MS = 30 * SECOND_MS
/** For windows that nobody looks at any more; the last good one bridges a server that is away. */
const FORGET_MS = HOUR_MS

export interface IncidentHistory {
  /** Rows in `covers`, which is the window asked for or an hour or two more. */
  readonly columns: IncidentColumns | null
  readonly covers: TimeWindow | null
  readonly rejectedCount: number
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly cause: Cause | null
}

interface Kept {
  readonly columns: IncidentColumns
  readonly rejectedCount: number
  readonly etag: string | null
  readonly covers: TimeWindow
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
 * Past incidents of a window. When the window has moved on by an hour, the columns of the hour before stay until
 * the new ones are there (`covers` tells); those of any other window do not.
 */
export function useIncidentHistory(window: TimeWindow | null): IncidentHistory {
  const client = useQueryClient()
  // Drawn once: a new draw at every render would start the wait anew each time.
  const [luck] = useState(Math.random)
  const asked = window && window.to > window.from ? wholeHours(window) : null
  const query = useQuery<Kept, HistoryRefused>({
    queryKey: ['history', asked?.from ?? null, asked?.to ?? null],
    enabled: asked !== null,
    queryFn: ({ queryKey, signal }) => fetchHistory(client, queryKey, asked as TimeWindow, signal),
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
    columns: kept?.columns ?? null,
    covers: kept?.covers ?? null,
    rejectedCount: kept?.rejectedCount ?? 0,
    status: asked === null ? 'idle' : query.error ? 'failed' : query.data ? 'ready' : 'loading',
    // Its reader may fail to arrive as well: an error of another kind, and still only this feed's.
    cause: asked && query.error ? (query.error.refusal?.cause ?? 'network') : null,
  }
}

/** What is still kept of the same window an hour or two before. */
function hourBefore(client: QueryClient, asked: TimeWindow): Kept | null {
  const near = ({ covers }: Kept) =>
    Math.abs(covers.from - asked.from) <= 2 * HOUR_MS &&
    Math.abs(covers.to - asked.to) <= 2 * HOUR_MS
  const all = client.getQueriesData<Kept>({ queryKey: ['history'] })
  return all.map(([, kept]) => kept).findLast((kept) => kept !== undefined && near(kept)) ?? null
}

async function fetchHistory(
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
  const answer = await fetchAnswer({
    url: `${apiBase()}/incidents/history?${span}`,
    accept: ARROW_STREAM,
    etag: before?.etag ?? null,
    timeoutMs: TIMEOUT_MS,
    signal,
    limitBytes: LIMIT_BYTES,
  })
  if (answer.ok === false) throw new HistoryRefused(answer)
  if (answer.ok === 'unchanged') return before as Kept
  const type = (answer.contentType ?? '').toLowerCase()
  if (!type.startsWith(ARROW_STREAM)) {
    const cause = type.startsWith('text/html') ? 'login-page' : 'content-type'
    throw new HistoryRefused({ ok: false, cause, detail: answer.contentType })
  }
  // Arrow is 45 KB that the first picture does not need.
  const { decodeHistory } = await import('./history-decode')
  const decoded = decodeHistory(answer.bytes)
  if (!decoded.ok) throw new HistoryRefused(decoded)
  const { columns, rejectedCount } = decoded
  return { columns, rejectedCount, etag: answer.etag, covers }
}
