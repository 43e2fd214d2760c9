import { describe, expect, test } from 'vitest'
import { type Evidence, freshnessOf, qualityOf, recordQuality, timeoutMs } from './freshness'

describe('thresholds', () => {
  test.each([
    // p, live up to, late up to, stale up to
    [5_000, 6_000, 15_000, 60_000],
    [10_000, 11_000, 30_000, 120_000],
    [600_000, 601_000, 1_800_000, 7_200_000],
    [2_000, 3_000, 6_000, 60_000],
  ])('p = %i ms', (p, live, late, stale) => {
    expect(qualityOf(0, p)).toBe('live')
    expect(qualityOf(live, p)).toBe('live')
    expect(qualityOf(live + 1, p)).toBe('late')
    expect(qualityOf(late, p)).toBe('late')
    expect(qualityOf(late + 1, p)).toBe('stale')
    expect(qualityOf(stale, p)).toBe('stale')
    expect(qualityOf(stale + 1, p)).toBe('lost')
  })

  test('the timeout is min(8 s, 0.8 p), at least 1.5 s', () => {
    expect([1_000, 2_000, 5_000, 10_000, 600_000].map(timeoutMs)).toEqual([
      1_500, 1_600, 4_000, 8_000, 8_000,
    ])
  })

  test('a record is judged by the heartbeat of its class; one from the future is not older than new', () => {
    expect(recordQuality(1_000_000, 30_000, 1_031_000)).toBe('live')
    expect(recordQuality(1_000_000, 30_000, 1_031_001)).toBe('late')
    expect(recordQuality(1_000_000, 30_000, 1_090_001)).toBe('stale')
    expect(recordQuality(1_000_000, 30_000, 0)).toBe('live')
  })
})

describe('a feed', () => {
  const NOW = 1_800_000_000_000
  const fresh: Evidence = {
    everyMs: 5_000,
    heartbeatMs: 30_000,
    transportAgeMs: 1_000,
    serverNow: NOW,
    generatedAt: NOW - 1_500,
    newestObservedAt: NOW - 4_000,
  }

  test('is live while all three ages are young, and tells the worst of them', () => {
    expect(freshnessOf(fresh)).toEqual({ quality: 'live', ageMs: 1_500, suspectClock: false })
    expect(freshnessOf({ ...fresh, transportAgeMs: 4_000 }).ageMs).toBe(4_000)
  })

  test('never answered is lost, without an age', () => {
    expect(freshnessOf({ ...fresh, transportAgeMs: null })).toEqual({
      quality: 'lost',
      ageMs: null,
      suspectClock: false,
    })
  })

  test('is stale when the polls succeed but the content stands still', () => {
    const frozen = freshnessOf({ ...fresh, transportAgeMs: 0, generatedAt: NOW - 20_000 })
    expect(frozen).toEqual({ quality: 'stale', ageMs: 20_000, suspectClock: false })
  })

  test('is late when no answer comes, however new the content claims to be', () => {
    expect(freshnessOf({ ...fresh, transportAgeMs: 7_000 }).quality).toBe('late')
  })

  test('ages when even its newest record is overdue against the heartbeat', () => {
    const frozen = freshnessOf({ ...fresh, newestObservedAt: NOW - 100_000 })
    expect(frozen).toEqual({ quality: 'stale', ageMs: 100_000, suspectClock: false })
    expect(freshnessOf({ ...fresh, newestObservedAt: NOW - 30_000 }).ageMs).toBe(1_500)
    expect(freshnessOf({ ...fresh, heartbeatMs: null, newestObservedAt: 0 }).quality).toBe('live')
  })

  test('that was 5 s ahead of the server when it was heard is suspect, not fresh, and stays so', () => {
    expect(freshnessOf({ ...fresh, generatedAt: NOW + 3_999 })).toEqual({
      quality: 'live',
      ageMs: 1_000,
      suspectClock: false,
    })
    expect(freshnessOf({ ...fresh, generatedAt: NOW + 4_000 })).toEqual({
      quality: 'late',
      ageMs: 1_000,
      suspectClock: true,
    })
    expect(
      freshnessOf({ ...fresh, everyMs: 600_000, transportAgeMs: 61_000, generatedAt: NOW - 1_000 })
        .suspectClock,
    ).toBe(true)
  })

  test('is at best late before the server has told the time', () => {
    const untold = { ...fresh, serverNow: null }
    expect(freshnessOf(untold)).toEqual({ quality: 'late', ageMs: 1_000, suspectClock: true })
    expect(freshnessOf({ ...untold, transportAgeMs: 16_000 }).quality).toBe('stale')
  })

  test('that is polled every ten minutes is not lost after one', () => {
    const still = { ...fresh, everyMs: 600_000, heartbeatMs: null, transportAgeMs: 70_000 }
    expect(freshnessOf({ ...still, generatedAt: NOW - 70_000 }).quality).toBe('live')
  })
})
