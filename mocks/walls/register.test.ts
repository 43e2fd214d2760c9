import { expect, test } from 'vitest'
import { DAY_MS } from '../../src/domain/time'
import { memoryWalls, respondToWalls } from './register'

const AT = Date.parse('2026-11-22T08:00:00Z')
const BEAT = {
  version: '0.1.0',
  build: null,
  scene: '夜班',
  picture: 'full',
  stoppedAt: null,
  frames: 3,
  losses: { lost: 0, recovered: 0 },
  heapBytes: 1,
  upMs: 5,
  feeds: [{ feed: 'units', quality: 'live', ageMs: 1_000 }],
}

test('a wall that tells of itself is listed with the time at which it was heard, and replaced', async () => {
  const walls = memoryWalls()
  const put = (id: string, at: number, body: unknown = BEAT) =>
    respondToWalls({ method: 'PUT', path: `walls/${encodeURIComponent(id)}`, body }, walls, at)
  const list = async (at: number) => {
    const answer = await respondToWalls({ method: 'GET', path: 'walls', body: null }, walls, at)
    return (await answer!.json()) as { items: { id: string; heardAt: string; frames: number }[] }
  }
  expect((await list(AT)).items).toEqual([])
  expect((await put('指挥大厅-1', AT))?.status).toBe(204)
  await put('指挥大厅-1', AT + 30_000, { ...BEAT, frames: 9 })
  expect((await list(AT + 31_000)).items).toMatchObject([
    { id: '指挥大厅-1', heardAt: '2026-11-22T08:00:30.000Z', frames: 9 },
  ])
  expect((await put('<b>', AT))?.status).toBe(400)
  expect((await put('hall', AT, { ...BEAT, frames: -1 }))?.status).toBe(400)
  expect((await list(AT + 8 * DAY_MS)).items).toEqual([])
  expect(await respondToWalls({ method: 'GET', path: 'units', body: null }, walls, AT)).toBeNull()
  expect(
    await respondToWalls({ method: 'DELETE', path: 'walls/a', body: null }, walls, AT),
  ).toBeNull()
})
