import { expect, test } from 'vitest'
import { apartLabels } from './control-marks'

test('labels that would lie over one another move up, and those that have room stay', () => {
  const ys = (...at: number[]) =>
    apartLabels(
      at.map((y) => ({ y })),
      15,
    ).map(({ y }) => y)
  expect(ys(20, 60, 100)).toEqual([20, 60, 100])
  expect(ys(20, 95, 100)).toEqual([20, 85, 100])
  expect(ys(90, 95, 100)).toEqual([70, 85, 100])
  expect(ys()).toEqual([])
})
