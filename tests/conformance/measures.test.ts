import { tableFromIPC } from 'apache-arrow'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { TROUBLES } from '../../mocks/feeds/measures'
import { openWorld } from '../../mocks/node'
import { decodeAnswer } from '../../src/api/decode'
import { measureSeriesWire, toSeries } from '../../src/api/measure-series'
import {
  type AreaLevel,
  MEASURES,
  type MeasureCard,
  type MeasureId,
} from '../../src/domain/measure'
import { festivalWeekOf } from '../../src/domain/review/festival-week'
import { DAY_MS } from '../../src/domain/time'
import { controlOf } from '../../src/surfaces/review/control'
import { type Days, daysByArea, together } from '../../src/surfaces/review/counts'
import { MEASURE_BY_ID, TILES } from '../../src/surfaces/review/measures'
import { WORDS } from '../../src/surfaces/review/words'
import { TILE_SETS } from '../../src/view/review'
import { phrasesIn, unspoken } from './phrases'

const AT = Date.parse('2026-03-10T06:00:00+08:00')
const TODAY = Date.parse('2026-03-10T00:00:00+08:00')
const world = await openWorld({ scenario: 'calm', seed: 20261, scale: 1, startAt: AT })

function cardsAt(at: number): readonly MeasureCard[] {
  const bytes = new TextEncoder().encode(JSON.stringify(world.answer('measures', at, null)))
  const answer = decodeAnswer('measures', bytes, 'application/json')
  if (!answer.ok) throw new Error(answer.cause)
  return answer.items as readonly MeasureCard[]
}

function seriesOf(measure: MeasureId, level: AreaLevel, days = 28, part = '', at = AT) {
  const asked = {
    measure,
    part,
    level,
    step: 'day' as const,
    from: TODAY - days * DAY_MS,
    to: TODAY,
  }
  const answered = world.measures?.(asked, at)
  if (!answered) throw new Error(`no ${measure} ${part} by ${level}`)
  return toSeries(z.parse(measureSeriesWire, JSON.parse(JSON.stringify(answered))))
}

const sum = (values: readonly (number | null)[] | null | undefined) =>
  (values ?? []).reduce<number>((total, value) => total + (value ?? 0), 0)
const cards = cardsAt(AT)
// Two years of calls are counted once, and not on some test's time.
seriesOf('incidents', 'province')

describe('the registry of measures', () => {
  test('has an entry for every measure, under its own name, and each is on a tile or a chart', () => {
    for (const id of MEASURES) expect(MEASURE_BY_ID[id].id).toBe(id)
    const shown = new Set(TILE_SETS.flatMap((set) => TILES[set]))
    expect(MEASURES.filter((id) => !shown.has(id))).toEqual(['response-time'])
  })

  test('speaks both languages', () => {
    const spoken = [...phrasesIn(MEASURE_BY_ID), ...phrasesIn(WORDS)]
    expect(spoken.length).toBeGreaterThan(200)
    expect(spoken.flatMap(unspoken)).toEqual([])
  })

  test('tells of sensitive parts that it has', () => {
    for (const id of MEASURES) {
      const { parts, sensitive } = MEASURE_BY_ID[id]
      expect([...sensitive].filter((part) => !(part in parts))).toEqual([])
    }
  })

  test('names every part that the source counts', () => {
    for (const { measure, parts } of cards) {
      if (measure === 'unknown') throw new Error('a measure that nobody knows')
      const unnamed = parts.filter((part) => !(part in MEASURE_BY_ID[measure].parts))
      expect(unnamed, measure).toEqual(measure === 'response-time' ? ['more'] : [])
    }
  })
})

