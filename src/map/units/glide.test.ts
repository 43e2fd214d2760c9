import { describe, expect, test } from 'vitest'
import { type GlideColumns, MAX_GLIDE_DEG, motionOf, paceMs, positionAt } from './glide'
import { packTrails, packUnits } from './pack'

const EPOCH = Date.UTC(2026, 10, 23)
const at = (s: number) => EPOCH + 1000 * s

/** One thing per row: from, to, and when. */
function columnsOf(
  ...rows: readonly (readonly [
    from: readonly [number, number],
    to: readonly [number, number],
    fromS: number,
    toS: number,
  ])[]
): GlideColumns {
  return {
    count: rows.length,
    fromPosition: Float64Array.from(rows.flatMap(([from]) => from)),
    toPosition: Float64Array.from(rows.flatMap(([, to]) => to)),
    fromTime: Float64Array.from(rows, ([, , s]) => s),
    toTime: Float64Array.from(rows, ([, , , s]) => s),
    epoch: EPOCH,
  }
}

const drive = columnsOf([[106, 26], [106.01, 26.02], 10, 20])
const close = (position: readonly number[], lng: number, lat: number) => {
  expect(position[0]).toBeCloseTo(lng, 9)
  expect(position[1]).toBeCloseTo(lat, 9)
}

describe('where a thing is drawn', () => {
  test('at its start before, on its way, at its end after', () => {
    close(positionAt(drive, 0, at(5)), 106, 26)
    close(positionAt(drive, 0, at(10)), 106, 26)
    close(positionAt(drive, 0, at(12.5)), 106.0025, 26.005)
    close(positionAt(drive, 0, at(20)), 106.01, 26.02)
    close(positionAt(drive, 0, at(900)), 106.01, 26.02)
  })

  test('coasting goes on as fast, and no longer than told', () => {
    close(positionAt(drive, 0, at(25), { coastS: 5 }), 106.015, 26.03)
    close(positionAt(drive, 0, at(900), { coastS: 5 }), 106.015, 26.03)
  })

  test('still: at once where the step ends, and no coasting', () => {
    for (const s of [5, 12, 900])
      close(positionAt(drive, 0, at(s), { isStill: true, coastS: 60 }), 106.01, 26.02)
  })

  test('a step without time, and a correction, jump', () => {
    close(positionAt(columnsOf([[106, 26], [106.01, 26], 10, 10]), 0, at(10)), 106.01, 26)
    const far = columnsOf([[106, 26], [106 + 1.01 * MAX_GLIDE_DEG, 26], 10, 20])
    close(positionAt(far, 0, at(12), { coastS: 9 }), 106 + 1.01 * MAX_GLIDE_DEG, 26)
  })
})

test('motion is that of the fastest, until the last has arrived; jumps do not move', () => {
  const columns = columnsOf(
    [[106, 26], [106.003, 26.004], 0, 10],
    [[106, 26], [106.001, 26], 0, 30],
    [[106, 26], [109, 26], 0, 99],
    [[106, 26], [106, 26], 0, 98],
    [[106, 26], [106.09, 26], 97, 97],
  )
  const { degPerS, untilS } = motionOf(columns)
  expect(degPerS).toBeCloseTo(0.0005, 12)
  expect(untilS).toBe(30)
  expect(motionOf(columnsOf()).untilS).toBe(Number.NEGATIVE_INFINITY)
})

test('a picture is drawn for a quarter of a pixel, at most in every frame, at least each second', () => {
  expect(paceMs(1)).toBe(250)
  expect(paceMs(1e6)).toBe(16)
  expect(paceMs(0.001)).toBe(1000)
  expect(paceMs(0)).toBe(1000)
})

test('packed: two floats hold a place to the millimetre, a jump starts where it ends', () => {
  const rows = columnsOf(
    [[106.123456789, 26.987654321], [106.13, 26.98], 3, 18],
    [[1, 2], [9, 8], 4, 5],
  )
  const units = {
    ...rows,
    icon: Uint8Array.of(7, 0),
    angle: Float32Array.of(180, 0),
    size: Float32Array.of(1.5, 1),
    alpha: Float32Array.of(0.5, 1),
  }
  const packed = packUnits(units)
  expect(packed[0]! + packed[2]!).toBeCloseTo(106.123456789, 9)
  expect(packed[1]! + packed[3]!).toBeCloseTo(26.987654321, 9)
  expect(packed[4]).toBeCloseTo(106.13 - 106.123456789, 8)
  expect([...packed.subarray(6, 12)]).toEqual([3, 18, 7, Math.fround(Math.PI), 1.5, 0.5])
  expect([...packed.subarray(12, 20)]).toEqual([9, 8, 0, 0, 0, 0, 4, 5])
  expect([...packTrails(rows)]).toEqual([...packed.subarray(0, 8), ...packed.subarray(12, 20)])
})
