import {
  type Allocation,
  type Order,
  type OrderPicture,
  type OrderRefusal,
  refusalOf,
} from '../../src/domain/allocation'
import { distanceM, type LngLat } from '../../src/domain/geo'
import { type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/domain/time'

/** An allocation as it is kept: what the unit does about it follows from the times. */
export interface Job extends Omit<Allocation, 'state' | 'observedAt'> {
  /** Where the unit was when it was sent; null where nobody knew. */
  readonly from: LngLat | null
  readonly travelMs: number
  readonly stayMs: number
  readonly ended: { readonly at: EpochMs; readonly state: 'done' | 'withdrawn' } | null
}

export interface FirstAnswer {
  readonly status: number
  readonly body: string
  /** Of the request: a key that comes with another body is a fault of the client. */
  readonly asked: string
  readonly at: EpochMs
}

/** All that the server remembers of allocations; plain JSON, so that tabs can share it. */
export interface Ledger {
  readonly serial: number
  readonly jobs: readonly Job[]
  readonly answers: Readonly<Record<string, FirstAnswer>>
}

export const EMPTY_LEDGER: Ledger = { serial: 0, jobs: [], answers: {} }

/** A crew reads its orders before it sets off. */
const SET_OFF_MS = 8 * SECOND_MS
const KEPT_MS = 12 * HOUR_MS
const SPEED_KMH: Readonly<Record<string, number>> = { foot: 5, boat: 20, motorcycle: 45 }
const CAR_KMH = 40
const DETOUR = 1.4
const STAY_MS = { incident: 25 * MINUTE_MS, 'watch-place': 12 * MINUTE_MS, point: 30 * MINUTE_MS }

export const arrivesAt = (job: Job) => job.decidedAt + SET_OFF_MS + job.travelMs

/** When the job is over, by itself or by somebody's word. */
export function overAt(job: Job): { at: EpochMs; state: 'done' | 'withdrawn' } {
  const own = { at: arrivesAt(job) + job.stayMs, state: 'done' as const }
  return job.ended && job.ended.at < own.at ? job.ended : own
}

/** As it stands at a time; null before it was decided. */
export function allocationAt(job: Job, at: EpochMs): Allocation | null {
  if (at < job.decidedAt) return null
  const { from, travelMs, stayMs, ended, ...rest } = job
  const over = overAt(job)
  if (at >= over.at) return { ...rest, state: over.state, observedAt: over.at }
  if (at >= arrivesAt(job)) return { ...rest, state: 'on-scene', observedAt: arrivesAt(job) }
  const setOff = job.decidedAt + SET_OFF_MS
  return at >= setOff
    ? { ...rest, state: 'en-route', observedAt: setOff }
    : { ...rest, state: 'sent', observedAt: job.decidedAt }
}

export function allocationsAt({ jobs }: Ledger, at: EpochMs): readonly Allocation[] {
  return jobs.flatMap((job) => (overAt(job).at < at - KEPT_MS ? [] : (allocationAt(job, at) ?? [])))
}

/** The unit's newest job that had been decided by then. */
export function latestJob({ jobs }: Ledger, unitId: string): Job | null {
  return jobs.reduce<Job | null>(
    (latest, job) => (job.unitId === unitId && job.rev > (latest?.rev ?? 0) ? job : latest),
    null,
  )
}

export interface Verdict {
  readonly status: number
  readonly code: OrderRefusal | 'changed' | 'gone' | null
  /** The allocation that was made or changed; the one that stands, where it was refused. */
  readonly allocation: Allocation | null
}

/** `POST /allocations`. `seenRev` is what the officer saw of the unit. Pure: the ledger after it, and the verdict. */
export function allocate(
  ledger: Ledger,
  order: Order,
  seenRev: number,
  about: Omit<OrderPicture, 'latest'>,
  at: EpochMs,
): readonly [Ledger, Verdict] {
  const last = latestJob(ledger, order.unitId)
  // Another tab's clock may be a moment ahead: what is held against somebody is also told.
  const latest = last && allocationAt(last, Math.max(at, last.decidedAt))
  if ((last?.rev ?? 0) !== seenRev)
    return [ledger, { status: 412, code: 'changed', allocation: latest }]
  const code = refusalOf(order, { ...about, latest }, at)
  if (code) return [ledger, { status: 409, code, allocation: latest }]
  const unit = about.unit
  const from = unit?.position ?? null
  const { position } = order.target
  const kmh = SPEED_KMH[unit?.kind ?? ''] ?? CAR_KMH
  const metres = from && position ? distanceM(from, position) * DETOUR : 0
  const { kind } = order.target
  const serial = ledger.serial + 1
  const job: Job = {
    ...order,
    decidedAt: at,
    id: `al-${serial}`,
    callSign: unit?.callSign ?? order.unitId,
    rev: seenRev + 1,
    from,
    travelMs: Math.round((metres / 1_000 / kmh) * HOUR_MS),
    stayMs: kind === 'beat' || kind === 'unknown' ? 0 : STAY_MS[kind],
    ended: null,
  }
  const jobs = ledger.jobs.map((one) =>
    one === last && one.id === order.replaces
      ? { ...one, ended: { at, state: 'withdrawn' as const } }
      : one,
  )
  return [
    { ...ledger, serial, jobs: [...jobs, job] },
    { status: 201, code: null, allocation: allocationAt(job, at) },
  ]
}

/** `PATCH /allocations/{id}`: the officer says that the job is over. */
export function endJob(
  ledger: Ledger,
  id: string,
  state: 'done' | 'withdrawn',
  seenRev: number,
  at: EpochMs,
): readonly [Ledger, Verdict] {
  const job = ledger.jobs.find((one) => one.id === id)
  if (!job) return [ledger, { status: 404, code: 'gone', allocation: null }]
  const latest = latestJob(ledger, job.unitId)
  if (latest?.rev !== seenRev || latest !== job)
    return [
      ledger,
      { status: 412, code: 'changed', allocation: latest && allocationAt(latest, at) },
    ]
  if (overAt(job).at <= at)
    return [ledger, { status: 409, code: 'already-over', allocation: allocationAt(job, at) }]
  const over: Job = { ...job, rev: job.rev + 1, ended: { at, state } }
  const jobs = ledger.jobs.map((one) => (one === job ? over : one))
  return [
    { ...ledger, jobs },
    { status: 200, code: null, allocation: allocationAt(over, at) },
  ]
}

/** What is older than half a day, or lies ahead of a clock that was set back, is forgotten. */
export function tidied(ledger: Ledger, at: EpochMs): Ledger {
  const isPast = (time: EpochMs) => time <= at + MINUTE_MS
  const isKept = (time: EpochMs) => time > at - KEPT_MS
  const jobs = ledger.jobs.filter((job) => isPast(job.decidedAt) && isKept(overAt(job).at))
  const answers = Object.fromEntries(
    Object.entries(ledger.answers).filter(([, { at: time }]) => isPast(time) && isKept(time)),
  )
  return { ...ledger, jobs, answers }
}
