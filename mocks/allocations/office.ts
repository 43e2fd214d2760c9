import type { Allocation, Order, OrderPicture } from '../../src/domain/allocation'
import type { EpochMs } from '../../src/domain/time'
import type { PlainRecords } from '../alarms/plain'
import { iso } from '../calendar'
import type { WireOf } from '../feeds/feed'
import { allocate, allocationsAt, endJob, type Ledger, tidied, type Verdict } from './ledger'
import type { LedgerStore } from './ledger-store'

/** The allocations of one world: it decides what officers ask for, by the world as it is. */
export interface AllocationOffice {
  readonly records: (at: EpochMs) => readonly WireOf<'allocations'>[]
  readonly ledger: () => Ledger
  readonly order: (write: OrderWrite, at: EpochMs) => Promise<Told>
  readonly end: (write: EndWrite, at: EpochMs) => Promise<Told>
}

export interface OrderWrite {
  readonly key: string
  readonly seenRev: number
  readonly order: Order
}

export interface EndWrite {
  readonly key: string
  readonly seenRev: number
  readonly id: string
  readonly state: 'done' | 'withdrawn'
}

/** The answer, in WGS-84. `isRepeat`: the first answer to this key, again. */
export type Told =
  | { readonly is: 'verdict'; readonly verdict: Verdict; readonly isRepeat: boolean }
  | { readonly is: 'key-reused' }

export function allocationOffice(store: LedgerStore, world: () => PlainRecords): AllocationOffice {
  function about(order: Order, at: EpochMs): Omit<OrderPicture, 'latest'> {
    const records = world()
    const unit = records.inside('units', at).find(({ id }) => id === order.unitId) ?? null
    const { kind, id } = order.target
    if (kind === 'incident') {
      const incident = records.inside('incidents', at).find((one) => one.id === id)
      return { unit, target: !incident ? 'unknown' : incident.closedAt === null ? 'open' : 'over' }
    }
    const place = records.inside('watch-places', at).some((one) => one.id === id)
    return { unit, target: place ? 'open' : 'unknown' }
  }

  /** One write: the first answer again for a key that is known, else what `decide` makes of the ledger. */
  function write(
    key: string,
    asked: string,
    at: EpochMs,
    decide: (ledger: Ledger) => readonly [Ledger, Verdict],
  ): Promise<Told> {
    return store.change<Told>((before) => {
      const tidy = tidied(before, at)
      const first = tidy.answers[key]
      if (first && first.asked !== asked) return [tidy, { is: 'key-reused' }]
      if (first)
        return [tidy, { is: 'verdict', verdict: JSON.parse(first.body) as Verdict, isRepeat: true }]
      const [after, verdict] = decide(tidy)
      const answer = { status: verdict.status, body: JSON.stringify(verdict), asked, at }
      return [
        { ...after, answers: { ...after.answers, [key]: answer } },
        { is: 'verdict', verdict, isRepeat: false },
      ]
    })
  }

  return {
    ledger: store.read,
    records: (at) => allocationsAt(store.read(), at).map(wireOf),
    order: ({ key, seenRev, order }, at) => {
      const known = about(order, at)
      return write(key, JSON.stringify([order, seenRev]), at, (ledger) =>
        allocate(ledger, order, seenRev, known, at),
      )
    },
    end: ({ key, seenRev, id, state }, at) =>
      write(key, JSON.stringify([id, state, seenRev]), at, (ledger) =>
        endJob(ledger, id, state, seenRev, at),
      ),
  }
}

export function wireOf(allocation: Allocation): WireOf<'allocations'> {
  const { target, decidedAt, observedAt, ...rest } = allocation
  const { position } = target
  return {
    ...rest,
    target: { ...target, position: position && [position[0], position[1]] },
    decidedAt: iso(decidedAt),
    observedAt: iso(observedAt),
  }
}
