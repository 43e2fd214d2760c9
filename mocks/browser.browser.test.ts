import { describe, expect, it } from 'vitest'
import { decodeAnswer } from '../src/api/decode'
import { FEED_IDS, type FeedId } from '../src/api/feeds'
import { decodeHistory } from '../src/api/history-decode'
import { startMocks } from './browser'

async function ask(path: string): Promise<Response> {
  return fetch(`/api/v1/${path}`, { cache: 'no-store' })
}

async function decoded<Id extends FeedId>(feed: Id) {
  const answer = await ask(feed)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return decodeAnswer(feed, bytes, answer.headers.get('content-type'))
}

describe('startMocks', () => {
  it('puts the recorded world under a page, by service worker', async () => {
    await startMocks('?scenario=columbia&now=2026-11-21T05:00:00Z')
    expect(navigator.serviceWorker.controller?.scriptURL).toMatch(/\/mockServiceWorker\.js$/)
    for (const feed of FEED_IDS)
      expect(await decoded(feed)).toMatchObject({ ok: true, full: true, rejected: [] })
    const meta = await decoded('meta')
    expect(meta.ok && meta.items[0]?.provenance).toBe('recorded')
    const incidents = await decoded('incidents')
    expect(incidents.ok && incidents.items.length).toBeGreaterThan(100)

    const span = 'from=2026-11-14T05:00:00Z&to=2026-11-21T05:00:00Z'
    const history = await ask(`incidents/history?${span}`)
    const columns = decodeHistory(new Uint8Array(await history.arrayBuffer()))
    expect(columns.ok && columns.columns.count).toBeGreaterThan(1_000)

    const etag = (await ask('watch-places')).headers.get('etag') ?? ''
    const unchanged = await fetch('/api/v1/watch-places', { headers: { 'if-none-match': etag } })
    expect(unchanged.status).toBe(304)
    expect(unchanged.headers.get('generated-at')).toMatch(/^2026-11-21T05:00/)
  })
})
