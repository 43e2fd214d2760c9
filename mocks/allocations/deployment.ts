import { distanceM, type LngLat } from '../../src/domain/geo'
import type { EpochMs } from '../../src/domain/time'
import { HOUR_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import type { WireOf } from '../feeds/feed'
import { rounded } from '../geography'
import { allocationAt, arrivesAt, type Job, type Ledger, latestJob, overAt } from './ledger'

/** Back to the beat: by the quick way. */
const RETURN_KMH = 40

/** Units as their orders move them: on the way, at the place, and back to what they would have done anyway. */
export function deployedUnits(
  units: readonly WireOf<'units'>[],
  ledger: Ledger,
): readonly WireOf<'units'>[] {
  if (ledger.jobs.length === 0) return units
  return units.map((unit) => {
    const job = latestJob(ledger, unit.id)
    return job ? deployed(unit, job) : unit
  })
}

const STATUS = { sent: 'assigned', 'en-route': 'en-route', 'on-scene': 'on-scene' } as const

/** As of the unit's own last report: what was decided after it is not in it yet. */
function deployed(unit: WireOf<'units'>, job: Job): WireOf<'units'> {
  const at = Date.parse(unit.observedAt)
  const state = allocationAt(job, at)?.state
  const to = job.target.position
  if (!state || !unit.position) return unit
  if (state === 'sent' || state === 'en-route' || state === 'on-scene') {
    if (job.target.kind === 'beat' || !to || !job.from) return { ...unit, status: STATUS[state] }
    const share = state === 'on-scene' ? 1 : progress(job, at)
    return {
      ...unit,
      status: STATUS[state],
      position: rounded(between(job.from, to, share)),
      headingDeg: state === 'en-route' ? bearing(job.from, to) : null,
      speedKmh: state === 'en-route' ? kmh(job) : 0,
    }
  }
  const over = overAt(job)
  if (!to || !job.from) return unit
  const left = between(job.from, to, over.at >= arrivesAt(job) ? 1 : progress(job, over.at))
  const home = unit.position as LngLat
  const returnMs = (distanceM(left, home) / 1_000 / RETURN_KMH) * HOUR_MS
  const share = returnMs > 0 ? (at - over.at) / returnMs : 1
  if (share >= 1) return unit
  return {
    ...unit,
    status: 'available',
    position: rounded(between(left, home, share)),
    headingDeg: bearing(left, home),
    speedKmh: RETURN_KMH,
  }
}

function progress(job: Job, at: EpochMs): number {
  const setOff = arrivesAt(job) - job.travelMs
  return job.travelMs > 0 ? Math.min(1, Math.max(0, (at - setOff) / job.travelMs)) : 1
}

function kmh({ from, target, travelMs }: Job): number {
  if (!from || !target.position || travelMs === 0) return 0
  return Math.round(distanceM(from, target.position) / 1_000 / (travelMs / HOUR_MS))
}

function between(a: LngLat, b: LngLat, share: number): LngLat {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

function bearing(a: LngLat, b: LngLat): number {
  const east = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180)
  const degrees = (Math.atan2(east, b[1] - a[1]) * 180) / Math.PI
  return Math.floor(degrees + 360) % 360
}

/** Incidents that somebody was sent to: dispatched then, arrived at when the unit is there, closed when it is done. */
export function attendedIncidents(
  incidents: readonly WireOf<'incidents'>[],
  { jobs }: Ledger,
  at: EpochMs,
): readonly WireOf<'incidents'>[] {
  const byIncident = new Map<string, Job[]>()
  for (const job of jobs)
    if (job.target.kind === 'incident' && job.decidedAt <= at)
      byIncident.set(job.target.id, [...(byIncident.get(job.target.id) ?? []), job])
  if (byIncident.size === 0) return incidents
  return incidents.map((incident) => {
    const own = byIncident.get(incident.id)
    return own ? attended(incident, own, at) : incident
  })
}

function attended(incident: WireOf<'incidents'>, jobs: readonly Job[], at: EpochMs) {
  const known = (times: readonly EpochMs[]) => times.filter((time) => time <= at)
  const arrivals = known(jobs.filter((job) => overAt(job).at > arrivesAt(job)).map(arrivesAt))
  const ends = known(jobs.map(overAt).flatMap((over) => (over.state === 'done' ? over.at : [])))
  const dispatchedAt = earliest(incident.dispatchedAt, known(jobs.map((job) => job.decidedAt)))
  const arrivedAt = earliest(incident.arrivedAt, arrivals)
  const closedAt = earliest(incident.closedAt, ends)
  const stage = closedAt
    ? 'closed'
    : arrivedAt
      ? 'arrived'
      : dispatchedAt
        ? 'dispatched'
        : 'received'
  const newest = Math.max(
    Date.parse(incident.observedAt),
    ...[dispatchedAt, arrivedAt, closedAt].flatMap((time) => (time ? Date.parse(time) : [])),
  )
  return { ...incident, dispatchedAt, arrivedAt, closedAt, stage, observedAt: iso(newest) }
}

function earliest(told: string | null | undefined, times: readonly EpochMs[]): string | null {
  const all = [...(told ? [Date.parse(told)] : []), ...times]
  return all.length > 0 ? iso(Math.min(...all)) : null
}

/** Visits that orders have made: a unit sent to a watch place stays there for its dose. */
export function orderedVisits({ jobs }: Ledger, at: EpochMs): readonly WireOf<'visits'>[] {
  return jobs.flatMap((job) => {
    const enteredAt = arrivesAt(job)
    const over = overAt(job).at
    if (job.target.kind !== 'watch-place' || enteredAt > at || over <= enteredAt) return []
    const isOver = over <= at
    return {
      id: `v-${job.id}`,
      placeId: job.target.id,
      unitId: job.unitId,
      enteredAt: iso(enteredAt),
      leftAt: isOver ? iso(over) : null,
      observedAt: iso(isOver ? over : enteredAt),
    }
  })
}
