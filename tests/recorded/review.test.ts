import { describe, expect, it } from 'vitest'
import { dayAt, dayOf, startOf } from '../../src/domain/review/calendar'
import { silencesOf } from '../../src/domain/review/silence'
import type { Days } from '../../src/surfaces/review/counts'
import { lineOf } from '../../src/surfaces/review/line-path'
import { MEASURE_BY_ID } from '../../src/surfaces/review/measures'
import { releaseOf } from '../../src/surfaces/review/release'
import { isExact } from '../../src/surfaces/review/released-sum'
import { intervalText, valueText, zText } from '../../src/surfaces/review/told'
import { recorded } from './folder'
import { readFootfall } from './footfall'
import { readOffences } from './offences'
import { pageOf } from './review-page'

const calls = recorded('incidents_como_911/como_911.csv.gz')
const counters = recorded('crowd_leeds_footfall/footfall_hourly.csv.gz')
const offences = readOffences('incidents_uk_police/2018-12.csv.zst')

const daysOf = (
  areaCode: string,
  first: number,
  count: readonly (number | null)[],
  base: readonly (number | null)[] | null = null,
): Days => ({ areaCode, first, count, base, setAside: 0, missing: new Map() })

describe.skipIf(!calls)('calls of a town, 238 days', () => {
  const rows = (calls ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  /** Clock time as if it were the province's. */
  const momentOf = (text = '') => Date.parse(`${text.slice(0, 16)}+08:00`)
  const times = rows.map(([at]) => momentOf(at)).sort((a, b) => a - b)
  const [first, last] = [dayOf(times[0] ?? 0), dayOf(times.at(-1) ?? 0)]
  const silences = silencesOf(times, { from: startOf(first), to: startOf(last + 1) }) ?? []
  const of = (areaCode: string, isPolice: boolean) => {
    const count = Array.from({ length: last - first + 1 }, () => 0 as number | null)
    for (const [at, , , service = ''] of rows)
      if (service.startsWith('PD') === isPolice) {
        const i = dayOf(momentOf(at)) - first
        count[i] = (count[i] ?? 0) + 1
      }
    for (const { from, to } of silences)
      for (let day = dayOf(from); day <= dayOf(to - 1); day++) count[day - first] = null
    return daysOf(areaCode, first, count)
  }
  const areas = [of('police', true), of('other', false)]
  const pageTo = (to: number) =>
    pageOf(MEASURE_BY_ID['village-fires'], areas, { from: to - 28, to }, 'before')

  it('rise by 7.5 % in four weeks, which their own scatter explains, and seven days are missing', () => {
    const { figure, sentences, multiples } = pageTo(last)
    expect([figure.now.count, figure.past?.count, figure.now.gaps]).toEqual([5218, 4853, 7])
    // By chance alone z would be 3.6; four times as much scatter makes it 1.9.
    expect(figure.dispersion).toBeCloseTo(3.797, 3)
    expect(zText(figure.change)).toBe('1.9')
    expect(sentences[0]).toContain('在正常波动范围内')
    expect(sentences[0]).toContain('差别可能来自季节')
    expect(multiples.map((own) => own.figure.change.verdict)).toEqual(['usual', 'usual'])
  })

  it('have a run of two days in April that is told as such, and as no cause', () => {
    const { sentences } = pageTo(last - 56)
    expect(sentences[1]).toContain('连续 2 天高于控制上限')
    expect(sentences[1]).toContain('先后不等于因果')
  })

  it('are drawn with a hole for each of the days that were half lost', () => {
    const { control } = pageTo(last)
    const days = control.days.filter(({ inPeriod }) => inPeriod)
    const path = lineOf(
      days.map(({ value }) => value),
      (i) => i,
      (value) => value,
    )
    const stretches = days.filter(
      ({ value }, i) => value !== null && (days[i - 1]?.value ?? null) === null,
    )
    expect(path.match(/M/g)).toHaveLength(stretches.length)
    expect(stretches.length).toBeGreaterThan(3)
  })
})

describe.skipIf(!counters)('people in eight streets, 2011 to 2015', () => {
  const [from, to] = [dayAt(2011, 1, 1), dayAt(2015, 12, 1)]
  const areas = [...readFootfall(counters ?? '').byCounter].map(([counter, hours]) => {
    const sums = new Float64Array(to - from)
    const known = new Uint8Array(to - from)
    for (const { at, persons } of hours) {
      const i = dayOf(at) - from
      if (i < 0 || i >= sums.length) continue
      sums[i] = (sums[i] ?? 0) + persons
      known[i] = (known[i] ?? 0) + 1
    }
    const count = Array.from(sums, (sum, i) => ((known[i] ?? 0) >= 23 ? sum : null))
    return daysOf(
      counter,
      from,
      count,
      count.map((one) => (one === null ? null : 1)),
    )
  })
  const pageIn = (year: number, month: number) =>
    pageOf(
      MEASURE_BY_ID['crowd-hours'],
      areas,
      { from: dayAt(year, month, 1), to: dayAt(year, month + 1, 1) },
      'year',
    )

  it('are 11.2 % fewer in November of 2015: Briggate above all, and five of eight streets', () => {
    const { figure, sentences, seasonal } = pageIn(2015, 11)
    expect([figure.now.count, figure.past?.count]).toEqual([5_217_560, 5_873_626])
    expect(figure.dispersion).toBeCloseTo(1171.45, 2)
    expect(figure.change.z).toBeCloseTo(-5.758, 3)
    expect([valueText(figure), intervalText(figure)]).toEqual(['5,217,560', '5,065,442–5,373,085'])
    expect(sentences[0]).toContain('比上年同期少 11.2 %，超出随机波动')
    expect(sentences[0]).toContain('主要在Briggate −28 %')
    expect(seasonal.parts?.seasonStrength).toBeGreaterThan(0.6)
  })

  it('of February 2014 are held against nothing: no year before 2015 has its calendar here', () => {
    const { figure, sentences } = pageIn(2014, 2)
    expect(figure.change.why).toBe('no-period')
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toContain('没有可对照的时期')
  })
})

describe.skipIf(!offences)('offences of a month, by force and type', () => {
  const { byForce, types, rows } = offences ?? { byForce: new Map(), types: [], rows: 0 }
  const first = dayAt(2018, 12, 1)
  // Known by the month only: all of it on its first day, none of it by day.
  const month = (count: number) => [count, ...Array.from({ length: 30 }, () => 0)]
  const of = (area: string, part: string) =>
    daysOf(area, first, month((byForce.get(area) as Map<string, number>)?.get(part) ?? 0))
  const whole = (area: string) =>
    daysOf(area, first, month([...(byForce.get(area)?.values() ?? [])].reduce((a, b) => a + b, 0)))
  const forces = [...byForce.keys()]
  const release = releaseOf({
    region: 'all',
    areas: forces.map(whole),
    inner: [
      { part: '', areas: forces.map(whole) },
      ...types.map((part) => ({ part, areas: forces.map((force) => of(force, part)) })),
    ],
  })
  const days = Array.from({ length: 31 }, (_, i) => first + i)

  it('leave but for a few: what is small, and what would tell it beside the totals', () => {
    const cells = forces.flatMap((force) => types.map((part) => release.sum(force, part, days)))
    const exact = cells.filter((sum) => sum && isExact(sum)).length
    const all = release.sum('all', '', days)
    expect([all?.low, all?.high]).toEqual([rows, rows])
    expect(exact / cells.length).toBeGreaterThan(0.9)
    for (const part of types) {
      const told = release.sum('all', part, days)
      expect(told && isExact(told)).toBe(true)
      const parts = forces.map((force) => release.sum(force, part, days))
      const hidden = parts.filter((sum) => sum && !isExact(sum)).length
      // One hidden force beside the total would be no secret.
      expect(hidden, part).not.toBe(1)
    }
  })
})
