import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import { dayNumber, dayStart, hourFraction, isHoliday, iso, weekday } from '../calendar'
import { chance, mix } from '../random'
import type { Ground, Records, WireOf } from './feed'

type Area = WireOf<'scenic-areas'>

const STEP_MS = 10 * SECOND_MS

/** Share of the instant capacity reached at the day's peak. */
const NEAR_LIMIT = 0.83
/** Areas (by index) that come near 80 % on an ordinary day: Huangguoshu and Xijiang. */
const BUSY = [0, 1]
/** Peaks of the festival scenario for the first areas; the rest lie between 40 and 75 %. */
const FESTIVAL_PEAKS = [1.06, 1.02, 0.93, 0.95, 0.87, 0.84, 0.72, 0.9]
/** The area whose first gate has lost its counter. */
const GATE_DOWN_AREA = 4
/** The counter fails every day at 06:40 and is reset on the next morning, just before it fails again. */
const GATE_FAILS_MS = 6 * HOUR_MS + 40 * MINUTE_MS
/** Persons per m² on the first area's terrace at the festival's peak; about 15:00 a show draws so many more. */
const DANGER_DENSITY = 4.4
const SHOW = { hour: 15, halfWidth: 0.35, more: 1.2 } as const

/** Longer ago than this is another year's festival. */
const DAYS_OF_A_SEASON = 180

/** Share of the day's visitors that has come (or gone) by an hour: a smooth step. */
function step(hour: number, middle: number, width: number): number {
  const edge = 1 / (1 + Math.exp(middle / width))
  return Math.max(0, (1 / (1 + Math.exp(-(hour - middle) / width)) - edge) / (1 - edge))
}

interface Tide {
  readonly come: number
  readonly comeWidth: number
  readonly go: number
  readonly goWidth: number
}

const DAY_TIDE: Tide = { come: 10.4, comeWidth: 0.9, go: 15.8, goWidth: 0.9 }
const LATE_TIDE: Tide = { come: 12.5, comeWidth: 1.8, go: 20.6, goWidth: 0.8 }
const FESTIVAL_TIDE: Tide = { come: 9.4, comeWidth: 0.7, go: 20.4, goWidth: 0.8 }

/** Height of a tide's flood, so that a peak can be asked for. */
function flood(tide: Tide): number {
  let best = 0
  for (let hour = 0; hour < 24; hour += 0.1)
    best = Math.max(best, step(hour, tide.come, tide.comeWidth) - step(hour, tide.go, tide.goWidth))
  return best
}