describe.each(MEASURES)('%s of the simulated world', (measure) => {
  const card = cards.find((one) => one.measure === measure) as MeasureCard

  test('is counted by day at every level that its card names', () => {
    for (const level of ['province', 'prefecture', 'county'] as const) {
      const part = measure === 'response-time' ? '6' : ''
      if (!card.levels.includes(level)) continue
      const series = seriesOf(measure, level, 28, part)
      expect(series.areas).toHaveLength({ province: 1, prefecture: 9, county: 88 }[level])
      for (const { count, base } of series.areas) {
        expect(count).toHaveLength(28)
        if (base) expect(base).toHaveLength(28)
      }
    }
  })

  test('has a denominator where its kind needs one, and a share never more hits than cases', () => {
    const level = card.levels.includes('prefecture') ? 'prefecture' : 'province'
    const { kind } = MEASURE_BY_ID[measure]
    const series = seriesOf(measure, level, 28, measure === 'response-time' ? '6' : '')
    for (const { count, base } of series.areas) {
      expect(base === null).toBe(kind === 'count')
      if (kind !== 'share') continue
      count.forEach((hits, i) => {
        if (hits !== null) expect(hits).toBeLessThanOrEqual(base?.[i] ?? 0)
      })
    }
  })
})

describe('figures that hold together', () => {
  test('counties add up to their prefectures, parts to the whole', () => {
    const counties = seriesOf('incidents', 'county')
    for (const { areaCode, count } of seriesOf('incidents', 'prefecture').areas) {
      // Whose source fails, or counts otherwise, is told of below.
      if (['520200', '520400', '520500'].includes(areaCode)) continue
      const inside = counties.areas.filter((one) => one.areaCode.startsWith(areaCode.slice(0, 4)))
      expect(sum(inside.map((one) => sum(one.count))), areaCode).toBe(sum(count))
    }
    const { parts } = cards.find(({ measure }) => measure === 'incidents') as MeasureCard
    const byPart = parts.map((part) =>
      sum(
        seriesOf('incidents', 'county', 28, part).areas.find((a) => a.areaCode === '520102')?.count,
      ),
    )
    const whole = counties.areas.find(({ areaCode }) => areaCode === '520102')?.count
    expect(sum(byPart)).toBe(sum(whole))
  })

  test('are those of the history that the map shows', () => {
    const from = TODAY - 30 * DAY_MS
    const rows = tableFromIPC(world.history(from, from + DAY_MS, AT)).toArray()
    const theft = rows.filter((row) => row.category === 'theft')
    const [day] = seriesOf('incidents', 'province', 30, 'theft').areas[0]?.count ?? []
    expect(day).toBe(theft.length)
    expect(theft.length).toBeGreaterThan(5)
  })

  test('hold the published year of 2016', () => {
    const of = (measure: string) => {
      const from = Date.parse('2016-01-01T00:00:00+08:00')
      const asked = {
        measure,
        part: '',
        level: 'province' as const,
        step: 'year' as const,
        from,
        to: AT,
      }
      return toSeries(z.parse(measureSeriesWire, world.measures?.(asked, AT))).areas[0]
    }
    expect(of('inspections')?.count).toEqual([119_000])
    expect([of('hazards')?.count, of('hazards')?.base]).toEqual([[137_000], [142_000]])
  })
})

