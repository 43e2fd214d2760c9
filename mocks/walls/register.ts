import type * as z from 'zod/mini'
import { heartbeatWire, WALL_ID, type wallWire } from '../../src/api/wall-wire'
import { DAY_MS, type EpochMs } from '../../src/domain/time'
import type { Write } from '../allocations/writes'
import { iso } from '../calendar'
import { type Kept, keptInMemory } from '../kept'

export type WallRecord = z.input<typeof wallWire>

/** Walls by their name, as they last told of themselves. */
export type Register = Readonly<Record<string, WallRecord>>
export type WallRegister = Kept<Register>

/** A wall that has been silent for this long has been taken down. */
const FORGOTTEN_MS = 7 * DAY_MS
const MOST_WALLS = 500

export const memoryWalls = (): WallRegister => keptInMemory<Register>({})

/** Answers `GET /walls` and `PUT /walls/{id}`; null where the path is another one. */
export async function respondToWalls(
  { method, path, body }: Pick<Write, 'method' | 'path' | 'body'>,
  register: WallRegister,
  at: EpochMs,
): Promise<Response | null> {
  if (method === 'GET' && path === 'walls')
    return json(200, { generatedAt: iso(at), items: Object.values(known(register.read(), at)) })
  const [, name] = /^walls\/([^/]+)$/.exec(path) ?? []
  if (method !== 'PUT' || name === undefined) return null
  const id = decodeURIComponent(name)
  if (!WALL_ID.test(id)) return problem(400, 'a wall has a name of letters, digits, _ . and -')
  const beat = heartbeatWire.safeParse(body)
  if (!beat.success) return problem(400, 'not a heartbeat')
  return register.change<Response>((before) => {
    const walls = known(before, at)
    if (!(id in walls) && Object.keys(walls).length >= MOST_WALLS)
      return [walls, problem(409, 'too many walls')]
    const record = { ...(body as z.input<typeof heartbeatWire>), id, heardAt: iso(at) }
    return [{ ...walls, [id]: record }, new Response(null, { status: 204 })]
  })
}

function known(register: Register, at: EpochMs): Register {
  return Object.fromEntries(
    Object.entries(register).filter(([, { heardAt }]) => at - Date.parse(heardAt) < FORGOTTEN_MS),
  )
}

function json(status: number, body: unknown, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store' },
  })
}

const problem = (status: number, detail: string) =>
  json(status, { status, detail }, 'application/problem+json')
