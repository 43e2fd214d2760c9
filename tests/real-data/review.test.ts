import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Day, dateOf, dayAt, dayOf, startOf } from '../../src/domain/review/calendar'
import { changeOfCounts } from '../../src/domain/review/change'
import { dispersionOf } from '../../src/domain/review/dispersion'
import { decompose } from '../../src/domain/review/season'
import { silencesOf } from '../../src/domain/review/silence'
import { uChart } from '../../src/domain/review/u-chart'
import { hoursOf, weekMatrixOf } from '../../src/domain/review/week-matrix'
import { DAY_MS, HOUR_MS, hourOfDay } from '../../src/domain/time'

/** Records that may not all ship: without the folder these tests are skipped. */
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const linesOf = (path: string) =>
  gunzipSync(readFileSync(data + path))
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
/** Clock time as if it were the province's. */
const momentOf = (text: string) => Date.parse(`${text.slice(0, 16)}+08:00`)

describe.skipIf(!existsSync(`${data}incidents_como_911`))('calls of a town, 238 days', () => {
  const times = existsSync(`${data}incidents_como_911`)
    ? linesOf('incidents_como_911/como_911.csv.gz').map(([at = '']) => momentOf(at))
    : []
  const [first, last] = [dayOf(Math.min(...times)), dayOf(Math.max(...times))]
  const window = { from: startOf(first), to: startOf(last + 1) }
  const counted = (isKnown: (day: Day) => boolean) => {
    const counts = new Float64Array(last - first + 1)
    for (const at of times) counts[dayOf(at) - first]!++
    return Array.from(counts, (count, i) => ({
      count: isKnown(first + i) ? count : null,
      exposure: 1,
    }))
  }
  const silences = silencesOf(times, window) ?? []
  const isSilent = (day: Day) =>
    silences.some(({ from, to }) => from < startOf(day + 1) && to > startOf(day))

  it('were not recorded on 56 stretches, mostly evenings from half past six', () => {
    expect(silences.length).toBe(56)
    const evenings = silences.filter(({ from }) => hourOfDay(from) === 18)
    expect(evenings.length).toBeGreaterThan(25)
    expect(Math.max(...silences.map(({ from, to }) => to - from)) / HOUR_MS).toBeGreaterThan(48)
  })

  it('scatter four times as much as chance, and twelve times with the days that are half lost', () => {
    const whole = dispersionOf(counted(() => true))?.value as number
    const known = dispersionOf(counted((day) => !isSilent(day)))?.value as number
    expect(whole).toBeGreaterThan(10)
    expect(known).toBeGreaterThan(3)
    expect(known).toBeLessThan(5)
  })

  it('seem to change in three months of five by chance alone, in one if their scatter is known', () => {
    const days = counted((day) => !isSilent(day))
    const dispersion = dispersionOf(days)?.value as number
    const months = [1, 2, 3, 4, 5, 6].map((k) => {
      const known = days.slice(30 * k, 30 * k + 30).filter(({ count }) => count !== null)
      return {
        count: known.reduce((sum, { count }) => sum + (count ?? 0), 0),
        exposure: known.length,
      }
    })
    const signals = (spread: number) =>
      months
        .slice(1)
        .map((now, k) => changeOfCounts(now, months[k]!, { dispersion: spread }).verdict)
        .filter((verdict) => verdict !== 'usual').length
    expect([signals(1), signals(dispersion)]).toEqual([3, 1])
  })

  it('are charted only from a baseline that is a level', () => {
    const days = counted((day) => !isSilent(day)).slice(75)
    expect(uChart(days, { baseline: 60, isWidened: false })).toEqual({
      refused: 'unsteady-baseline',
    })
    const chart = uChart(days, { baseline: 60 })
    expect(chart).toMatchObject({ baselineSignals: 1 })
  })

  it('have their quiet hours in the matrix', () => {
    const { byHour, fewestSamples } = weekMatrixOf(hoursOf(times, window, silences))
    expect(fewestSamples).toBeGreaterThan(10)
    expect(byHour[15] as number).toBeGreaterThan(3 * (byHour[4] as number))
  })
})

describe.skipIf(!existsSync(`${data}crowd_leeds_footfall`))(
  'footfall of a street, 2012 and 2013',
  () => {
    const dailyOf = (camera: string) => {
      const from = dayAt(2012, 1, 1)
      const sums = new Float64Array(dayAt(2014, 1, 1) - from)
      const hours = new Float64Array(sums.length)
      for (const [hour = '', name, count] of linesOf(
        'crowd_leeds_footfall/footfall_hourly.csv.gz',
      )) {
        if (name !== camera) continue
        const i = dayOf(momentOf(hour)) - from
        if (!(i >= 0 && i < sums.length)) continue
        sums[i]! += Number(count)
        hours[i]!++
      }
      return Array.from(sums, (sum, i) => ((hours[i] as number) >= 23 ? sum : null))
    }
    it('has a strong week, and its outliers are the feasts', () => {
      const daily = dailyOf('CommercialStLush')
      const parts = decompose(daily.map((sum) => (sum === null ? null : Math.sqrt(sum))))
      if ('refused' in parts) throw new Error(parts.refused)
      expect(parts.seasonStrength).toBeGreaterThan(0.5)
      const outliers = parts.weight.flatMap((weight, i) => {
        const { month, date } = dateOf(dayAt(2012, 1, 1) + i)
        return weight !== null && weight < 0.01 ? [`${month}-${date}`] : []
      })
      // Christmas and New Year, Easter Sunday of 2012, the Jubilee's and the August holidays.
      expect(outliers).toEqual(expect.arrayContaining(['12-25', '1-1', '4-8', '8-27']))
      expect(outliers.length).toBeLessThan(50)
      const dispersion = dispersionOf(daily.map((count) => ({ count, exposure: DAY_MS })))
      expect(dispersion?.value).toBeGreaterThan(100)
    })
  },
)