describe('the festival alone', () => {
  const week = festivalWeekOf(2026)!
  const record = (TODAY - cards[0]!.from) / DAY_MS
  const areas = [...daysByArea(seriesOf('incidents', 'prefecture', record)).values()]
  const card = cards.find(({ measure }) => measure === 'incidents') as MeasureCard
  const of = (days: Days) =>
    controlOf(MEASURE_BY_ID.incidents, card, days, { from: week.from - 6, to: week.to + 14 })
  const all = [together('520000', areas), ...areas].map(
    (days) => [days.areaCode, of(days)] as const,
  )

  test('is no signal of calls in any area, though they fall by a third; ice a week later is', () => {
    const within = all.flatMap(([area, { days }]) =>
      days.flatMap(({ isFestival, signal }) => (isFestival && signal ? [area] : [])),
    )
    expect(within).toEqual([])
    const province = all[0]![1]
    expect(province.festivalWeeks).toBe(1)
    const festive = province.days.filter(({ isFestival }) => isFestival)
    expect(festive).toHaveLength(8)
    // Far below the plain limits, which are those of the day before.
    const plain = province.days.find(({ day }) => day === week.from - 1)
    expect(festive.filter(({ value }) => (value ?? 0) < (plain?.low ?? 0)).length).toBeGreaterThan(
      3,
    )
    const ice = all.find(([area]) => area === '520600')?.[1].runs
    expect(ice).toMatchObject([{ fromDay: week.to, signal: 'above' }])
  })

  test('is no slow change either; ice is', () => {
    const slow = all.flatMap(([area, { days }]) =>
      days.some(({ ewmaSignal, inPeriod }) => ewmaSignal && inPeriod) ? [area] : [],
    )
    expect(slow).toEqual(['520600'])
    // The line goes down with the days of the week, by what earlier ones were like.
    const { days, centre } = all[0]![1]
    const festive = days.filter(({ isFestival }) => isFestival)
    expect(festive.every(({ ewma }) => (ewma ?? 0) < 0.85 * (centre ?? 0))).toBe(true)
  })

  test('is drawn and not judged where the definition changed since, or nothing is on record', () => {
    const changed = all.find(([area]) => area === TROUBLES.definition.areaCode)?.[1]
    expect(changed?.festivalWeeks).toBe(0)
    const festive = changed?.days.filter(({ isFestival }) => isFestival) ?? []
    expect(festive.filter(({ value }) => value !== null).length).toBeGreaterThan(4)
    for (const { low, high, signal, ewma } of festive)
      expect([low, high, signal, ewma]).toEqual([null, null, null, null])
  })

  test('does not widen or lower what the weeks after it are judged by', () => {
    const spring = { from: week.to + 14, to: week.to + 15 }
    const province = all[0]![1]
    const after = controlOf(MEASURE_BY_ID.incidents, card, together('520000', areas), spring)
    expect(after.centre! / province.centre!).toBeGreaterThan(0.98)
    expect(after.spread! / province.spread!).toBeLessThan(1.25)
  })
})

describe('what goes wrong, seen', () => {
  const areaOf = (code: string, at = AT) =>
    seriesOf('incidents', 'prefecture', 28, '', at).areas.find(({ areaCode }) => areaCode === code)

  test('a source that was dark is a gap, not zero', () => {
    const { areaCode, fromDay, days } = TROUBLES.gap
    const count = areaOf(areaCode)?.count ?? []
    expect(count.slice(28 + fromDay, 28 + fromDay + days)).toEqual([null, null])
    expect(count.filter((n) => n === null)).toHaveLength(days)
  })

  test('a negative count is set aside, and counted', () => {
    const { areaCode, intoDay } = TROUBLES.negative
    const own = areaOf(areaCode)
    expect(own?.count[28 + intoDay]).toBeNull()
    expect(own?.setAside).toBe(1)
  })

  test('late records raise what was published, and the card says so', () => {
    const { areaCode, fromDay, days, revisedDay } = TROUBLES.revision
    const before = AT + (revisedDay - 1) * DAY_MS
    const span = (at: number) => {
      const series = areaOf(areaCode, at)?.count ?? []
      return sum(series.slice(28 + fromDay, 28 + fromDay + days))
    }
    expect(span(before)).toBeLessThan(span(AT))
    const revisions = (at: number) =>
      cardsAt(at).find(({ measure }) => measure === 'incidents')?.revisions.length
    expect([revisions(before), revisions(AT)]).toEqual([0, 1])
  })

  test('a changed definition is told with its day and its area', () => {
    const card = cards.find(({ measure }) => measure === 'incidents')
    const changed = card?.versions.find(({ isComparable }) => !isComparable)
    expect(changed?.areaCode).toBe(TROUBLES.definition.areaCode)
  })

  test('a day without a plan has no share', () => {
    const dose = seriesOf('dose', 'prefecture').areas.find(({ areaCode }) => areaCode === '522700')
    expect([dose?.count[21], dose?.base?.[21]]).toEqual([0, 0])
  })
})
