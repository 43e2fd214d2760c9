import type { FireDevice, FireReading, FireState } from './fire'
import { breaksClause, CLAUSES, type Clause, type Judgement, judge } from './fire-clauses'
import { SUSPECT_AHEAD_MS } from './freshness'
import { type EpochMs, MINUTE_MS } from './time'

/** What a device is, worst first. 火警, 故障, 监管, 屏蔽 and unknown are never merged. */
export const DEVICE_CLASSES = [
  'alarm',
  'fault',
  'supervisory',
  'disabled',
  'unknown',
  'normal',
] as const
export type DeviceClass = (typeof DEVICE_CLASSES)[number]

export const DEVICE_HEARTBEAT_MS = 2 * MINUTE_MS
/** Three missed reports: a silent device is unknown, and unknown is not ready. */
export const DEVICE_SILENT_AFTER_MS = 3 * DEVICE_HEARTBEAT_MS

export interface DeviceNow {
  readonly device: FireDevice
  /** Null: none has come. */
  readonly reading: FireReading | null
  readonly class: DeviceClass
  readonly isSilent: boolean
  /** Its clock is ahead of ours: its age cannot be told. */
  readonly isClockSuspect: boolean
  /** Of what is read now: an old value is held against nothing. */
  readonly judgement: Judgement
  /** Normal, heard of, and within its clause. */
  readonly isReady: boolean
}

/** The worst of a set of states; an empty set says nothing. What this build does not know outranks only normal. */
export function worstState(states: readonly FireState[]): DeviceClass {
  return DEVICE_CLASSES.find((one) => states.includes(one)) ?? 'unknown'
}

/** Every device of the register with its latest reading, held against the clauses of the rule pack in use. */
export function devicesNow(
  devices: readonly FireDevice[],
  readings: readonly FireReading[],
  now: EpochMs,
  clauses: readonly Clause[] = CLAUSES,
): readonly DeviceNow[] {
  const latest = new Map<string, FireReading>()
  for (const reading of readings) {
    const other = latest.get(reading.id)
    if (!other || reading.observedAt >= other.observedAt) latest.set(reading.id, reading)
  }
  return devices.map((device) => deviceNow(device, latest.get(device.id) ?? null, now, clauses))
}

/** Until when the clock alone changes none of them, this moment inside: the next falls silent, or is believed again. */
export function unchangedUntil(all: readonly DeviceNow[]): EpochMs {
  return all.reduce((until, { reading, isSilent, isClockSuspect }) => {
    if (!reading || isSilent) return until
    const changesMs = isClockSuspect ? -SUSPECT_AHEAD_MS - 1 : DEVICE_SILENT_AFTER_MS
    return Math.min(until, reading.observedAt + changesMs)
  }, Infinity)
}

/** Number of readings of devices that the register does not know: they have no place and cannot be shown. */
export function countUnregistered(
  devices: readonly FireDevice[],
  readings: readonly FireReading[],
): number {
  const known = new Set(devices.map(({ id }) => id))
  return new Set(readings.flatMap(({ id }) => (known.has(id) ? [] : id))).size
}

function deviceNow(
  device: FireDevice,
  reading: FireReading | null,
  now: EpochMs,
  clauses: readonly Clause[],
): DeviceNow {
  const isClockSuspect = reading !== null && reading.observedAt - now > SUSPECT_AHEAD_MS
  const isSilent = reading === null || now - reading.observedAt > DEVICE_SILENT_AFTER_MS
  const stated = reading ? worstState(reading.states) : 'unknown'
  // A fire is a fire until somebody has looked, however old the word of it; all else that is old is unknown.
  const isCurrent = !isSilent && !isClockSuspect
  const judgement = judge(device, isCurrent ? reading : null, clauses)
  const deviceClass = isCurrent || stated === 'alarm' ? stated : 'unknown'
  return {
    device,
    reading,
    class: deviceClass,
    isSilent,
    isClockSuspect,
    judgement,
    isReady: deviceClass === 'normal' && !breaksClause(judgement) && judgement.is !== 'implausible',
  }
}

export interface Readiness {
  readonly all: number
  readonly ready: number
  /** Counts against readiness. */
  readonly unknown: number
  readonly classes: Readonly<Record<DeviceClass, number>>
  /** Pressures and volumes outside their clause, and readings that cannot be true, among those heard of. */
  readonly outside: number
  readonly implausible: number
}

/** Ready of all: whoever says nothing is in the denominator and not in the numerator. */
export function readinessOf(all: readonly DeviceNow[]): Readiness {
  const classes = { alarm: 0, fault: 0, supervisory: 0, disabled: 0, unknown: 0, normal: 0 }
  let [ready, outside, implausible] = [0, 0, 0]
  for (const one of all) {
    classes[one.class]++
    if (one.isReady) ready++
    if (breaksClause(one.judgement)) outside++
    if (one.judgement.is === 'implausible') implausible++
  }
  return { all: all.length, ready, unknown: classes.unknown, classes, outside, implausible }
}
