import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Order } from '../src/domain/allocation'
import type { Unit } from '../src/domain/patrol'
import { allocate, allocationsAt } from './allocations/ledger'
import { optionsFrom } from './options'
import { AWAY_MS, openRun } from './run'

const NOON = Date.parse('2026-11-26T12:00:00+08:00')
const options = optionsFrom('?scenario=festival&scale=2', NOON)

/** A machine: its storage, and locks that are free when the page that holds them is closed. */
function machine() {
  const kept = new Map<string, string>()
  const held = new Map<object, string>()
  let wall = NOON
  return {
    wait: (ms: number) => {
      wall += ms
    },
    page: async (isFixed = true) => {
      const page = {}
      const asked = isFixed ? options : { ...options, startAt: wall }
      const run = await openRun(asked, isFixed, {
        storage: {
          getItem: (key: string) => kept.get(key) ?? null,
          setItem: (key: string, value: string) => void kept.set(key, value),
        } as unknown as Storage,
        locks: {
          request: async (name: string, ...rest: unknown[]) => {
            const work = rest.at(-1) as () => unknown
            if (rest.length > 1) held.set(page, name)
            return work()
          },
          query: async () => ({ held: [...held.values()].map((name) => ({ name })) }),
        } as unknown as LockManager,
        wall: () => wall,
      })
      return { ...run, close: () => void held.delete(page) }
    },
  }
}
type Page = Awaited<ReturnType<ReturnType<typeof machine>['page']>>

const unit = { id: 'u1', callSign: '汇-07', kind: 'car', status: 'available' } as Unit
async function sendFrom({ ledger, now }: Page, seenRev = 0) {
  const order = {
    unitId: 'u1',
    target: { kind: 'point', id: 'p', place: 'x', placeEn: null, position: null },
    override: 'x',
    undoes: null,
    replaces: null,
    by: 'seat 1',
    decidedAt: now(),
  } as unknown as Order
  return ledger.change((before) => {
    const [after, verdict] = allocate(before, order, seenRev, { unit, target: 'open' }, now())
    return [after, verdict]
  })
}
const seenBy = ({ ledger, now }: Page) => allocationsAt(ledger.read(), now()).map(({ by }) => by)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('an order outlives a reload, and is seen by whom it is held against', async () => {
  const { page, wait } = machine()
  const first = await page()
  expect(first.now()).toBe(options.startAt)
  wait(94_000)
  await sendFrom(first)
  first.close()
  wait(2_000)
  const again = await page()
  expect(again.now()).toBe(options.startAt + 96_000)
  expect(seenBy(again)).toEqual(['seat 1'])
  expect(await sendFrom(again)).toMatchObject({ status: 412, allocation: { by: 'seat 1' } })
})

it('who comes back much later finds the world as it began, and nobody sent', async () => {
  const { page, wait } = machine()
  const first = await page()
  wait(94_000)
  await sendFrom(first)
  first.close()
  wait(AWAY_MS + 1)
  wait(94_000)
  const again = await page()
  expect(again.now()).toBe(options.startAt)
  expect(seenBy(again)).toEqual([])
  expect((await sendFrom(again)).status).toBe(201)
})

it('a reload begins again where nobody has been sent, and a second tab has the clock of the first', async () => {
  const { page, wait } = machine()
  const first = await page()
  wait(40_000)
  const second = await page()
  expect(second.now()).toBe(first.now())
  first.close()
  second.close()
  wait(1_000)
  expect((await page()).now()).toBe(options.startAt)
})

it('tabs of the real time are one run too, which ends with the last of them', async () => {
  const { page, wait } = machine()
  const first = await page(false)
  wait(40_000)
  const second = await page(false)
  expect(second).toMatchObject({ startAt: first.startAt, name: first.name })
  expect(second.now()).toBe(first.now())
  first.close()
  second.close()
  wait(1_000)
  const later = await page(false)
  expect(later.name).not.toBe(first.name)
})

it('the loser is told by whom, though his clock is a moment behind', async () => {
  const { page } = machine()
  const first = await page()
  await sendFrom({ ...first, now: () => first.now() + 5_000 })
  expect(await sendFrom(first)).toMatchObject({
    status: 412,
    allocation: { by: 'seat 1' },
  })
})

it('a world of now goes by the real clock and forgets nothing', async () => {
  const { page, wait } = machine()
  const first = await page(false)
  await sendFrom(first)
  first.close()
  wait(AWAY_MS + 1)
  const again = await page(false)
  expect(again.ledger.read().jobs).toHaveLength(1)
})
