import { expect, it } from 'vitest'
import { apart, widthOf } from './area-labels'

it('labels give way to one another, and those that have room stay', () => {
  const labels = [
    { code: 'a', text: 'Liupanshui', x: 100, y: 200 },
    { code: 'b', text: 'Anshun', x: 150, y: 204 },
    { code: 'c', text: '遵义', x: 400, y: 40 },
  ]
  const [a, b, c] = apart(labels, 14, 600)
  if (!a || !b) throw new Error('lost a label')
  expect(b.y - a.y).toBeGreaterThanOrEqual(14)
  expect([a.x, b.x]).toEqual([100, 150])
  expect(c).toMatchObject({ x: 400, y: 40 })
})

it('none leaves the drawing sideways', () => {
  const [only] = apart([{ code: 'a', text: 'Qiandongnan', x: 598, y: 10 }], 14, 600)
  expect(only?.x).toBeCloseTo(600 - (widthOf('Qiandongnan') * 14) / 2)
})
