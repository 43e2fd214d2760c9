import { delay, HttpResponse, http, type RequestHandler } from 'msw'
import type { EpochMs } from '../src/domain/time'
import { respondToAlarmRead, respondToWrite } from './alarms/writes'
import { respondToAllocation } from './allocations/writes'
import { respondToAnnotations } from './annotations/register'
import { memoryRegisters, type Registers } from './registers'
import { respond } from './respond'
import { respondToWalls } from './walls/register'
import type { World } from './world'

export const API_BASE = '/api/v1'

/** MSW handlers that answer everything below the API's base from one world. */
export function handlers(
  world: World,
  now: () => EpochMs,
  base: string = API_BASE,
  { walls, annotations }: Registers = memoryRegisters(),
): RequestHandler[] {
  return [
    http.get(`*${base}/*`, async ({ request }) => {
      const url = new URL(request.url)
      const path = url.pathname.slice(url.pathname.indexOf(`${base}/`) + base.length + 1)
      const aside =
        (await respondToAlarmRead(path, url.searchParams, world, now())) ??
        (await respondToWalls({ method: 'GET', path, body: null }, walls, now())) ??
        (await respondToAnnotations(
          { method: 'GET', path, headers: request.headers, body: null },
          url.searchParams,
          annotations,
          now(),
        ))
      if (aside) return aside
      const reply = respond(path, url.searchParams, request.headers, world, now())
      if (reply.delayMs === Number.POSITIVE_INFINITY) await delay('infinite')
      else if (reply.delayMs > 0) await delay(reply.delayMs)
      return reply.response ?? HttpResponse.error()
    }),
    http.all(`*${base}/*`, async ({ request }) => {
      const { pathname, searchParams } = new URL(request.url)
      const path = pathname.slice(pathname.indexOf(`${base}/`) + base.length + 1)
      const body: unknown = await request.json().catch(() => null)
      const { method, headers } = request
      const write = { method, path, headers, body }
      const answer =
        (await respondToWalls(write, walls, now())) ??
        (await respondToAnnotations(write, searchParams, annotations, now())) ??
        (await respondToAllocation(write, world.allocations, now())) ??
        (await respondToWrite(write, world, now()))
      return answer ?? new HttpResponse(null, { status: 405 })
    }),
  ]
}
