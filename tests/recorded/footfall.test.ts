import { describe, expect, it } from 'vitest'
import { compareWithMatches, type DayCurve, dayCurve, gapsOf } from '../../src/domain/crowd-day'
import { forecastTo80 } from '../../src/domain/crowd-forecast'
import { MANAGEMENT_HYSTERESIS, managementStep } from '../../src/domain/crowd-ladders'
import {
  MANAGEMENT_LEVELS,
  type ManagementLevel,
  managementLevel,
} from '../../src/domain/crowd-occupancy'
import { densityRise } from '../../src/domain/crowd-rise'
import { DAY_MS, HOUR_MS, WEEK_MS } from '../../src/domain/time'
import { recorded } from './folder'
import { type HourCount, missing, readFootfall, repeated } from './footfall'

const text = recorded('crowd_leeds_footfall/footfall_hourly.csv.gz')
const { byCounter, rows, unreadable } = readFootfall(text ?? 'local_hour,camera,count')

/** Stated for the trial: streets have no capacity. An hour's passers stand for persons present. */
const CAPACITY = 5_000
const sampleOf = ({ at, persons }: HourCount) => ({
  at,
  occupancy: persons,
  low: persons,
  high: persons,
})
const all = [...byCounter.values()]
const sum = (of: (hours: readonly HourCount[]) => number) =>
  all.reduce((total, hours) => total + of(hours), 0)

/** Every day of a counter, from its own hours. */
function daysOf(hours: readonly HourCount[]): ReadonlyMap<number, DayCurve> {
  const byDay = new Map<number, HourCount[]>()
  for (const one of hours) {
    const { from } = dayCurve([], one.at, one.at)
    const those = byDay.get(from)
    if (those) those.push(one)
    else byDay.set(from, [one])
  }
  const entries = [...byDay].map(
    ([from, those]) => [from, dayCurve(those.map(sampleOf), from, from + DAY_MS)] as const,
  )
  return new Map(entries)
}

describe.skipIf(!text)(
  '483,512 recorded counts of a street (skipped without ../shared/data)',
  () => {
    it('are all read; hours that are missing are told apart from hours in which nobody passed', () => {
      expect({
        rows,
        unreadable,
        counters: byCounter.size,
        repeated: sum((hours) => repeated(hours).length),
        missing: sum(missing),
        zero: sum((hours) => hours.filter(({ persons }) => persons === 0).length),
      }).toEqual({
        rows: 483_512,
        unreadable: 0,
        counters: 8,
        // Those of the whole record are in the year that was cut off.
        repeated: 0,
        missing: 2_512,
        zero: 2_674,
      })
    })

    it('the ladder never shows less than the count, and lets go once it is 2 % under the step', () => {
      const hoursAt: Record<string, number> = {}
      let wrong = 0
      let changes = { with: 0, without: 0, held: 0 }
      for (const hours of all) {
        let level: ManagementLevel = 'below-80'
        let bare: ManagementLevel = 'below-80'
        for (const { persons } of hours) {
          const share = persons / CAPACITY
          const next = managementStep(share, level)
          const plain = managementLevel(share)
          const rank = MANAGEMENT_LEVELS.indexOf(next)
          const isHeldWithin = managementLevel(share + MANAGEMENT_HYSTERESIS + 1e-9) === next
          if (rank < MANAGEMENT_LEVELS.indexOf(plain) || (next !== plain && !isHeldWithin))
            wrong += 1
          changes = {
            with: changes.with + Number(next !== level),
            without: changes.without + Number(plain !== bare),
            held: changes.held + Number(next !== plain),
          }
          hoursAt[next] = (hoursAt[next] ?? 0) + 1
          level = next
          bare = plain
        }
      }
      expect(wrong).toBe(0)
      expect(hoursAt).toEqual({
        'below-80': 466_057,
        'over-80': 5_156,
        'over-90': 3_464,
        'over-100': 8_835,
      })
      expect(changes).toEqual({ with: 16_676, without: 16_705, held: 870 })
    })

    it('hours leave 120 of the 144 slots of a day open, and a day without counts is no day of zeros', () => {
      const days = [...daysOf(byCounter.get('Briggate') ?? []).values()]
      const known = days.map((day) => day.slots.length - gapsOf(day))
      expect(new Set(days.map(gapsOf))).toEqual(new Set([120]))
      expect({ days: days.length, slots: known.reduce((a, b) => a + b, 0) }).toEqual({
        days: 2_543,
        slots: 61_032,
      })
    })

    it('a day is held against its like: the same weekday, and Christmas Day of the year before', () => {
      const days = daysOf(byCounter.get('Briggate') ?? [])
      const christmas = (year: number) => Date.parse(`${year}-12-25T00:00:00+08:00`)
      let compared = 0
      let without = 0
      for (const [from, day] of days) {
        const sameWeekday = days.get(from - WEEK_MS) ?? null
        const { sameWeekday: it } = compareWithMatches(day, { sameWeekday, sameFestivalDay: null })
        if (it) compared += Number(it.known === 24)
        else without += 1
      }
      // Seven of the first week, and thirteen whose like a week before nobody told.
      expect({ compared, without }).toEqual({ compared: 2_523, without: 20 })
      const day = days.get(christmas(2014)) as DayCurve
      const match = compareWithMatches(day, {
        sameWeekday: days.get(christmas(2014) - WEEK_MS) ?? null,
        sameFestivalDay: days.get(christmas(2013)) ?? null,
      })
      expect(match.sameFestivalDay?.ratio).toBeCloseTo(1, 1)
      expect(match.sameWeekday?.ratio).toBeLessThan(0.2)
    })

    it('an hour told twice, as the clock does in autumn, is one slot with a count that occurred', () => {
      const at = Date.parse('2014-10-26T01:00:00+08:00')
      const twice = [
        { at, persons: 300 },
        { at, persons: 200 },
      ]
      expect(repeated([...twice, { at: at + HOUR_MS, persons: 1 }])).toEqual([twice])
      const { slots } = dayCurve(twice.map(sampleOf), at, at + HOUR_MS)
      expect(slots.filter(({ occupancy }) => occupancy !== null)).toEqual([
        { at, occupancy: 200, low: 200, high: 200 },
      ])
    })

    it('hours are too coarse for a forecast and for a rate of rise: none is told, rather than a wrong one', () => {
      const hours = (byCounter.get('Briggate') ?? []).slice(-8_760)
      const why: Record<string, number> = {}
      let rises = 0
      for (const [i, { at }] of hours.entries()) {
        const recent = hours.slice(Math.max(0, i - 11), i + 1)
        const forecast = forecastTo80(recent.map(sampleOf), CAPACITY, at)
        const is = 'why' in forecast ? forecast.why : 'told'
        why[is] = (why[is] ?? 0) + 1
        const density = recent.map((one) => ({ at: one.at, perM2: one.persons / 1_000 }))
        if (densityRise(density, at, false) !== null) rises += 1
      }
      expect({ why, rises }).toEqual({ why: { over: 886, 'too-few': 7_874 }, rises: 0 })
    })
  },
)
