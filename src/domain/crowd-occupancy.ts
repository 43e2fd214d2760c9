import type { CrowdCount, Gate, GateCount, OccupancySample, ScenicArea, Zone } from './crowd'
import { type CrowdAccount, creditedCount, NO_ACCOUNT } from './crowd-account'
import { CROWD_HEARTBEAT_MS, unseenWhileDown } from './crowd-counters'
import { EXIT_FLOW_PER_M_MIN, exitTime } from './crowd-exit'
import { recordQuality } from './freshness'
import type { Quality } from './quality'
import { DAY_MS, type EpochMs, MINUTE_MS } from './time'

/** Steps of instantaneous capacity at which the area is managed (LB/T 034-2014; 80 % announces and starts the plan). */
export const MANAGEMENT_STEPS = [0.8, 0.9, 1] as const
export const MANAGEMENT_LEVELS = ['below-80', 'over-80', 'over-90', 'over-100', 'unknown'] as const
export type ManagementLevel = (typeof MANAGEMENT_LEVELS)[number]

/** Persons per m² at which a zone grows dangerous (Fruin: contact at 3.57, dangerous forces at 5.55). */
export const DANGER_STEPS = [2, 3, 4, 5] as const
export const DANGER_LEVELS = ['under-2', 'over-2', 'over-3', 'over-4', 'over-5'] as const
export type DangerLevel = (typeof DANGER_LEVELS)[number]

export { CROWD_HEARTBEAT_MS, EXIT_FLOW_PER_M_MIN }

export interface ZoneState {
  readonly zone: Zone
  /** Null: its counter says nothing. */
  readonly persons: number | null
  readonly perM2: number | null
  readonly danger: DangerLevel | null
  /** Its persons alone through all open gates of the area at the planned flow. Null: no count, or no open gate. */
  readonly exitMinutes: number | null
}

export interface GateState {
  readonly gate: Gate
  /** Null: its counter is not in the answer. */
  readonly count: GateCount | null
}

export interface AreaState {
  readonly area: ScenicArea
  readonly observedAt: EpochMs | null
  /** How far the count can be trusted by its own age; `lost` also where there is none. */
  readonly quality: Quality
  /** Entries less exits since the nightly reset, never under 0. Null: a gate of the register is not in the count. */
  readonly occupancy: number | null
  /** What it may be while the counter of a gate is down; equal to `occupancy` on both sides where none is. */
  readonly low: number | null
  readonly high: number | null
  /** More exits than entries were counted: the counters have drifted. */
  readonly isDrifted: boolean
  /** Of instantaneous capacity. Null: no count, or no capacity. */
  readonly share: number | null
  readonly level: ManagementLevel
  /** Persons per minute, entries less exits of the gates that count. */
  readonly netPerMin: number | null
  /** At the present net inflow. Null: over it already, not rising, more than a day away, or unknown. */
  readonly minutesTo80: number | null
  /** All persons through all open gates at the planned flow. Null: no count, or no open gate. */
  readonly exitMinutes: number | null
  readonly zones: readonly ZoneState[]
  readonly gates: readonly GateState[]
  readonly worstDanger: DangerLevel | null
}

export function managementLevel(share: number | null): ManagementLevel {
  if (share === null) return 'unknown'
  if (share >= 1) return 'over-100'
  if (share >= 0.9) return 'over-90'
  return share >= 0.8 ? 'over-80' : 'below-80'
}

export function dangerLevel(perM2: number): DangerLevel {
  const steps = DANGER_STEPS.filter((step) => perM2 >= step).length
  return DANGER_LEVELS[steps] as DangerLevel
}

/**
 * How far a count can be trusted: its age against the heartbeat. A time ahead of the clock by more than a heartbeat
 * is no evidence of freshness.
 */
export function countQuality(observedAt: EpochMs, now: EpochMs): Quality {
  if (observedAt - now > CROWD_HEARTBEAT_MS) return 'stale'
  return recordQuality(observedAt, CROWD_HEARTBEAT_MS, now)
}

/** What is known of an area beside its present count. */
export interface Circumstances {
  /** What its counters did earlier today; without it every count is believed as it stands. */
  readonly account?: CrowdAccount
  readonly closedGateIds?: ReadonlySet<string>
}
const NONE_CLOSED: ReadonlySet<string> = new Set()

