import { describe, expect, it } from 'vitest'
import type { Gate } from './crowd'
import { exitTime } from './crowd-exit'

const gate = (id: string, widthM: number): Gate => ({
  id,
  name: id,
  nameEn: null,
  position: [108, 26],
  widthM,
})
const gates = [gate('n', 2), gate('s', 3), gate('none', 0)]

describe('exit time', () => {
  it('is 60 persons per minute and metre, through all gates at once', () => {
    expect(exitTime(900, gates)).toEqual({ minutes: 3, widthM: 5, openGates: 2 })
    expect(exitTime(0, gates)).toMatchObject({ minutes: 0 })
  })
  it('leaves closed gates out', () => {
    const closed = new Set(['s', 'unheard-of'])
    expect(exitTime(900, gates, closed)).toEqual({ minutes: 7.5, widthM: 2, openGates: 1 })
  })
  it('is none without an open gate, and unknown without a count', () => {
    expect(exitTime(900, gates, new Set(['n', 's']))).toEqual({ why: 'no-open-gate' })
    expect(exitTime(null, [])).toEqual({ why: 'no-open-gate' })
    expect(exitTime(null, gates)).toEqual({ why: 'no-count' })
  })
})
