import { delay, HttpResponse, http, type RequestHandler } from 'msw'
import type { EpochMs } from '../src/domain/time'
import { type Ask, answerFrom } from './answer'
import { memoryRegisters, type Registers } from './registers'
import type { Reply } from './respond'
import type { World } from './world'

export const API_BASE = '/api/v1'

/** Who answers a request instead of the page's own world; null: that one. */
export type Elsewhere = (ask: Ask, at: EpochMs) => Promise<Reply> | null

/** MSW handlers that answer everything below the API's base from one world. */
export function handlers(
  world: World,
  now: () => EpochMs,
  base: string = API_BASE,
  registers: Registers = memoryRegisters(),
  elsewhere: Elsewhere = () => null,
): RequestHandler[] {
  return [
    http.all(`*${base}/*`, async ({ request }) => {
      const { method, headers, url } = request
      const { pathname, searchParams: query } = new URL(url)
      const path = pathname.slice(pathname.indexOf(`${base}/`) + base.length + 1)
      const body: unknown = method === 'GET' ? null : await request.json().catch(() => null)
      const ask = { method, path, query, headers, body }
      const at = now()
      const reply = await (elsewhere(ask, at) ?? answerFrom(world, registers, ask, at))
      if (reply.delayMs === Number.POSITIVE_INFINITY) await delay('infinite')
      else if (reply.delayMs > 0) await delay(reply.delayMs)
      return reply.response ?? HttpResponse.error()
    }),
  ]
}
