import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREAK, decimate, type Frame } from './decimate'

const lineOf = (y: readonly number[]) => ({
  x: Float64Array.from(y, (_, i) => i),
  y: Float64Array.from(y),
})
const kept = (y: readonly number[], widthPx: number, from = 0, to = y.length) =>
  Array.from(decimate(lineOf(y).x, lineOf(y).y, { from, to, widthPx }))

/** The least and greatest that the line through these points reaches within each column of pixels, by brute force. */
function reachOf(x: Float64Array, y: Float64Array, points: readonly number[], frame: Frame) {
  const px = (frame.to - frame.from) / frame.widthPx
  return Array.from({ length: frame.widthPx }, (_, column) => {
    const [from, to] = [frame.from + column * px, frame.from + (column + 1) * px]
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const see = (value: number) => {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    points.forEach((i, k) => {
      if (i === BREAK) return
      if (x[i]! >= from && x[i]! < to) see(y[i]!)
      const j = points[k + 1]
      if (j === undefined || j === BREAK) return
      for (const edge of [from, to])
        if (edge >= x[i]! && edge <= x[j]! && x[j]! > x[i]!)
          see(y[i]! + ((edge - x[i]!) / (x[j]! - x[i]!)) * (y[j]! - y[i]!))
    })
    return [low, high] as const
  })
}

describe('decimation', () => {
  it('keeps the first, least, greatest and last of each column', () => {
    expect(kept([5, 1, 3, 9, 4, 2, 2, 2, 7, 7], 2)).toEqual([0, 1, 3, 4, 5, 8, 9])
    expect(kept([1, 2, 3, 4], 1)).toEqual([0, 3])
    expect(kept([3, 3, 3, 3], 1)).toEqual([0, 3])
    expect(kept([4], 1)).toEqual([0])
  })

  it('keeps all where there are no more points than pixels', () => {
    expect(kept([5, 1, 3, 9], 4)).toEqual([0, 1, 2, 3])
  })

  it('breaks at a gap, even one narrower than a pixel, and never at the ends', () => {
    const gap = Number.NaN
    expect(kept([gap, 1, 2, gap, gap, 3, gap], 7)).toEqual([1, 2, BREAK, 5])
    expect(kept([1, 2, gap, 3, 4], 1)).toEqual([0, 1, BREAK, 3, 4])
    expect(kept([gap, gap], 2)).toEqual([])
    expect(kept([1, Number.POSITIVE_INFINITY, 2], 3)).toEqual([0, BREAK, 2])
  })

  it('keeps the neighbour on either side of the frame, whose line enters it', () => {
    expect(kept([0, 1, 2, 3, 4, 5, 6, 7], 2, 3, 4.5)).toEqual([2, 3, 4, 5])
    expect(kept([0, 1, 2, 3], 2, 10, 12)).toEqual([3])
  })

  it.each([
    { from: 0, to: 0, widthPx: 10 },
    { from: 5, to: 1, widthPx: 10 },
    { from: 0, to: 5, widthPx: 0 },
    { from: Number.NaN, to: 5, widthPx: 3 },
  ])('draws nothing in $from to $to, $widthPx px', (frame) => {
    expect(decimate(Float64Array.of(1, 2), Float64Array.of(1, 2), frame)).toHaveLength(0)
  })

  const wavy = fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.double({ min: -50, max: 50, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    ),
    { minLength: 1, maxLength: 300 },
  )
  it('every column of pixels has the reach that all points would give it', () => {
    fc.assert(
      fc.property(wavy, fc.integer({ min: 1, max: 40 }), (values, widthPx) => {
        const { x, y } = lineOf(values)
        const frame = { from: 0, to: values.length, widthPx }
        const all = values.map((value, i) => (Number.isFinite(value) ? i : BREAK))
        const few = reachOf(x, y, Array.from(decimate(x, y, frame)), frame)
        reachOf(x, y, all, frame).forEach(([low, high], column) => {
          expect(few[column]![0]).toBeCloseTo(low, 9)
          expect(few[column]![1]).toBeCloseTo(high, 9)
        })
      }),
    )
  })
  it('comes in order, without repetition, breaks just where gaps are', () => {
    fc.assert(
      fc.property(wavy, fc.integer({ min: 1, max: 40 }), (values, widthPx) => {
        const points = kept(values, widthPx)
        let last = -1
        points.forEach((i, k) => {
          if (i === BREAK) {
            expect(points[k + 1]).toBeGreaterThanOrEqual(0)
            expect(k).toBeGreaterThan(0)
            return
          }
          expect(i).toBeGreaterThan(last)
          const isGap = last >= 0 && values.slice(last, i).some(Number.isNaN)
          if (last >= 0) expect(points[k - 1] === BREAK).toBe(isGap)
          last = i
        })
      }),
    )
  })

  it('10,000 points on 960 pixels become 3,840 at most', () => {
    const noise = Array.from({ length: 10_000 }, (_, i) => Math.sin(i * 12.9898) * 43_758.5453)
    expect(kept(noise, 960).length).toBeLessThanOrEqual(4 * 960)
  })
})
