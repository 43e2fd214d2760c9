import { expect, it } from 'vitest'
import type { MeasureSeries } from '../../domain/measure'
import { dayAt, startOf } from '../../domain/review/calendar'
import { knownHours, whenOf } from './when'

const FIRST = dayAt(2026, 2, 26)
const seriesOf = (step: 'day' | 'hour', count: readonly (number | null)[]): MeasureSeries =>
  ({
    measure: 'incidents',
    part: '',
    level: 'prefecture',
    step,
    from: startOf(FIRST),
    length: count.length,
    areas: [{ areaCode: '520200', count, base: null, setAside: 0 }],
  }) as unknown as MeasureSeries

it('hours of a day without a count are not known, and never measured calm', () => {
  const hours = seriesOf(
    'hour',
    Array.from({ length: 48 }, (_, i) => (i % 5 === 0 ? 1 : 0)),
  )
  const { matrix } = whenOf(knownHours(hours, seriesOf('day', [null, 10])), '520200', '520000')
  const thursday = matrix.cells.filter(({ weekday }) => weekday === 3)
  expect(thursday.map(({ mean }) => mean)).toEqual(Array.from({ length: 24 }, () => null))
  expect(matrix.cells.filter(({ samples }) => samples > 0)).toHaveLength(24)
  expect(matrix.unknown).toBe(24)
})
