import type { EpochMs } from '../src/domain/time'
import { respondToAlarmRead, respondToWrite } from './alarms/writes'
import { respondToAllocation } from './allocations/writes'
import { respondToAnnotations } from './annotations/register'
import type { Registers } from './registers'
import { type Reply, respond } from './respond'
import { respondToWalls } from './walls/register'
import type { World } from './world'

/** One request; `path` stands below the API's base, `body` is parsed JSON, null where there is none. */
export interface Ask {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: unknown
}

/** What a server answers that has this world and these registers. */
export async function answerFrom(
  world: World,
  registers: Registers,
  ask: Ask,
  at: EpochMs,
): Promise<Reply> {
  const aside =
    (await respondToWalls(ask, registers.walls, at)) ??
    (await respondToAnnotations(ask, ask.query, registers.annotations, at))
  if (aside) return { delayMs: 0, response: aside }
  if (ask.method !== 'GET') {
    const response =
      (await respondToAllocation(ask, world.allocations, at)) ??
      (await respondToWrite(ask, world, at)) ??
      new Response(null, { status: 405 })
    return { delayMs: 0, response }
  }
  const read = await respondToAlarmRead(ask.path, ask.query, world, at)
  return read
    ? { delayMs: 0, response: read }
    : respond(ask.path, ask.query, ask.headers, world, at)
}
