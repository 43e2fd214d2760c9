import { expect, it } from 'vitest'
import type { MeasureCard } from '../../domain/measure'
import { dayAt, startOf } from '../../domain/review/calendar'
import { controlOf } from './control'
import type { Days } from './counts'
import { actionOf } from './effect'
import { figureOf } from './figure'
import { MEASURE_BY_ID } from './measures'
import { figureSentence, wholenessSentence } from './more-sentences'
import { openingOf } from './opening-sentences'

const FIRST = dayAt(2025, 4, 1)
const PERIOD = { from: dayAt(2026, 5, 4), to: dayAt(2026, 6, 1) }
const PLAN = { id: 'p', to: null, kind: 'plan', label: 'x', labelEn: null } as const
const CARD: MeasureCard = {
  id: 'incidents',
  measure: 'incidents',
  levels: ['prefecture', 'county'],
  parts: [],
  from: startOf(FIRST),
  cutOff: startOf(PERIOD.to),
  lateMs: 0,
  source: 's',
  sourceEn: null,
  versions: [],
  revisions: [],
  marks: [
    { ...PLAN, from: startOf(dayAt(2026, 3, 1)), areaCode: '520602' },
    { ...PLAN, from: startOf(dayAt(2026, 4, 1)), areaCode: '520100' },
  ],
  observedAt: startOf(PERIOD.to),
}
const { incidents, 'crowd-hours': crowds } = MEASURE_BY_ID
const daysOf = (areaCode: string, then: number | null, now: number | null): Days => ({
  areaCode,
  first: FIRST,
  count: Array.from({ length: PERIOD.to - FIRST }, (_, i) =>
    FIRST + i < PERIOD.from ? then : now,
  ),
  base: null,
  setAside: 0,
  missing: new Map(),
})
const figure = (areaCode: string, then: number | null, now: number | null) =>
  figureOf(incidents, CARD, daysOf(areaCode, then, now), PERIOD, 'year')
const inner = (areaCode: string) => ({
  code: areaCode,
  figure: figure(areaCode, 40, 20),
  control: null,
})
const opening = (area: string, within: readonly string[]) =>
  openingOf({
    tiles: [{ id: 'incidents', figure: { is: 'here', value: figure(area, 40, 20) } }],
    figure: figure(area, 40, 20),
    control: controlOf(incidents, CARD, daysOf(area, 40, 20), PERIOD),
    inner: within.map(inner),
    measureId: 'incidents',
    part: '',
    lastDay: PERIOD.to,
    area,
    nameOf: (code) => `<${code}>`,
  })
const all = (sentences: ReturnType<typeof opening>) =>
  sentences.flatMap(({ says, counts }) => [says.zh, counts.zh]).join('')

it('speaks of the area and of what lies within it, with three sentences', () => {
  const county = opening('520602', [])
  expect(county).toHaveLength(3)
  expect(all(county)).not.toContain('主要在')
  expect(new Set(all(county).match(/<\d+>/g))).toEqual(new Set(['<520602>']))
  expect(all(opening('520600', ['520602', '520603']))).toContain('主要在<520602>')
})

it('takes the newest plan within the area for what was done, and no other', () => {
  const at = (area: string) =>
    actionOf({ card: CARD, cutOff: PERIOD.to, area, region: '520000' }, { action: null })?.areas
  expect(['520000', '520600', '520602', '520300'].map(at)).toEqual([
    ['520100'],
    ['520602'],
    ['520602'],
    undefined,
  ])
})

it('counts no measure as whole that was not looked at, and names it', () => {
  const told = wholenessSentence([figure('520600', 5, 5)], [{ measure: crowds, is: 'absent' }])
  expect(told.says.zh).toBe('所看各项数据齐全。')
  expect(told.counts.zh).toBe(`1 项均无缺数、无搁置；此区域不提供：${crowds.title.zh}。`)
  expect(told.counts.en).toContain('1 measure, no gaps')
})

it('says which period lacks days', () => {
  const then = wholenessSentence([figure('520600', null, 5)], [])
  expect(then.says.zh).toBe('本期无缺数；对照期 1 项缺数。')
  expect(then.says.en).toContain('1 measure lacks days of the period compared with')
  const now = wholenessSentence([figure('520600', 5, null)], [])
  expect(now.says.zh).toBe('本期 1 项缺数，计数为下限。')
  expect(now.says.en).toBe('1 measure lacks days of this period: at least so many.')
})

it('without a year to compare with tells the figure as it is', () => {
  expect(figureSentence(figure('520600', null, 5), '')?.says.zh).toBe('接报警情本期 140 起。')
})
