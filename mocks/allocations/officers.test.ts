import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOutbox, type Outbox } from '../../src/api/outbox/outbox'
import { memoryStore, type OutboxStore } from '../../src/api/outbox/store'
import { isOver, ORDER_LIVES_MS, type Order } from '../../src/domain/allocation'
import type { Incident } from '../../src/domain/incident'
import { type Answer, isSettled, type OrderEntry } from '../../src/domain/order-entry'
import type { Unit } from '../../src/domain/patrol'
import { type EpochMs, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import type { PlainRecords } from '../alarms/plain'
import { allocationsAt } from './ledger'
import { type LedgerStore, memoryLedger } from './ledger-store'
import { type AllocationOffice, allocationOffice } from './office'

const START = Date.parse('2026-11-23T13:00:00Z')
const OFFICERS = 4
const OPERATIONS = 300
/** Two thousand with LONG=1. */
const SEEDS = process.env.LONG ? 2_000 : 200

const NETWORKS = ['up', 'down', 'loses-answers', 'fails', 'signed-out'] as const
type Network = (typeof NETWORKS)[number]

type Operation =
  | {
      readonly do: 'order'
      readonly officer: number
      readonly unit: number
      readonly incident: number
      readonly override: boolean
      readonly takeOver: boolean
    }
  | {
      readonly do: 'twice'
      readonly officer: number
      readonly unit: number
      readonly incident: number
    }
  | { readonly do: 'pump' | 'sign-in' | 'renew' | 'dismiss' | 'undo'; readonly officer: number }
  | { readonly do: 'kill'; readonly officer: number; readonly after: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'network'; readonly officer: number; readonly is: Network }

const officer = fc.nat(OFFICERS - 1)
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      officer,
      unit: fc.nat(5),
      incident: fc.nat(7),
      override: fc.boolean(),
      takeOver: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('twice' as const),
      officer,
      unit: fc.nat(5),
      incident: fc.nat(7),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('pump' as const), officer }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'sign-in' as const,
        'renew' as const,
        'dismiss' as const,
        'undo' as const,
      ),
      officer,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('kill' as const), officer, after: fc.nat(40) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 3, 20, 130, 600),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('network' as const),
      officer,
      is: fc.constantFrom(...NETWORKS),
    }),
  },
)

/** Four seats, one server, and everything that can go wrong between them. */
class Shift {
  now: EpochMs = START
  readonly store: LedgerStore = memoryLedger()
  readonly office: AllocationOffice
  readonly seats: Seat[]
  /** Keys of orders whose officer was told that they are kept. */
  readonly promised = new Map<string, number>()
  serial = 0

  constructor() {
    const inside = (feed: string) => {
      if (feed === 'units') return this.units()
      return feed === 'incidents' ? this.incidents() : []
    }
    this.office = allocationOffice(this.store, () => ({ inside }) as unknown as PlainRecords)
    this.seats = Array.from({ length: OFFICERS }, (_, i) => new Seat(this, i))
  }

  units(): Unit[] {
    return Array.from({ length: 6 }, (_, i) => ({
      id: `u${i}`,
      callSign: `乌-${i}`,
      kind: 'car',
      status: i === 5 ? 'off-duty' : 'available',
      position: [106.7 + i / 100, 26.6],
      headingDeg: 0,
      speedKmh: 0,
      areaCode: '520103',
      // One of them has been silent since the shift began.
      observedAt: i === 4 ? START - 10 * MINUTE_MS : this.now,
    }))
  }

  /** Every second one is closed after ten minutes. */
  incidents(): Incident[] {
    return Array.from({ length: 8 }, (_, i) => ({
      id: `i${i}`,
      closedAt: i % 2 === 1 && this.now > START + 10 * MINUTE_MS ? START + 10 * MINUTE_MS : null,
    })) as Incident[]
  }

  standing() {
    return allocationsAt(this.store.read(), this.now).filter((one) => !isOver(one))
  }

  latest(unitId: string) {
    const own = allocationsAt(this.store.read(), this.now).filter((one) => one.unitId === unitId)
    return own.reduce<(typeof own)[number] | null>((a, b) => (b.rev > (a?.rev ?? 0) ? b : a), null)
  }
}

class Seat {
  network: Network = 'up'
  readonly disk = memoryStore()
  outbox: Outbox
  private isAlive = { yes: true }

  constructor(
    readonly shift: Shift,
    readonly index: number,
  ) {
    this.outbox = this.turnOn()
  }