/** The two ladders of one area, apart: how full it is to be managed, and how tight its zones are. A lost count is none. */
export function areaState(
  area: ScenicArea,
  reported: CrowdCount | null,
  now: EpochMs,
  { account = NO_ACCOUNT, closedGateIds = NONE_CLOSED }: Circumstances = {},
): AreaState {
  const quality = reported ? countQuality(reported.observedAt, now) : 'lost'
  const count = quality === 'lost' || !reported ? null : creditedCount(account, reported)
  const counted = count?.gates ?? []
  const gates = area.gates.map((gate) => ({
    gate,
    count: counted.find(({ gateId }) => gateId === gate.id) ?? null,
  }))
  const leaving = (persons: number | null) => exitMinutes(persons, area.gates, closedGateIds)
  const zones = area.zones.map((zone) => zoneState(zone, count, leaving))
  const dangers = zones.flatMap(({ danger }) => danger ?? [])

  // Without the totals of one gate the difference says nothing: thousands may have come in by it and gone out by another.
  const isComplete = counted.length > 0 && gates.every((gate) => gate.count !== null)
  const net = counted.reduce((sum, { entries, exits }) => sum + entries - exits, 0)
  const occupancy = isComplete ? Math.max(0, net) : null
  const bounds = occupancy === null ? null : interval(occupancy, counted, area.gates, account, now)
  const share =
    occupancy !== null && area.instantCapacity > 0 ? occupancy / area.instantCapacity : null
  const working = counted.filter(({ downSince }) => downSince === null)
  const netPerMin =
    working.length > 0
      ? working.reduce((sum, gate) => sum + gate.inPerMin - gate.outPerMin, 0)
      : null
  return {
    area,
    observedAt: reported?.observedAt ?? null,
    quality,
    occupancy,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
    isDrifted: isComplete && net < 0,
    share,
    level: managementLevel(share),
    netPerMin,
    minutesTo80: minutesTo(0.8 * area.instantCapacity, occupancy, netPerMin),
    exitMinutes: leaving(occupancy),
    zones,
    gates,
    worstDanger: DANGER_LEVELS.findLast((level) => dangers.includes(level)) ?? null,
  }
}

function zoneState(
  zone: Zone,
  count: CrowdCount | null,
  leaving: (persons: number | null) => number | null,
): ZoneState {
  const persons = count?.zones.find(({ zoneId }) => zoneId === zone.id)?.persons ?? null
  const perM2 = persons !== null && zone.usableM2 > 0 ? persons / zone.usableM2 : null
  return {
    zone,
    persons,
    perM2,
    danger: perM2 === null ? null : dangerLevel(perM2),
    exitMinutes: leaving(persons),
  }
}

function exitMinutes(
  persons: number | null,
  gates: readonly Gate[],
  closed: ReadonlySet<string>,
): number | null {
  const exit = exitTime(persons, gates, closed)
  return 'minutes' in exit ? exit.minutes : null
}

/** What a forecast and the day's curve keep of an area. Null: it has never been counted. */
export function occupancySample({
  observedAt: at,
  occupancy,
  low,
  high,
}: AreaState): OccupancySample | null {
  return at === null ? null : { at, occupancy, low, high }
}

/** Beside the occupancy: what may have passed unseen today, in outages that last and in faults that are over. */
function interval(
  occupancy: number,
  counted: readonly GateCount[],
  gates: readonly Gate[],
  account: CrowdAccount,
  now: EpochMs,
) {
  let [low, high] = [occupancy, occupancy]
  for (const gate of counted) {
    const present = unseenWhileDown(gate, counted, gates, now)
    const past = account.get(gate.gateId)?.unseen
    low -= present.out + (past?.out ?? 0)
    high += present.in + (past?.in ?? 0)
  }
  return { low: Math.max(0, Math.round(low)), high: Math.round(high) }
}

/** Beyond a day the gates will have closed and the counters been reset. */
const FARTHEST_MIN = DAY_MS / MINUTE_MS

function minutesTo(
  target: number,
  occupancy: number | null,
  netPerMin: number | null,
): number | null {
  if (occupancy === null || netPerMin === null || netPerMin <= 0 || target <= 0) return null
  if (occupancy >= target) return null
  const minutes = (target - occupancy) / netPerMin
  return minutes <= FARTHEST_MIN ? minutes : null
}
