import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import type { Device } from '../fire-plan'
import { chance, mix } from '../random'
import type { Ground, Records, WireOf } from './feed'

type State = WireOf<'fire-readings'>['states'][number]

const REPORT_MS = MINUTE_MS
const SILENT_SHARE = 0.006
/** Lasting troubles are drawn anew for each device every twelve hours. */
const TROUBLE_MS = 12 * HOUR_MS
/** In calm times about one alarm in five hours somewhere in the province, each for 8 to 25 min. */
const ALARM_BUCKET_MS = 30 * MINUTE_MS
const CALM_ALARM = 0.1
/** In a storm, chance of an alarm and of a fault for each device and bucket. */
const STORM = { village: { alarm: 0.035, fault: 0.05 }, elsewhere: { alarm: 0.003, fault: 0.012 } }

/** The one device that alarms in a bucket of half an hour on a calm day, by its place in the plan; -1: none. */
export function calmAlarms(ground: Ground, plan: readonly Device[]): (bucket: number) => number {
  const key = mix(ground.key, 0xa1a2)
  const detectors = plan
    .map((device, index) => ({ kind: device.kind, index }))
    .filter(({ kind }) => kind === 'smoke' || kind === 'heat' || kind === 'call-point')
  return (bucket) => {
    const bucketKey = mix(key, bucket)
    if (chance(bucketKey, 0) >= CALM_ALARM * Math.min(4, ground.scale)) return -1
    return detectors[Math.floor(chance(bucketKey, 1) * detectors.length)]?.index ?? -1
  }
}

export function fireReadingSource(
  ground: Ground,
  plan: readonly Device[],
): Records<'fire-readings'> {
  const key = mix(ground.key, 0xa1a2)
  /** A storm is six hours old when its world starts, and goes on. */
  const isStorm = (at: EpochMs) =>
    ground.tweaks.fire === 'storm' && at > ground.startAt - 6 * HOUR_MS
  const calmAlarm = calmAlarms(ground, plan)

  const alarming = (bucket: number): number =>
    isStorm(bucket * ALARM_BUCKET_MS) ? -1 : calmAlarm(bucket)

  const statesOf = (
    device: Device,
    index: number,
    at: EpochMs,
  ): { states: State[]; code: number | null } => {
    const states: State[] = []
    const bucket = Math.floor(at / ALARM_BUCKET_MS)
    const into = at - bucket * ALARM_BUCKET_MS
    const lastsMs = (8 + 17 * chance(mix(key, bucket), 2)) * MINUTE_MS
    const detects =
      device.kind === 'smoke' || device.kind === 'heat' || device.kind === 'call-point'
    const u = chance(mix(device.key, bucket), 3)
    if (isStorm(at)) {
      const odds = device.buildingClass === 'wooden-village' ? STORM.village : STORM.elsewhere
      if (detects && u < odds.alarm) states.push('alarm')
      else if (u > 1 - odds.fault) states.push('fault')
    } else if (detects && into < lastsMs && index === alarming(bucket)) states.push('alarm')
    const trouble = chance(mix(device.key, Math.floor(at / TROUBLE_MS)), 4)
    if (trouble < 0.0025) states.push('fault')
    else if (trouble < 0.0058) states.push('disabled')
    else if (trouble < 0.008) states.push('supervisory')
    else if (trouble < 0.0098)
      return { states: [...states, 'unknown'], code: 128 + Math.floor(chance(device.key, 5) * 128) }
    if (device.limit !== null && device.usual !== null && device.usual < device.limit)
      if (!states.includes('supervisory') && chance(device.key, 6) < 0.2) states.push('supervisory')
    return { states: states.length > 0 ? [...new Set(states)] : ['normal'], code: null }
  }

  return (at) =>
    plan.map((device, index): WireOf<'fire-readings'> => {
      const observedAt = reportedAt(device, at)
      const { states, code } = statesOf(device, index, observedAt)
      return {
        id: device.id,
        states,
        code,
        value: measured(device, states, observedAt),
        unit: device.unit,
        observedAt: iso(observedAt),
      }
    })
}

/** When a device that alarms at one report first told of it: alarms come with the half hour. */
export function alarmingSince(observedAt: EpochMs): EpochMs {
  const begins = Math.floor(observedAt / ALARM_BUCKET_MS) * ALARM_BUCKET_MS
  return begins + ((observedAt - begins) % REPORT_MS)
}

/** Every minute in a phase of its own; a silent device last spoke some hours before the day began. */
function reportedAt(device: Device, at: EpochMs): EpochMs {
  const phase = Math.floor(chance(device.key, 7) * REPORT_MS)
  const day = Math.floor(at / DAY_MS)
  const until =
    chance(mix(device.key, day), 8) < SILENT_SHARE
      ? day * DAY_MS - Math.floor(chance(device.key, 9) * 20 * HOUR_MS)
      : at
  return Math.floor((until - phase) / REPORT_MS) * REPORT_MS + phase
}

function measured(device: Device, states: readonly State[], at: EpochMs): number | null {
  if (device.usual === null) return null
  if (states.includes('fault') && (device.kind === 'power' || device.kind === 'pump')) return 0
  const swing = device.unit === 'V' ? 0.012 : 0.02
  const wave = Math.sin(at / (37 * MINUTE_MS) + chance(device.key, 10) * 6.28)
  const digits = device.unit === 'MPa' ? 1_000 : 10
  return Math.round(device.usual * (1 + swing * wave) * digits) / digits
}
