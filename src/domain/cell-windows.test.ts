import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCells, inBlocks, reachedCells, windowRows } from './cell-windows'
import { rasterOf } from './density-raster'

const grid = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.nat(14))
  .chain(([width, height, reach]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      reach: fc.constant(reach),
      values: fc
        .array(fc.nat(9), { minLength: width * height, maxLength: width * height })
        .map((values) => Int32Array.from(values)),
    }),
  )

function naiveSum(values: Int32Array, width: number, height: number, reach: number, cell: number) {
  const [cx, cy] = [cell % width, Math.floor(cell / width)]
  let sum = 0
  for (let y = cy - reach; y <= cy + reach; y++)
    for (let x = cx - reach; x <= cx + reach; x++)
      if (x >= 0 && y >= 0 && x < width && y < height) sum += values[y * width + x] as number
  return sum
}

test('sliding windows are the sums of their cells, however wide', () => {
  fc.assert(
    fc.property(grid, ({ values, width, height, reach }) => {
      const next = windowRows(values, width, height, reach)
      const sums = Array.from({ length: height }, () => [...next()]).flat()
      const naive = sums.map((_, cell) => naiveSum(values, width, height, reach, cell))
      expect(sums).toEqual(naive)
      expect([...reachedCells(values, width, height, reach)]).toEqual(
        naive.map((sum) => Number(sum > 0)),
      )
    }),
  )
})

test('blocks keep every count', () => {
  fc.assert(
    fc.property(grid, fc.integer({ min: 1, max: 5 }), ({ values, width, height }, k) => {
      const blocks = inBlocks(values, width, height, k)
      expect(blocks).toHaveLength(Math.ceil(width / k) * Math.ceil(height / k))
      expect(blocks.reduce((a, b) => a + b, 0)).toBe(values.reduce((a, b) => a + b, 0))
    }),
  )
  expect([...inBlocks([1, 2, 3, 4, 5, 6], 3, 2, 2)]).toEqual([1 + 2 + 4 + 5, 3 + 6])
})

test('a position counts in its own cell; none and those outside in no cell', () => {
  const raster = rasterOf([106, 26, 106.1, 26.1])
  const [lng, lat] = [
    [106.0001, 106.0001, Number.NaN, 107],
    [26.0999, 26.0999, Number.NaN, 26.05],
  ]
  const counts = countCells(Float64Array.from(lng), Float64Array.from(lat), raster)
  expect(counts[0]).toBe(2)
  expect(counts.reduce((a, b) => a + b, 0)).toBe(2)
})