export function crowdSource(ground: Ground, areas: readonly Area[]): Records<'crowd'> {
  const key = mix(ground.key, 0xc0fd)
  const festival = ground.tweaks.crowds === 'festival'
  const counters = areas.map((area, index) => {
    const tide = area.openToHour > 20 ? LATE_TIDE : DAY_TIDE
    return { area, index, tide, height: flood(tide), key: mix(key, index) }
  })
  const festivalHeight = flood(FESTIVAL_TIDE)
  const today = dayNumber(ground.startAt)
  /** The days before it were ordinary ones, unless the calendar says otherwise. */
  const festive = new Map<number, boolean>()
  const isFestive = (day: number) => {
    if (!festival) return false
    if (!festive.has(day)) festive.set(day, day >= today - 2 || isHoliday(day))
    return festive.get(day) === true
  }

  const peakShare = (index: number, areaKey: number, day: number): number => {
    const luck = chance(mix(areaKey, day), 0)
    if (isFestive(day)) {
      const peak = (FESTIVAL_PEAKS[index] ?? 0.4 + 0.35 * chance(areaKey, 1)) + 0.02 * luck
      // Fewer came a year ago.
      return day < today - DAYS_OF_A_SEASON ? peak * (0.82 + 0.12 * luck) : peak
    }
    if (BUSY.includes(index)) return NEAR_LIMIT - 0.03 * luck
    const base = 0.16 + 0.3 * chance(areaKey, 1)
    const calendar = isHoliday(day) ? 1.9 : weekday(day) >= 5 ? 1.35 : 1
    return Math.min(1.05, base * calendar * (0.9 + 0.2 * luck))
  }

  /** Persons who have come in and gone out since midnight. */
  const flows = (
    { area, index, tide: usual, height: usualHeight, key: areaKey }: (typeof counters)[number],
    at: EpochMs,
  ) => {
    const day = dayNumber(at)
    const tide = isFestive(day) ? FESTIVAL_TIDE : usual
    const height = tide === FESTIVAL_TIDE ? festivalHeight : usualHeight
    const visitors = (peakShare(index, areaKey, day) * area.instantCapacity) / height
    const hour = hourFraction(at)
    // Coaches and showers: the clock of the tide runs a little ahead and behind.
    const warped =
      hour + 0.06 * Math.sin(hour * 5.3 + index) + 0.03 * Math.sin(hour * 17 + index * 2)
    const entered = visitors * step(warped, tide.come, tide.comeWidth)
    const left = visitors * step(warped, tide.go, tide.goWidth)
    return { entered, left }
  }

  const record = (counter: (typeof counters)[number], at: EpochMs): WireOf<'crowd'> => {
    const { area, index, key: areaKey } = counter
    const day = dayNumber(at)
    const now = flows(counter, at)
    const before = flows(counter, Math.max(dayStart(day), at - 5 * MINUTE_MS))
    const shares = gateShares(area, areaKey)
    const failedAt =
      index === GATE_DOWN_AREA
        ? Math.floor((at - dayStart(day) - GATE_FAILS_MS) / DAY_MS) * DAY_MS +
          dayStart(day) +
          GATE_FAILS_MS
        : null
    const gates = area.gates.map((gate, g) => {
      const share = shares[g] ?? 0
      const down = g === 0 && failedAt !== null
      const seen = down
        ? failedAt < dayStart(day)
          ? { entered: 0, left: 0 }
          : flows(counter, failedAt)
        : now
      const entries = Math.floor(seen.entered * share)
      return {
        gateId: gate.id,
        entries,
        // Gates miss some of those who leave: the drift that shows at closing time.
        exits: Math.min(entries, Math.floor(seen.left * share * (1 - 0.002 * (1 + (g % 3))))),
        inPerMin: down ? 0 : perMinute(now.entered - before.entered, share),
        outPerMin: down ? 0 : perMinute(now.left - before.left, share),
        downSince: down ? iso(failedAt) : null,
      }
    })
    const inside = Math.max(0, now.entered - now.left)
    return {
      id: area.id,
      gates,
      zones: zonePersons(area, areaKey, index, inside, at),
      observedAt: iso(at),
    }
  }

  const zonePersons = (
    area: Area,
    areaKey: number,
    index: number,
    inside: number,
    at: EpochMs,
  ): WireOf<'crowd'>['zones'] => {
    const weights = area.zones.map((zone, i) => {
      const room = zone.usableM2 / zone.m2PerPerson
      const wave = Math.sin(at / (9 * MINUTE_MS) + i * 2 + chance(areaKey, 20 + i) * 6)
      return room * (0.75 + 0.15 * wave + 0.3 * chance(areaKey, 30 + i))
    })
    const sum = weights.reduce((a, b) => a + b, 0)
    const crowded = festival && index === 0 ? area.zones[0] : undefined
    const fullness = Math.min(1, inside / Math.max(1, area.instantCapacity))
    const packed = crowded
      ? Math.min(inside * 0.6, crowded.usableM2 * terraceDensity(at) * fullness)
      : 0
    const rest = Math.max(0, inside - packed)
    const restSum = crowded ? sum - (weights[0] ?? 0) : sum
    return area.zones.map((zone, i) => ({
      zoneId: zone.id,
      persons:
        crowded && i === 0
          ? Math.floor(packed)
          : Math.floor((rest * (weights[i] ?? 0) * 0.92) / restSum),
    }))
  }

  return (at) => {
    const stepped = Math.floor(at / STEP_MS) * STEP_MS
    return counters.map((counter) => record(counter, stepped))
  }
}

function terraceDensity(at: EpochMs): number {
  const away = (hourFraction(at) - SHOW.hour) / SHOW.halfWidth
  return DANGER_DENSITY + SHOW.more * Math.exp(-away * away)
}

function gateShares(area: Area, areaKey: number): number[] {
  const weights = area.gates.map((gate, i) => gate.widthM * (0.6 + 0.8 * chance(areaKey, 40 + i)))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

/** Over the last five minutes, to a tenth. */
function perMinute(persons: number, share: number): number {
  return Math.max(0, Math.round(((persons * share) / 5) * 10) / 10)
}
