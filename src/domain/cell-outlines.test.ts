import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellRing, outlinesOf } from './cell-outlines'

/** Even-odd. */
function holds(ring: CellRing, x: number, y: number): boolean {
  let inside = false
  ring.slice(1).forEach(([bx, by], i) => {
    const [ax, ay] = ring[i] as readonly [number, number]
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  })
  return inside
}

const picture = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, rows]) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.constant(rows),
      values: fc.array(fc.constantFrom(-2, -1, -0.5, 0.5, 1, 3), {
        minLength: width * rows,
        maxLength: width * rows,
      }),
    }),
  )

const outlines = ({ width, rows, values }: { width: number; rows: number; values: number[] }) =>
  outlinesOf(
    [...values.keys()].filter((cell) => (values[cell] as number) > 0),
    (cell) => values[cell] as number,
    width,
    rows,
  )

test('every cell that is in stands in one part, and its middle inside that part’s line alone or in one around it', () => {
  fc.assert(
    fc.property(picture, (one) => {
      const parts = outlines(one)
      const cells = parts.flatMap((part) => part.cells)
      expect(cells.toSorted((a, b) => a - b)).toEqual(
        one.values.flatMap((value, cell) => (value > 0 ? [cell] : [])),
      )
      for (const { ring, cells } of parts) {
        expect(ring.at(-1)).toEqual(ring[0])
        for (const cell of cells)
          expect(holds(ring, (cell % one.width) + 0.5, Math.floor(cell / one.width) + 0.5)).toBe(
            true,
          )
      }
    }),
  )
})

test('a cell that is out lies inside a line only where that line’s part surrounds it', () => {
  fc.assert(
    fc.property(picture, (one) => {
      const { width, rows, values } = one
      for (const { ring, cells } of outlines(one)) {
        const part = new Set(cells)
        // From outside the grid over everything that is not this part: corners connect here, as they do not inside.
        const reached = new Set<string>(['-1,-1'])
        const queue: [number, number][] = [[-1, -1]]
        for (const [x, y] of queue)
          for (let dy = -1; dy <= 1; dy++)
            for (let dx = -1; dx <= 1; dx++) {
              const [nx, ny] = [x + dx, y + dy]
              const isOff = nx < -1 || ny < -1 || nx > width || ny > rows
              const isPart = nx >= 0 && nx < width && ny >= 0 && part.has(ny * width + nx)
              if (isOff || isPart || reached.has(`${nx},${ny}`)) continue
              reached.add(`${nx},${ny}`)
              queue.push([nx, ny])
            }
        values.forEach((_, cell) => {
          const [x, y] = [cell % width, Math.floor(cell / width)]
          if (part.has(cell)) return
          expect(holds(ring, x + 0.5, y + 0.5)).toBe(!reached.has(`${x},${y}`))
        })
      }
    }),
  )
})

test('the line runs where the height between two middles reaches 0', () => {
  const [only] = outlines({ width: 3, rows: 1, values: [-1, 3, -2] })
  expect(only?.ring).toEqual([
    [1.5, 0],
    [1.5 + 3 / 5, 0.5],
    [1.5, 1],
    [1.5 - 3 / 4, 0.5],
    [1.5, 0],
  ])
})
