import { describe, expect, it } from 'vitest'
import type { MeasureCard, MeasureVersion } from '../../domain/measure'
import { dayAt, startOf } from '../../domain/review/calendar'
import { unknownChange } from '../../domain/review/verdict'
import { controlOf } from './control'
import { type Days, daysIn, together, totalOf } from './counts'
import { figureOf } from './figure'
import { findingKey, findingOf } from './findings'
import { lineOf } from './line-path'
import { lunarText } from './lunar'
import { MEASURE_BY_ID } from './measures'
import { NO_CHANGE_WORDS, NO_CHART_WORDS, NO_SEASON_WORDS } from './refusal-words'
import { sentenceOf } from './sentence-words'
import {
  againstText,
  changeText,
  heldIn,
  notesOf,
  nowText,
  pastText,
  verdictWords,
  zText,
} from './told'

const FIRST = dayAt(2024, 3, 1)
const LENGTH = 740
const PERIOD = { from: dayAt(2026, 2, 10), to: dayAt(2026, 3, 10) }

function daysOf(count: (i: number) => number | null, areaCode = '520600', base?: number): Days {
  return {
    areaCode,
    first: FIRST,
    count: Array.from({ length: LENGTH }, (_, i) => count(i)),
    base: base === undefined ? null : Array.from({ length: LENGTH }, () => base),
    setAside: 0,
    missing: new Map(),
  }
}

const CARD: MeasureCard = {
  id: 'incidents',
  measure: 'incidents',
  levels: ['prefecture'],
  parts: [],
  from: startOf(FIRST),
  cutOff: startOf(PERIOD.to),
  lateMs: 7 * 86_400_000,
  source: 's',
  sourceEn: null,
  versions: [],
  revisions: [],
  marks: [],
  observedAt: startOf(PERIOD.to),
}
const broken = (areaCode: string | null, month: number): MeasureVersion => ({
  version: 2,
  from: startOf(dayAt(2025, month, 1)),
  areaCode,
  isComparable: false,
  note: 'n',
  noteEn: null,
})
const { incidents, dose } = MEASURE_BY_ID
const fires = MEASURE_BY_ID['village-fires']

describe('areas together', () => {
  it('are the sum of those that are known, and say which days lack one', () => {
    const gap = PERIOD.from - FIRST
    const sum = together('520000', [
      daysOf(() => 3, '520100', 10),
      daysOf((i) => (i === gap ? null : 4), '520200', 10),
    ])
    expect([sum.count[gap], sum.base?.[gap], sum.count[gap + 1], sum.base?.[gap + 1]]).toEqual([
      3, 10, 7, 20,
    ])
    expect(totalOf(sum, daysIn(PERIOD))).toMatchObject({ count: 28 * 7 - 4, gaps: 0, partly: 1 })
  })

  it('are a gap where none is known, never zero', () => {
    const sum = together('520000', [daysOf(() => null), daysOf(() => null)])
    expect(totalOf(sum, daysIn(PERIOD))).toMatchObject({ count: null, base: null, gaps: 28 })
  })
})

describe('a figure', () => {
  const of = (days: Days, card = CARD, measure = fires) =>
    figureOf(measure, card, days, PERIOD, 'year')

  it('calls 4 to 9 usual, though it is +125 %', () => {
    const past = FIRST + 330
    const days = daysOf((i) => {
      const day = FIRST + i
      if (day >= PERIOD.from) return day < PERIOD.from + 9 ? 1 : 0
      return day >= past && day < past + 4 ? 1 : 0
    })
    const figure = of(days)
    expect([figure.value, figure.pastValue]).toEqual([9, 4])
    expect(verdictWords(figure.change).zh).toBe('在正常波动范围内')
    expect(changeText(heldIn(figure), 'zh')).toBe('+125 %')
  })

  it('compares nothing across a change of definition, of its own area or of all', () => {
    for (const where of ['520600', null])
      expect(
        of(
          daysOf(() => 5),
          { ...CARD, versions: [broken(where, 8)] },
        ).change.why,
      ).toBe('definition-changed')
    expect(
      of(
        daysOf(() => 5),
        { ...CARD, versions: [broken('520100', 8)] },
      ).change.why,
    ).toBeNull()
  })

  it('has no share of nothing, and says so', () => {
    const figure = of(
      daysOf(() => 0, '520600', 0),
      CARD,
      dose,
    )
    expect([figure.value, figure.interval, figure.change?.verdict]).toEqual([null, null, 'unknown'])
    expect(notesOf(figure, 'zh').join()).toContain('分母为 0')
  })

  it('says of a day that it is one', () => {
    const one = { from: PERIOD.from, to: PERIOD.from + 1 }
    const figure = figureOf(
      fires,
      CARD,
      daysOf(() => 5),
      one,
      'year',
    )
    expect(notesOf(figure, 'en').join()).toContain('under 7 days')
  })
})