  /** A tab on the disk that the last one left; what the last one still had in flight no longer reaches it. */
  turnOn(): Outbox {
    this.isAlive.yes = false
    const alive = { yes: true }
    this.isAlive = alive
    const guard = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!alive.yes) return new Promise<T>(() => {})
      return work()
    }
    const store: OutboxStore = {
      all: () => guard(this.disk.all),
      get: (key) => guard(() => this.disk.get(key)),
      put: (entry) => guard(() => this.disk.put(entry)),
      remove: (key) => guard(() => this.disk.remove(key)),
    }
    return createOutbox({
      store,
      ask: (entry) => guard(() => this.ask(entry)),
      now: () => this.shift.now,
      newKey: () => `k${this.shift.serial++}`,
      tabs: { own: () => `tab ${this.index}`, open: async () => new Set() },
      alone: (_, work) => work(),
      settled: () => {},
    })
  }

  private async ask({ key, order, seenRev }: OrderEntry): Promise<Answer> {
    await Promise.resolve()
    if (this.network === 'down') return { is: 'unknown' }
    if (this.network === 'signed-out') return { is: 'locked' }
    if (this.network === 'fails') return { is: 'unknown' }
    const told = await this.shift.office.order({ key, order, seenRev }, this.shift.now)
    await Promise.resolve()
    if (this.network === 'loses-answers') return { is: 'unknown' }
    if (told.is === 'key-reused') throw new Error('a key was used for two orders')
    const { code, allocation } = told.verdict
    if (code === null && allocation) return { is: 'done', allocation }
    return {
      is: 'refused',
      cause: code === 'gone' || code === null ? 'refused' : code,
      current: allocation,
    }
  }

  async submit(unit: number, incident: number, override: boolean, takeOver: boolean) {
    const unitId = `u${unit}`
    const latest = this.shift.latest(unitId)
    const order: Order = {
      unitId,
      target: {
        kind: 'incident',
        id: `i${incident}`,
        place: '警情',
        placeEn: null,
        position: [106.71, 26.58],
      },
      origin: 'queue',
      override: override ? '电台已确认位置' : null,
      undoes: null,
      replaces: takeOver && latest && !isOver(latest) ? latest.id : null,
      by: `席位 ${this.index + 1}`,
      decidedAt: this.shift.now,
    }
    await this.outbox.submit(order, unitId, latest?.rev ?? 0)
    this.promise()
  }

  /** Whatever the officer sees in the outbox has been promised. */
  promise() {
    for (const { key } of this.outbox.picture().entries) this.shift.promised.set(key, this.index)
  }
}

const yields = async (n: number) => {
  for (let i = 0; i < n; i++) await Promise.resolve()
}

async function run(shift: Shift, op: Operation) {
  if (op.do === 'wait') {
    shift.now += op.seconds * SECOND_MS
    return
  }
  const seat = shift.seats[op.officer] as Seat
  const { outbox } = seat
  const settled = outbox.picture().entries.filter(isSettled)
  switch (op.do) {
    case 'order':
      return seat.submit(op.unit, op.incident, op.override, op.takeOver)
    case 'twice':
      await Promise.all([
        seat.submit(op.unit, op.incident, false, false),
        seat.submit(op.unit, op.incident, false, false),
      ])
      return
    case 'pump':
      return outbox.pump()
    case 'sign-in':
      return outbox.unlock()
    case 'network':
      seat.network = op.is
      return
    case 'kill':
      void outbox.pump()
      await yields(op.after)
      seat.outbox = seat.turnOn()
      return seat.outbox.open()
    case 'renew': {
      const lost = settled.find(({ state }) => state !== 'confirmed')
      if (!lost) return
      const latest = shift.latest(lost.order.unitId)
      shift.promised.delete(lost.key)
      const { by, override } = lost.order
      await outbox.renew(lost.key, latest, { by, override, decidedAt: shift.now })
      return seat.promise()
    }
    case 'dismiss': {
      const [first] = settled
      if (!first) return
      shift.promised.delete(first.key)
      return outbox.dismiss(first.key)
    }
    case 'undo': {
      const mine = shift.standing().find(({ by }) => by === `席位 ${op.officer + 1}`)
      if (!mine) return
      const order: Order = {
        unitId: mine.unitId,
        target: { kind: 'beat', id: mine.unitId, place: '原巡区', placeEn: null, position: null },
        origin: 'undo',
        override: '撤销',
        undoes: mine.id,
        replaces: mine.id,
        by: mine.by,
        decidedAt: shift.now,
      }
      await outbox.submit(order, mine.callSign, mine.rev)
      return seat.promise()
    }
  }
}

function checkNoUnitTwice(shift: Shift) {
  const units = shift.standing().map(({ unitId }) => unitId)
  expect(new Set(units).size).toBe(units.length)
}

/** The line comes back, everybody signs in, and every outbox gets time to ask. */
async function calmDown(shift: Shift) {
  for (const seat of shift.seats) {
    seat.network = 'up'
    await seat.outbox.unlock()
  }
  for (let i = 0; i < 20; i++) {
    shift.now += 16 * SECOND_MS
    for (const { outbox } of shift.seats) await outbox.pump()
  }
}

describe('four officers and one server', () => {
  it('lose nothing, do nothing twice, give no unit two jobs, and every loser is told', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS }),
        async (operations) => {
          const shift = new Shift()
          for (const op of operations) {
            await run(shift, op)
            checkNoUnitTwice(shift)
          }
          await calmDown(shift)
          checkNoUnitTwice(shift)
          const { answers, jobs } = shift.store.read()
          const done = Object.values(answers).filter(({ status }) => status === 201)
          expect(jobs.length).toBeLessThanOrEqual(done.length)
          expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length)
          for (const [key, officer] of shift.promised) {
            const entry = shift.seats[officer]?.outbox
              .picture()
              .entries.find((one) => one.key === key)
            expect(entry, `order ${key} was lost`).toBeDefined()
            if (!entry) continue
            seen.add(entry.cause ?? entry.state)
            expect(isSettled(entry)).toBe(true)
            expect(entry.state === 'confirmed').toBe(answers[key]?.status === 201)
            if (entry.state === 'confirmed')
              expect((entry.current?.decidedAt ?? 0) - entry.order.decidedAt).toBeLessThanOrEqual(
                ORDER_LIVES_MS,
              )
            if (entry.state === 'failed') expect(entry.cause).not.toBeNull()
            if (entry.cause === 'busy' || entry.cause === 'changed')
              expect(entry.current?.by).toMatch(/席位/)
          }
        },
      ),
      { numRuns: SEEDS },
    )
    // The shift has seen what it is about.
    for (const what of [
      'confirmed',
      'too-old',
      'changed',
      'busy',
      'position-stale',
      'off-duty',
      'target-over',
    ])
      expect(seen, what).toContain(what)
  }, 600_000)
})
