import { expect, it } from 'vitest'
import {
  ARC_MINUTES,
  arcMinutesOf,
  DEFAULT_PROFILE,
  glyphShare,
  NOTO_HEIGHTS,
  wallType,
} from './wall-profile'

it('gives the sizes of the drawings: 6 m read from 10 m, 1920 px across', () => {
  const { body, critical } = wallType(DEFAULT_PROFILE, 1920, NOTO_HEIGHTS)
  expect(body).toBeCloseTo(26, 0)
  expect(critical).toBeCloseTo(31, 0)
})

it('is the formula, and its own inverse', () => {
  const profile = { ...DEFAULT_PROFILE, widthM: 12, seatM: 15 }
  // By hand: 2 x 15 m x tan(12.5′) = 0.109083 m, of 12 m.
  expect(glyphShare(profile, 25)).toBeCloseTo(0.109083 / 12, 6)
  for (const arc of Object.values(ARC_MINUTES))
    expect(arcMinutesOf(profile, glyphShare(profile, arc) * 7680, 7680)).toBeCloseTo(arc, 9)
})

it('grows with the distance and shrinks with the width', () => {
  const body = (widthM: number, seatM: number) =>
    wallType({ ...DEFAULT_PROFILE, widthM, seatM }, 3840, NOTO_HEIGHTS).body
  expect(body(6, 20) / body(6, 10)).toBeCloseTo(2, 3)
  expect(body(12, 10) / body(6, 10)).toBeCloseTo(0.5, 3)
})

it('never lets a face with low capitals fall under 20 minutes', () => {
  const low = { cjk: 0.9, latin: 0.5 }
  const { body } = wallType(DEFAULT_PROFILE, 3840, low)
  expect(arcMinutesOf(DEFAULT_PROFILE, body * low.latin, 3840)).toBeCloseTo(20, 6)
})
