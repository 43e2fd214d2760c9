// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Float64, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type IncidentHistory, useIncidentHistory } from '../../src/api/history'
import '../../src/api/history-decode' // lazily imported otherwise, which no fake clock can hurry
import '../../src/api/incident-desk' // the same
import type { Readings } from '../../src/api/reading'
import { startFeeds, useReadings, useServerNow } from '../../src/api/readings'
import { HOUR_MS, type TimeWindow } from '../../src/domain/time'

;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true

let root: Root
let client: QueryClient
let stop = () => {}

let seen: Readings[]
let times: (number | null)[]
function ReadingsPage() {
  seen.push(useReadings())
  times.push(useServerNow(5_000))
  return null
}

let history: IncidentHistory | undefined
function HistoryPage({ window }: { window: TimeWindow | null }) {
  history = useIncidentHistory(window)
  return null
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  client = new QueryClient()
  seen = []
  times = []
  root = createRoot(document.createElement('div'))
})

afterEach(() => {
  act(() => root.unmount())
  stop()
  client.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const run = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('a reading that says the same is the same object, and a page renders at most once a second', async () => {
  const at = () => new Date(Date.now()).toISOString()
  vi.stubGlobal('fetch', async (url: string) => {
    const feed = url.split('/').at(-1)
    if (feed !== 'visits')
      return new Response('', { status: 503, headers: { 'retry-after': '600' } })
    const answer = { feed, schema: 1, crs: 'WGS84', generatedAt: at(), cursor: null, full: true }
    return new Response(JSON.stringify({ ...answer, items: [], removed: [] }), {
      headers: { 'content-type': 'application/json' },
    })
  })
  stop = startFeeds(client, { base: '/api/v1', random: () => 0.5 })
  act(() => root.render(<ReadingsPage />))
  await run(1_000)
  const before = seen.length
  const { visits, units } = seen.at(-1)!
  await run(5_000)
  // Five ticks; no poll of 15 s with phase 7.5 s falls into them.
  expect(seen.length - before).toBeLessThanOrEqual(5)
  expect(seen.at(-1)!.units).toBe(units)
  expect(seen.at(-1)!.visits).not.toBe(visits)
  expect(seen.at(-1)!.visits.ageMs).toBe((visits.ageMs ?? 0) + 5_000)
  expect(seen.at(-1)!.visits.snapshot).toBe(visits.snapshot)
  expect(new Set(times)).toEqual(new Set([null]))
})

const columns = (areas: string[]) => {
  const numbers = (start: number) =>
    vectorFromArray(
      areas.map((_, i) => start + i),
      new Float64(),
    )
  const words = (word: string) =>
    vectorFromArray(
      areas.map(() => word),
      new Utf8(),
    )
  const table = new Table({
    lng: numbers(106),
    lat: numbers(26),
    occurredAt: numbers(1e12),
    category: words('theft'),
    severity: words('minor'),
    source: words('patrol'),
    areaCode: vectorFromArray(areas, new Utf8()),
  })
  table.schema.metadata.set('crs', 'WGS84')
  return tableToIPC(table, 'stream')
}

test('history asks for whole hours, once an hour, and never shows another window as this one', async () => {
  const asked: { url: URL; etag: string | null }[] = []
  let answer = (): Response =>
    new Response(columns(['520102']) as BodyInit, {
      headers: { 'content-type': 'application/vnd.apache.arrow.stream', etag: '"1"' },
    })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({
      url: new URL(url, 'http://here'),
      etag: new Headers(init.headers).get('if-none-match'),
    })
    return answer()
  })
  const show = (window: TimeWindow | null) =>
    act(() =>
      root.render(
        <QueryClientProvider client={client}>
          <HistoryPage window={window} />
        </QueryClientProvider>,
      ),
    )
  const settled = () =>
    vi.waitFor(async () => {
      await run(10)
      expect(history?.status).not.toBe('loading')
    })

  show(null)
  expect(history).toMatchObject({ status: 'idle', held: null })
  const to = 1_800_000_000_000 + HOUR_MS / 2
  show({ from: to - 24 * HOUR_MS, to })
  expect(history).toMatchObject({ status: 'loading', held: null })
  await settled()
  expect(history).toMatchObject({ status: 'ready', cause: null, held: { count: 1 } })
  expect(asked[0]!.url.pathname).toBe('/api/v1/incidents/history')
  expect(asked[0]!.url.searchParams.get('from')).toMatch(/T\d\d:00:00\.000Z$/)
  const first = history!.held

  show({ from: to - 24 * HOUR_MS + 1_000, to: to + 1_000 })
  await run(1_000)
  expect(history!.held).toBe(first)
  expect(asked).toHaveLength(1)

  answer = () => new Response('', { status: 500 })
  show({ from: to - 23 * HOUR_MS, to: to + HOUR_MS })
  await settled()
  expect(history).toMatchObject({
    status: 'failed',
    cause: 'http',
    held: { covers: { to: expect.any(Number) } },
  })

  show({ from: to - 28 * 24 * HOUR_MS, to })
  expect(history!.held).toBeNull()
  await settled()
  expect(history).toMatchObject({ status: 'failed', held: null })

  answer = () =>
    new Response(columns(['520102', '520103']) as BodyInit, {
      headers: { 'content-type': 'application/vnd.apache.arrow.stream' },
    })
  await run(60_000)
  await settled()
  expect(history).toMatchObject({ status: 'ready', held: { count: 2 } })

  answer = () => new Response(null, { status: 304 })
  show({ from: to - 24 * HOUR_MS, to })
  await act(() => client.refetchQueries({ type: 'active' }))
  await run(10)
  expect(asked.at(-1)!.etag).toBe('"1"')
  expect(history!.held).toBe(first)
})
