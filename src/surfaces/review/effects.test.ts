import { expect, it } from 'vitest'
import type { MeasureCard } from '../../domain/measure'
import { SIGNAL_Z } from '../../domain/review/verdict'
import type { Days } from './counts'
import { effectWords } from './effect-words'
import { effectsOf } from './effects'
import { MEASURE_BY_ID } from './measures'

const LENGTH = 120
const DAY = 80
const CARD = { versions: [] } as unknown as MeasureCard

const daysOf = (areaCode: string, count: (i: number) => number | null): Days => ({
  areaCode,
  first: 0,
  count: Array.from({ length: LENGTH }, (_, i) => count(i)),
  base: null,
  setAside: 0,
  missing: new Map(),
})
const effects = (all: readonly Days[], areas = ['520100', '520200']) =>
  effectsOf(MEASURE_BY_ID.incidents, CARD, all, { day: DAY, areas }, LENGTH)

// The large areas have gaps, on either side, of target and comparison.
const HOLED = [
  daysOf('520100', (i) => (i >= DAY && i < DAY + 15 ? null : i < DAY ? 50 : 40)),
  daysOf('520200', (i) => (i < DAY ? 10 : 9)),
  daysOf('520300', (i) => (i >= DAY - 20 && i < DAY ? null : 90)),
  daysOf('520400', (i) => (i < DAY ? 12 : 13)),
  daysOf('520500', () => 20),
  daysOf('520600', () => 20),
]

it('the headline follows from the table: changes of cases a day, one divided by the other', () => {
  const told = effects(HOLED)
  const of = (id: string) => told?.lines.find((line) => line.id === id)
  const rise = (id: string) => (of(id)?.rates?.after ?? 0) / (of(id)?.rates?.before ?? 1)
  expect(told?.effect.ratio).toBeCloseTo(rise('target') / rise('comparison'), 12)
  expect(of('target')?.change.zh).toBe(`−${((1 - rise('target')) * 100).toFixed(1)} %`)
})

it('days that are missing make no change, however large their area', () => {
  const told = effects([
    daysOf('520100', (i) => (i >= DAY && i < DAY + 15 ? null : 50)),
    daysOf('520200', () => 10),
    daysOf('520300', (i) => (i >= DAY - 20 && i < DAY ? null : 90)),
    daysOf('520400', () => 12),
  ])
  expect(told?.effect.ratio).toBeCloseTo(1, 12)
  expect(told?.lines.map(({ change }) => change.zh)).toEqual(['±0.0 %', '±0.0 %'])
})

it('an area without a count on a side is in no line', () => {
  const told = effects([...HOLED, daysOf('522300', (i) => (i < DAY ? 5 : null))])
  expect(told?.lines.find(({ id }) => id === 'comparison')?.areas).not.toContain('522300')
  expect(told?.leftOut).toEqual(['522300'])
})

it('the interval leaves out "no change" exactly where the words tell a difference, and they name the limit', () => {
  for (const after of [9, 8.5, 8, 7.6, 7.2, 7, 6, 5]) {
    const told = effects([
      daysOf('520100', (i) => (i < DAY ? 10 : Math.floor((i + 1) * after) - Math.floor(i * after))),
      ...['520300', '520400', '520500', '520600'].map((code) => daysOf(code, () => 10)),
    ])
    const { effect } = told as NonNullable<typeof told>
    const isTold = effect.verdict === 'less-than-comparison'
    expect((effect.high as number) < 1).toBe(isTold)
    const { zh } = effectWords(effect, null)
    expect(zh).toContain('99.7 % 区间')
    expect(zh).toContain(
      `|z| = ${Math.abs(effect.z as number).toFixed(2)}，${isTold ? '超过' : '未超过'} ${SIGNAL_Z}`,
    )
  }
})
