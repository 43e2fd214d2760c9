import { describe, expect, it } from 'vitest'
import { decodeAnswer } from '../src/api/decode'
import type { FeedId } from '../src/api/feeds'
import { decodeHistory } from '../src/api/history-decode'
import type { Cause } from '../src/api/reading'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../src/domain/time'
import { HOSTILE } from './garble'
import { respond } from './respond'
import { SCENARIOS, type ScenarioId } from './scenarios'
import { createWorld } from './world'

const AT = Date.parse('2026-11-21T05:00:00Z')

function source(scenario: Exclude<ScenarioId, 'columbia'>) {
  const world = createWorld({ scenario, seed: 1, scale: 0.3, startAt: AT })
  return (path: string, afterS = 0, headers: Record<string, string> = {}) => {
    const [name, query] = path.split('?')
    const at = AT + afterS * SECOND_MS
    return respond(name ?? '', new URLSearchParams(query), new Headers(headers), world, at)
  }
}

async function decoded<Id extends FeedId>(feed: Id, response: Response | null) {
  if (!response) throw new Error('no response')
  const bytes = new Uint8Array(await response.arrayBuffer())
  return decodeAnswer(feed, bytes, response.headers.get('content-type'))
}

describe('a good source', () => {
  const ask = source('calm')

  it('answers a feed with its envelope, an ETag and the time it was made', async () => {
    const { delayMs, response } = ask('units')
    expect(delayMs).toBe(0)
    expect(response?.headers.get('etag')).toMatch(/^".+"$/)
    expect(response?.headers.get('generated-at')).toBe('2026-11-21T05:00:00.000Z')
    expect(await decoded('units', response)).toMatchObject({ ok: true, generatedAt: AT })
  })

  it('says 304 without a body while nothing changes, and 200 when something has', async () => {
    const etag = ask('watch-places').response?.headers.get('etag') ?? ''
    const later = ask('watch-places', 300, { 'if-none-match': etag }).response
    expect(later?.status).toBe(304)
    expect(await later?.text()).toBe('')
    expect(later?.headers.get('generated-at')).toBe('2026-11-21T05:05:00.000Z')
    const units = ask('units').response?.headers.get('etag') ?? ''
    expect(ask('units', 30, { 'if-none-match': units }).response?.status).toBe(200)
  })

  it('answers a cursor with what has changed', async () => {
    const first = await decoded('fire-readings', ask('fire-readings').response)
    if (!first.ok) throw new Error(first.cause)
    const path = `fire-readings?since=${first.cursor}`
    const next = await decoded('fire-readings', ask(path, 10).response)
    expect(next).toMatchObject({ ok: true, full: false })
    expect(next.ok && next.items.length).toBeLessThan(first.items.length / 2)
  })

  it('serves the history as an Arrow stream, and 304 for the same again', async () => {
    const from = new Date(AT - 7 * DAY_MS).toISOString()
    const to = new Date(AT).toISOString()
    const { response } = ask(`incidents/history?from=${from}&to=${to}`)
    expect(response?.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream')
    const columns = decodeHistory(new Uint8Array((await response?.arrayBuffer()) ?? []))
    expect(columns).toMatchObject({ ok: true, rejectedCount: 0 })
    expect(columns.ok && columns.columns.count).toBeGreaterThan(200)
    const etag = response?.headers.get('etag') ?? ''
    const again = ask(`incidents/history?from=${from}&to=${to}`, 60, { 'if-none-match': etag })
    expect(again.response?.status).toBe(304)
  })

  it('never serves history from the future', async () => {
    const from = new Date(AT).toISOString()
    const to = new Date(AT + DAY_MS).toISOString()
    const { response } = ask(`incidents/history?from=${from}&to=${to}`)
    const columns = decodeHistory(new Uint8Array((await response?.arrayBuffer()) ?? []))
    expect(columns).toMatchObject({ ok: true, columns: { count: 0 } })
  })

  it('refuses what it does not have', () => {
    expect(ask('persons').response?.status).toBe(404)
    expect(ask('incidents/history?from=x&to=y').response?.status).toBe(400)
    expect(ask('incidents/history?from=2000-01-01&to=2026-01-01').response?.status).toBe(400)
  })
})

describe('garbage', () => {
  const ask = source('garbage')
  const causes: readonly (readonly [FeedId, number, Cause])[] = [
    ['units', 30, 'login-page'],
    ['units', 110, 'encoding'],
    ['units', 190, 'json'],
    ['crowd', 40, 'content-type'],
    ['crowd', 120, 'schema'],
    ['crowd', 200, 'crs'],
    ['fire-readings', 60, 'too-many-rejected'],
    ['visits', 70, 'schema'],
  ]

  it.each(causes)('%s after %i s is refused: %s', async (feed, afterS, cause) => {
    expect(await decoded(feed, ask(feed, afterS).response)).toMatchObject({ ok: false, cause })
  })

  it.each(causes)('%s, bad after %i s, is good again at the end of the round', async (feed) => {
    expect(await decoded(feed, ask(feed, 300).response)).toMatchObject({ ok: true, rejected: [] })
  })

  it('spoils about one record in twenty, and infinite values, without losing the rest', async () => {
    for (const feed of ['incidents', 'watch-places', 'fire-devices'] as const) {
      const answer = await decoded(feed, ask(feed).response)
      if (!answer.ok) throw new Error(answer.cause)
      const share = answer.rejected.length / (answer.items.length + answer.rejected.length)
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThan(0.15)
    }
    const infinite = await decoded('fire-readings', ask('fire-readings', 150).response)
    expect(infinite.ok && infinite.rejected.length).toBeGreaterThan(20)
  })

  it('comes in whole pictures, so that the share of bad records stays what it is', async () => {
    const { cursor } = createWorld({
      scenario: 'garbage',
      seed: 1,
      scale: 0.3,
      startAt: AT,
    }).answer('incidents', AT, null)
    const answer = await decoded('incidents', ask(`incidents?since=${cursor}`, 60).response)
    expect(answer).toMatchObject({ ok: true, full: true })
  })

  it('carries hostile words and a field that names a person, which is dropped and counted', async () => {
    const answer = await decoded('fire-devices', ask('fire-devices').response)
    if (!answer.ok) throw new Error(answer.cause)
    const places = new Set(answer.items.map(({ place }) => place))
    expect(HOSTILE.filter((text) => places.has(text)).length).toBeGreaterThan(2)
    expect(answer.droppedPersonal).toBeGreaterThan(0)
    expect(JSON.stringify(answer.items)).not.toContain('callerPhone')
  })
})

describe('outage', () => {
  const ask = source('outage')

  it('takes feeds down by its schedule and brings them back', () => {
    expect(ask('units', 10).response?.status).toBe(200)
    expect(ask('units', 60).response?.status).toBe(503)
    expect(ask('units', 150).response?.status).toBe(200)
    expect(ask('crowd', 60).response).toBeNull()
    expect(ask('visits', 200).response?.status).toBe(401)
    expect(ask('incidents', 160).response?.headers.get('retry-after')).toBe('10')
    expect(ask('units', 360 + 60).response?.status).toBe(503)
  })

  it('is clear for the last minute of every round', () => {
    for (const feed of ['units', 'crowd', 'visits', 'meta', 'incidents', 'fire-readings'] as const)
      for (let afterS = 300; afterS < 360; afterS += 5)
        expect(SCENARIOS.outage.faultAt(feed, AT + afterS * SECOND_MS, AT)).toBeNull()
  })
})

describe('late', () => {
  const ask = source('late')

  it('answers older and older pictures, then the present one', async () => {
    const age = async (afterS: number) => {
      const answer = await decoded('units', ask('units', afterS).response)
      return answer.ok ? AT + afterS * SECOND_MS - answer.generatedAt : Number.NaN
    }
    expect(await age(5)).toBe(0)
    expect(await age(40)).toBe(30 * SECOND_MS)
    expect(await age(200)).toBe(190 * SECOND_MS)
    expect(await age(215)).toBe(0)
  })

  it('runs one clock ahead', async () => {
    const answer = await decoded('visits', ask('visits', 90).response)
    expect(answer.ok && answer.generatedAt - AT).toBe(110 * SECOND_MS)
  })
})

describe('slow', () => {
  const ask = source('slow')

  it('delays everything, some beyond the timeout, and hangs once a round', () => {
    expect(ask('visits', 5).delayMs).toBeGreaterThanOrEqual(300)
    expect(ask('units', 30).delayMs).toBe(6_000)
    expect(ask('crowd', 60).delayMs).toBe(Number.POSITIVE_INFINITY)
    expect(ask('crowd', 130).delayMs).toBeLessThan(1_300)
  })
})

describe('transport scenarios', () => {
  it.each(['late', 'outage', 'garbage', 'slow'] as const)('%s leaves the world as it is', (id) => {
    const options = { seed: 1, scale: 0.3, startAt: AT }
    const calm = createWorld({ scenario: 'calm', ...options })
    const world = createWorld({ scenario: id, ...options })
    const at = AT + 3 * MINUTE_MS
    for (const feed of ['incidents', 'units', 'crowd', 'fire-readings'] as const)
      expect(world.answer(feed, at, null).items).toEqual(calm.answer(feed, at, null).items)
  })
})