describe('the control chart', () => {
  it('has no point, no limit and no line where the source has nothing', () => {
    const gap = PERIOD.from + 5
    const { days } = controlOf(
      incidents,
      CARD,
      daysOf((i) => (FIRST + i === gap ? null : 20), '520600', 1e6),
      PERIOD,
    )
    const at = days.find(({ day }) => day === gap)
    expect([at?.value, at?.low, at?.high, at?.ewma, at?.signal]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    const path = lineOf(
      [1, null, 2, 3],
      (i) => i,
      (y) => y,
    )
    expect(path).toBe('M0.0 1.0h.01M2.0 2.0L3.0 3.0')
  })

  it('shows what stands out, in the days in which it does', () => {
    const { runs, signals } = controlOf(
      incidents,
      CARD,
      daysOf(
        (i) => (FIRST + i >= PERIOD.from + 14 && FIRST + i < PERIOD.from + 18 ? 60 : 20),
        '520600',
        1e6,
      ),
      PERIOD,
    )
    expect(signals).toBe(4)
    expect(runs).toMatchObject([
      { fromDay: PERIOD.from + 14, toDay: PERIOD.from + 18, signal: 'above' },
    ])
  })

  it('draws the limit that judges: what stands beyond it is a signal, and nothing else is', () => {
    let state = 5
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    let signals = 0
    const odd = PERIOD.from - FIRST + 9
    const few = (mean: number) =>
      Array.from({ length: 12 }, () => (next() < mean / 12 ? 1 : 0)).reduce<number>(
        (a, b) => a + b,
        0,
      )
    for (const [measure, mean, base] of [
      [fires, 0.15, undefined],
      [incidents, 3, 3.7],
      [incidents, 40, 25],
      [dose, 1, 12],
    ] as const)
      for (let at = 0; at < 3; at++) {
        const counts = Array.from({ length: LENGTH }, () => few(mean) * (mean > 12 ? 4 : 1))
        const { days } = controlOf(
          measure,
          CARD,
          daysOf((i) => (i === odd ? 12 * mean : (counts[i] ?? 0)), '520600', base),
          PERIOD,
        )
        for (const { value, low, high, signal } of days) {
          if (value === null || high === null || low === null) continue
          const side = value > high + 1e-9 ? 'above' : value < low - 1e-9 ? 'below' : null
          expect(signal).toBe(side)
          if (signal) signals++
        }
      }
    expect(signals).toBeGreaterThan(0)
  })

  it('judges a share that is mostly hits by its misses, and tells it as hits', () => {
    const { days, centre } = controlOf(
      dose,
      CARD,
      daysOf((i) => (FIRST + i === PERIOD.from + 3 ? 60 : 95), '520600', 100),
      PERIOD,
    )
    const odd = days.find(({ day }) => day === PERIOD.from + 3)
    expect(centre).toBeCloseTo(95, 0)
    expect([odd?.signal, odd?.value]).toEqual(['below', 60])
    expect(odd?.low ?? 0).toBeLessThan(odd?.high ?? 0)
  })
})

describe('sentences', () => {
  const naming = { area: '520000', areaName: (code: string) => code }
  const change = { ...unknownChange('no-count-now'), why: null, relative: 1.25, z: 2.01, p: 0.04 }
  const finding = {
    measureId: 'incidents',
    areaCode: '520000',
    isWhole: true,
    order: 0,
    now: 9,
    past: 4,
    by: 'festival' as const,
    pairedDays: null,
    brokenParts: 0,
  }

  it('never give a direction to what chance explains', () => {
    const usual = { ...finding, change: { ...change, verdict: 'usual' as const } }
    for (const kind of ['headline', 'looks-large'] as const) {
      const { says } = sentenceOf({ kind, finding: usual, from: null }, naming)
      expect(says.zh).toContain('在正常波动范围内')
      expect(says.zh).not.toMatch(/[多少升降高低]于?上年|多 |少 /)
      expect(says.en).not.toMatch(/\b(rose|fell|more|fewer|higher|lower)\b/)
    }
  })

  it('tell the direction, the amount and the counts of what it does not', () => {
    const up = { ...finding, change: { ...change, verdict: 'up' as const } }
    const { says, counts } = sentenceOf({ kind: 'headline', finding: up, from: null }, naming)
    expect(says.zh).toBe('接报警情比农历同期多 125 %，超出随机波动。')
    expect(counts.zh).toContain('9，上年 4')
    expect(says.en).toContain('125 % more')
  })
})

it('names days by the lunar calendar only where they are counted by it', () => {
  expect(lunarText(dayAt(2026, 2, 17), 'zh')).toBe('正月初一')
  expect(lunarText(dayAt(2026, 2, 10), 'zh')).toBe('腊月廿三')
  expect(lunarText(dayAt(2026, 3, 3), 'zh')).toBe('正月十五')
  expect(lunarText(dayAt(2026, 7, 1), 'zh')).toBe('')
})

describe('words for what is not there', () => {
  it('are others for each reason, in both languages', () => {
    for (const words of [NO_CHART_WORDS, NO_CHANGE_WORDS, NO_SEASON_WORDS]) {
      const all = Object.values(words)
      expect(new Set(all.map(({ zh }) => zh)).size).toBe(all.length)
      expect(new Set(all.map(({ en }) => en)).size).toBe(all.length)
    }
  })

  it('a baseline of two levels is told as such, and has no limits and no signals', () => {
    const from = PERIOD.from - FIRST
    const control = controlOf(
      fires,
      CARD,
      daysOf((i) => (i < from - 40 ? 5 : 400)),
      PERIOD,
    )
    expect(control.refused).toBe('unsteady-baseline')
    expect([control.centre, control.signals, control.runs.length]).toEqual([null, 0, 0])
  })

  it('how many comparisons were made stands in the signal, and the season in 环比', () => {
    const change = { ...unknownChange('no-count-now'), why: null, relative: 0.5, z: 4 }
    const finding = {
      measureId: 'incidents',
      areaCode: '520100',
      isWhole: false,
      order: 1,
      now: 900,
      past: 600,
      change: { ...change, verdict: 'up' as const },
      by: 'before' as const,
      pairedDays: null,
      brokenParts: 0,
    }
    const naming = { area: '520000', areaName: (code: string) => code }
    const { counts } = sentenceOf(
      { kind: 'signal', finding, lookedAt: 15, byChance: 0.0405 },
      naming,
    )
    expect(counts.zh).toContain('共比较 15 项，仅凭随机约有 0.04 项成信号')
    expect(counts.en).toContain('season may explain it')
    const year = sentenceOf(
      { kind: 'headline', finding: { ...finding, by: 'date' }, from: null },
      naming,
    )
    expect(year.counts.zh).not.toContain('季节')
  })
})

describe('all is usual', () => {
  const change = { ...unknownChange('no-count-now'), why: null, verdict: 'usual' as const, z: 0.4 }
  const of = (measureId: string, isWhole: boolean, order: number) => ({
    measureId,
    areaCode: isWhole ? '520000' : '520100',
    isWhole,
    order,
    now: 9,
    past: 8,
    change,
    by: 'date' as const,
    pairedDays: null,
    brokenParts: 0,
  })
  it('is told of what was looked at, and of nothing else', () => {
    const looked = [of('incidents', true, 0), of('village-fires', false, 1)]
    const naming = { area: '520000', areaName: (code: string) => code }
    const { says, counts } = sentenceOf({ kind: 'all-usual', looked }, naming)
    expect(says.en).toContain('The 2 figures looked at')
    expect(`${says.zh}${says.en}`).not.toMatch(/其余|verything/)
    expect(counts.en).toContain(`${incidents.title.en}); ${fires.title.en} of 1 areas`)
  })
  it('and a part is not told under the name of the whole', () => {
    const finding = of(findingKey('incidents', 'dispute'), true, -1)
    const naming = { area: '520000', areaName: (code: string) => code }
    const { says } = sentenceOf({ kind: 'headline', finding, from: null }, naming)
    expect(says.en).toContain(`${incidents.title.en} · ${incidents.parts.dispute?.en}`)
  })
})

describe('what stands beside its change', () => {
  it('is marked where the percentage is of rates and the counts say another', () => {
    const gaps = [PERIOD.from + 3, PERIOD.from + 9]
    const days = daysOf((i) => (gaps.includes(FIRST + i) ? null : 7), '520600', 1e6)
    const figure = figureOf(incidents, CARD, days, PERIOD, 'year')
    expect([figure.value, figure.pastValue]).toEqual([182, 196])
    expect(changeText(heldIn(figure), 'zh')).toBe('按率 ±0.0 %')
    const finding = findingOf(figure, 0, true)
    const naming = { area: '520600', areaName: (code: string) => code }
    const { counts } = sentenceOf({ kind: 'headline', finding, from: null }, naming)
    expect(counts.zh).toContain('百分比按率')
    const whole = figureOf(
      incidents,
      CARD,
      daysOf(() => 7, '520600', 1e6),
      PERIOD,
      'year',
    )
    expect(changeText(heldIn(whole), 'zh')).toBe('±0.0 %')
  })

  it('has as many digits as its difference needs', () => {
    const days = daysOf((i) => (FIRST + i < PERIOD.from ? 9976 : 9964), '520600', 10_000)
    const figure = figureOf(dose, CARD, days, PERIOD, 'year')
    expect([nowText(figure), pastText(figure), changeText(heldIn(figure), 'zh')]).toEqual([
      '99.64 %',
      '99.76 %',
      '−0.12 点',
    ])
  })

  it('of a sum in which an area counted otherwise then says so in the sentence itself', () => {
    const card = { ...CARD, versions: [broken('520500', 8)] }
    const days = daysOf(() => 7, '520000', 1e6)
    const finding = findingOf(figureOf(incidents, card, days, PERIOD, 'year'), 0, true)
    const naming = { area: '520000', areaName: (code: string) => code }
    for (const kind of ['headline', 'looks-large'] as const) {
      const { says } = sentenceOf({ kind, finding, from: null }, naming)
      expect(says.zh).toMatch(/1 个地区口径有变，不全可比。$/)
      expect(says.en).toContain('not wholly comparable')
    }
  })
})

describe('where only some days have a fellow', () => {
  // 13 January to 9 February of 2026 against a year whose festival came earlier: days differ by their kind.
  const period = { from: dayAt(2026, 1, 13), to: dayAt(2026, 2, 10) }
  const days = daysOf((i) => (FIRST + i >= dayAt(2026, 2, 1) ? 20 : 7))
  const figure = figureOf(incidents, CARD, days, period, 'year')
  const paired = figure.same?.daysNow.length ?? 0

  it('the change stands beside both sides of those days, and follows from them', () => {
    expect(paired).toBeGreaterThan(0)
    expect(paired).toBeLessThan(28)
    const [, n, now, past] =
      /^按 (\d+) 个对应日：(\d+) 对 (\d+)$/.exec(againstText(figure, 'zh')) ?? []
    expect(Number(n)).toBe(paired)
    expect(`+${(((Number(now) - Number(past)) / Number(past)) * 100).toFixed(0)} %`).toBe(
      changeText(heldIn(figure), 'zh'),
    )
    expect(againstText(figure, 'en')).toBe(`${n} paired days: ${now} against ${past}`)
  })

  it('a sentence tells those, and not the sum of all days', () => {
    const finding = findingOf(figure, 0, true)
    const { counts } = sentenceOf(
      { kind: 'headline', finding, from: null },
      { area: '520600', areaName: () => '铜仁' },
    )
    expect(counts.zh).toContain(againstText(figure, 'zh'))
    expect(counts.zh).not.toContain(nowText(figure))
  })
})

it('a z that rounds to nothing has no sign', () => {
  expect(zText({ ...unknownChange('no-period'), z: -0.04 })).toBe('0.0')
})

it('a share whose misses come in heaps is no signal for 0.14 points, and its interval is as wide', () => {
  const of = 2_000_000
  const start = dayAt(2025, 3, 1) - FIRST
  // Half a per cent of a day is lost at once, on every fifth day or so; a little more often of late.
  const lost = (i: number) => ((i * 7919) % 11 < (FIRST + i >= PERIOD.from ? 3 : 2) ? 10_000 : 100)
  const days = { ...daysOf((i) => (i < start - 60 ? null : of - lost(i)), '520600', of) }
  const figure = figureOf(MEASURE_BY_ID['feed-completeness'], CARD, days, PERIOD, 'before')
  expect(figure.dispersion).toBeGreaterThan(100)
  expect(Math.abs(figure.change.z ?? 9)).toBeLessThan(3)
  const { low, high } = figure.change.points ?? { low: 0, high: 0 }
  expect(high - low).toBeGreaterThan(0.0005)
  expect((figure.interval?.high ?? 0) - (figure.interval?.low ?? 0)).toBeGreaterThan(0.0003)
})
