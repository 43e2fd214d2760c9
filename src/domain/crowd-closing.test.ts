import { describe, expect, it } from 'vitest'
import type { CrowdCount, GateCount, ScenicArea } from './crowd'
import { driftAtClosing } from './crowd-closing'
import { HOUR_MS } from './time'

/** 2026-10-03 00:00 on the province's clock. */
const MIDNIGHT = Date.parse('2026-10-02T16:00:00Z')
const NOON = MIDNIGHT + 12 * HOUR_MS

const area: ScenicArea = {
  id: 'xijiang',
  name: '西江千户苗寨',
  nameEn: null,
  areaCode: '522634',
  position: [108.17, 26.5],
  positionGrade: 'B',
  instantCapacity: 1000,
  dailyCapacity: 4000,
  fictitious: true,
  openFromHour: 8,
  openToHour: 22,
  observedAt: NOON,
  zones: [],
  gates: ['n', 's'].map((id) => ({ id, name: id, nameEn: null, position: [108, 26], widthM: 2 })),
}
const gate = (gateId: string, entries: number, exits = 0, over: Partial<GateCount> = {}) => ({
  gateId,
  entries,
  exits,
  inPerMin: 0,
  outPerMin: 0,
  downSince: null,
  ...over,
})
const counted = (observedAt: number, ...gates: readonly GateCount[]): CrowdCount => ({
  id: 'xijiang',
  gates,
  zones: [],
  observedAt,
})
describe('drift at closing', () => {
  const closing = MIDNIGHT + 22 * HOUR_MS
  const at = (ms: number, exits: number) =>
    counted(ms, gate('n', 1000, exits), gate('s', 1000, 900))
  it('is who is left over in the last count between closing and the reset', () => {
    const counts = [
      at(closing - 1, 500),
      at(closing + HOUR_MS, 1060),
      at(closing, 900),
      counted(closing + 2 * HOUR_MS, gate('n', 0), gate('s', 0)),
    ]
    expect(driftAtClosing(area, counts, NOON)).toEqual({
      observedAt: closing + HOUR_MS,
      entries: 2000,
      exits: 1960,
      leftOver: 40,
      share: 0.02,
      gatesDown: 0,
    })
  })
  it('may be negative, and has no share of nobody', () => {
    expect(driftAtClosing(area, [at(closing, 1200)], NOON)).toMatchObject({
      leftOver: -100,
      share: -0.05,
    })
    const empty = counted(closing, gate('n', 0, 3, { downSince: NOON }), gate('s', 0))
    expect(driftAtClosing(area, [empty], NOON)).toMatchObject({
      leftOver: -3,
      share: null,
      gatesDown: 1,
    })
  })
  it('is unknown without a count after closing, or without a gate, or where no closing precedes the reset', () => {
    expect(driftAtClosing(area, [at(closing - 1, 500)], NOON)).toBeNull()
    expect(driftAtClosing(area, [counted(closing, gate('n', 5))], NOON)).toBeNull()
    expect(driftAtClosing(area, [counted(closing)], NOON)).toBeNull()
    for (const hours of [{ openToHour: 24 }, { openFromHour: 18, openToHour: 2 }])
      expect(driftAtClosing({ ...area, ...hours }, [at(closing, 900)], NOON)).toBeNull()
  })
})
