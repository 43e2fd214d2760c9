import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Ask, fetchAnswer, retryAfterMs } from './fetch-answer'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A real server for one test: fetch, streams and aborts are those of the platform. */
async function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Ask> {
  server = createServer(handle)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/units`,
    accept: 'application/json',
    etag: null,
    timeoutMs: 2_000,
  }
}

test('a body comes with its type and its tag', async () => {
  let accept: string | undefined
  const ask = await serve((request, response) => {
    accept = request.headers.accept
    response.setHeader('content-type', 'application/json')
    response.setHeader('etag', '"1"')
    response.write('{"a":')
    response.end('1}')
  })
  const answer = await fetchAnswer(ask)
  expect(answer).toMatchObject({ ok: true, contentType: 'application/json', etag: '"1"' })
  expect(new TextDecoder().decode((answer as { bytes: Uint8Array }).bytes)).toBe('{"a":1}')
  expect(accept).toBe('application/json')
})

test('304 answers a tag, and says when the content was confirmed', async () => {
  const at = '2026-11-22T08:00:00.000Z'
  const ask = await serve((request, response) => {
    response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200
    response.setHeader('generated-at', at)
    response.end()
  })
  expect(await fetchAnswer({ ...ask, etag: '"1"' })).toEqual({
    ok: 'unchanged',
    generatedAt: Date.parse(at),
  })
  expect(await fetchAnswer(ask)).toMatchObject({ ok: true })
})

test.each([
  [304, {}, 'http', '304'],
  [401, {}, 'auth', '401'],
  [403, {}, 'auth', '403'],
  [302, { location: '/login' }, 'login-page', 'redirected'],
  [500, {}, 'http', '500'],
  [204, {}, 'http', '204'],
] as const)('%i is refused', async (status, headers, cause, detail) => {
  const ask = await serve((_, response) => response.writeHead(status, headers).end())
  expect(await fetchAnswer(ask)).toEqual({ ok: false, cause, detail, retryAfterMs: null })
})

test('503 says how long to stay away', async () => {
  const ask = await serve((_, response) => response.writeHead(503, { 'retry-after': '7' }).end())
  expect(await fetchAnswer(ask)).toMatchObject({ cause: 'http', retryAfterMs: 7_000 })
  expect(retryAfterMs('Sun, 22 Nov 2026 08:00:10 GMT', Date.UTC(2026, 10, 22, 8))).toBe(10_000)
  expect(retryAfterMs('Sun, 22 Nov 2026 08:00:10 GMT', Date.UTC(2027, 0, 1))).toBeNull()
  expect(retryAfterMs('99999999999')).toBe(600_000)
  expect(retryAfterMs('soon')).toBeNull()
})

test('a server that does not answer is a timeout', async () => {
  const ask = await serve(() => undefined)
  expect(await fetchAnswer({ ...ask, timeoutMs: 100 })).toMatchObject({ cause: 'timeout' })
})

test('so is a body that never ends', async () => {
  const ask = await serve((_, response) => response.write('{"a":'))
  const from = performance.now()
  expect(await fetchAnswer({ ...ask, timeoutMs: 150 })).toMatchObject({ cause: 'timeout' })
  // Far from the 150 ms: it has to end, and a busy machine may be late with it.
  expect(performance.now() - from).toBeLessThan(20_000)
})

test('a body that breaks off, or a server that is not there, is the network', async () => {
  const ask = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{"a":')
    setTimeout(() => response.destroy(), 20)
  })
  expect(await fetchAnswer(ask)).toMatchObject({ cause: 'network' })
  server!.closeAllConnections()
  await new Promise((resolve) => server!.close(resolve))
  expect(await fetchAnswer(ask)).toMatchObject({ cause: 'network' })
})

test('a body over the limit is cut off while it streams', async () => {
  let sent = 0
  let closed: () => void
  const hungUp = new Promise<void>((resolve) => {
    closed = resolve
  })
  const ask = await serve((_, response) => {
    const chunk = new Uint8Array(10_000)
    const timer = setInterval(() => {
      sent += chunk.length
      response.write(chunk)
    }, 1)
    response.on('close', () => {
      clearInterval(timer)
      closed()
    })
  })
  expect(await fetchAnswer({ ...ask, limitBytes: 50_000 })).toMatchObject({ cause: 'too-long' })
  await hungUp
  expect(sent).toBeLessThan(5_000_000)
})

test('a length announced over the limit is not read at all', async () => {
  const ask = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '50001' })
    response.flushHeaders()
  })
  expect(await fetchAnswer({ ...ask, limitBytes: 50_000 })).toMatchObject({ cause: 'too-long' })
})

test('a stop from outside ends it at once', async () => {
  const stop = new AbortController()
  const ask = await serve(() => stop.abort())
  const from = performance.now()
  const answer = await fetchAnswer({ ...ask, timeoutMs: 60_000, signal: stop.signal })
  expect(answer.ok).toBe(false)
  // Long before its time is up.
  expect(performance.now() - from).toBeLessThan(30_000)
})
