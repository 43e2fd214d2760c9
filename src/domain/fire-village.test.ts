import { describe, expect, it } from 'vitest'
import type { FireDevice } from './fire'
import type { FireVerdict, FireVerification } from './fire-verification'
import { daysWithoutFire, fireVillages, RISK_WOODEN_HOUSES } from './fire-village'
import { DAY_MS, HOUR_MS } from './time'

/** 23:30 on the province's clock, 22 November. */
const NOW = Date.parse('2026-11-22T15:30:00Z')

describe('days without fire', () => {
  it('are days of the province’s calendar', () => {
    const days = (ago: number) => daysWithoutFire([NOW - ago], null, NOW)
    expect(days(0)).toEqual({ days: 0, isAtLeast: false })
    expect(days(23 * HOUR_MS)).toEqual({ days: 0, isAtLeast: false })
    expect(days(24 * HOUR_MS)).toEqual({ days: 1, isAtLeast: false })
    // Half an hour later it is the 23rd, and the fire was yesterday.
    expect(daysWithoutFire([NOW], null, NOW + HOUR_MS / 2).days).toBe(1)
  })
  it('count from the latest fire, however the record is ordered', () => {
    expect(
      daysWithoutFire([NOW - 9 * DAY_MS, NOW - 4 * DAY_MS, NOW - 7 * DAY_MS], null, NOW),
    ).toEqual({ days: 4, isAtLeast: false })
  })
  it('are a lower bound where no fire is on record, and unknown where there is no record', () => {
    expect(daysWithoutFire([], NOW - 30 * DAY_MS, NOW)).toEqual({ days: 30, isAtLeast: true })
    expect(daysWithoutFire([], null, NOW)).toEqual({ days: null, isAtLeast: false })
  })
  it('begin anew with a fire whose clock is ahead', () => {
    expect(daysWithoutFire([NOW - 40 * DAY_MS, NOW + 3 * DAY_MS], null, NOW).days).toBe(0)
  })
})

describe('villages', () => {
  const device = (
    id: string,
    placeId: string,
    houses: number | null,
    over: Partial<FireDevice> = {},
  ): FireDevice => ({
    id,
    kind: 'smoke',
    placeId,
    place: `${placeId}寨`,
    placeEn: null,
    buildingClass: 'wooden-village',
    woodenHouses: houses,
    position: [109.2, 25.9],
    areaCode: '522631',
    condition: null,
    observedAt: NOW,
    ...over,
  })
  const alarm = (
    deviceId: string,
    daysAgo: number,
    verdict: FireVerdict | null,
  ): FireVerification => {
    const raisedAt = NOW - daysAgo * DAY_MS
    const decisions = verdict ? [{ verdict, at: raisedAt, authorRole: '值班员' }] : []
    return { occurrenceId: `${deviceId}-${daysAgo}`, deviceId, raisedAt, decisions }
  }
  const since = NOW - 100 * DAY_MS

  it('are risk areas from 50 wooden houses on; of unknown size, nobody knows', () => {
    const { villages } = fireVillages(
      [device('1', '小', 49), device('2', '大', RISK_WOODEN_HOUSES), device('3', '未知', null)],
      { verifications: [], since },
      NOW,
    )
    expect(RISK_WOODEN_HOUSES).toBe(50)
    expect(villages.map(({ place, isRisk }) => [place, isRisk])).toEqual([
      ['大寨', true],
      ['未知寨', null],
      ['小寨', false],
    ])
    expect(villages[0]?.withoutFire).toEqual({ days: 100, isAtLeast: true })
  })
  it('are placed where any of their devices is, and as large as any of them says', () => {
    const members = [
      device('1', '肇兴', null, { position: null }),
      device('2', '肇兴', 40),
      device('3', '肇兴', 780, { buildingClass: 'unknown' }),
    ]
    const { villages } = fireVillages(members, { verifications: [], since }, NOW)
    expect(villages).toMatchObject([{ woodenHouses: 780, isRisk: true, position: [109.2, 25.9] }])
  })
  it('leave other places alone', () => {
    const street = device('1', '街', null, { buildingClass: 'street' })
    expect(fireVillages([street], { verifications: [], since }, NOW).villages).toEqual([])
  })
  it('have a fire only when an alarm was found true; what waits is told', () => {
    const { villages, unplacedFires } = fireVillages(
      [device('1', '甲', 60), device('2', '甲', 60), device('3', '乙', 60)],
      {
        since,
        verifications: [
          alarm('1', 9, 'true'),
          alarm('2', 5, 'true'),
          alarm('1', 4, 'false'),
          alarm('1', 3, 'test'),
          alarm('2', 2, null),
          alarm('3', 2, null),
          alarm('gone', 1, 'true'),
          alarm('gone', 2, 'false'),
        ],
      },
      NOW,
    )
    expect(villages).toMatchObject([
      { placeId: '甲', withoutFire: { days: 5, isAtLeast: false }, waiting: 1 },
      { placeId: '乙', withoutFire: { days: 100, isAtLeast: true }, lastFireAt: null, waiting: 1 },
    ])
    expect(villages[0]?.lastFireAt).toBe(NOW - 5 * DAY_MS)
    expect(unplacedFires).toBe(1)
  })
})
