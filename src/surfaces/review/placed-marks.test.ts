import { expect, test } from 'vitest'
import { startOf } from '../../domain/review/calendar'
import { MARK_ROWS, placedMarks } from './placed-marks'

const plot = { from: 0, to: 56, width: 840, left: 44, right: 76, unit: 1 }
const at = (day: number, label = '寒潮') => ({
  mark: {
    id: `${day} ${label}`,
    from: startOf(day),
    to: null,
    areaCode: null,
    kind: 'other' as const,
    label,
    labelEn: null,
  },
  day,
  to: null,
})
const placed = (...days: number[]) =>
  placedMarks(
    days.map((day) => at(day)),
    plot,
    'zh',
    () => null,
  ).map(({ side, row }) => [side, row])

test('names stand right of their lines, left where another is or the plot ends, and then one row up', () => {
  expect(placed(5, 30)).toEqual([
    ['start', 0],
    ['start', 0],
  ])
  expect(placed(55)).toEqual([['start', 0]])
  expect(placed(30, 32)).toEqual([
    ['start', 0],
    ['start', 1],
  ])
  expect(placedMarks([at(55, '一'.repeat(12))], plot, 'zh', () => null)[0]).toMatchObject({
    side: 'end',
    row: 0,
  })
})

test('no two names lie over one another, and what has no room keeps its line', () => {
  const many = placedMarks(
    Array.from({ length: 40 }, (_, i) => at(10 + i, '这里发生了什么事')),
    plot,
    'zh',
    () => null,
  )
  expect(many).toHaveLength(40)
  const named = many.filter(({ row }) => row !== null)
  expect(named.length).toBeGreaterThan(MARK_ROWS)
  expect(named.length).toBeLessThan(40)
  const spans = named.map(({ x, side, row, text }) => {
    const long = [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 14 : 7.8), 0)
    const a = side === 'start' ? x + 5 : x - 5 - long
    return { row, a, b: a + long }
  })
  for (const one of spans)
    for (const other of spans)
      if (one !== other && one.row === other.row)
        expect(one.b < other.a || one.a > other.b).toBe(true)
})

test('a mark of another area than the chart’s says which', () => {
  const [own] = placedMarks([at(5)], plot, 'zh', () => null)
  const [other] = placedMarks([at(5)], plot, 'zh', () => '铜仁')
  expect(other?.text).toBe(`铜仁 ${own?.text}`)
})
