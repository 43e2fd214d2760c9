import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FEED_IDS, FEEDS } from '../../src/api/feeds'
import { type Outcome, startPolling } from '../../src/api/schedule'
import { HEARTBEAT_MS } from '../../src/domain/wall'
import { createClock } from './simulated-clock'

const WALLS = 200
const FAILS: Outcome = { ok: false, retryAfterMs: null }
const SECOND = 1_000
const MINUTE = 60 * SECOND

/** What every wall asks for, and how often. */
const ASKS = [...FEED_IDS.map((id) => FEEDS[id].everyMs), HEARTBEAT_MS]
const STEADY = WALLS * ASKS.reduce((sum, everyMs) => sum + SECOND / everyMs, 0)

/** Seeded, so that a failure is the same tomorrow. */
function chance(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const clock = createClock()
beforeEach(() => {
  vi.stubGlobal('setTimeout', clock.set)
  vi.stubGlobal('clearTimeout', clock.clear)
})
afterEach(() => vi.unstubAllGlobals())

/** How an outage is met: at once, or only after the client's patience. */
const OUTAGES = [
  ['connections are refused', 5],
  ['connections hang until they are given up', 4 * SECOND],
] as const

describe(`${WALLS} walls through an outage of ten minutes`, () => {
  test.each(OUTAGES)('%s', async (_, failsAfterMs) => {
    clock.reset()
    // They have been running for longer than the slowest feed's interval when it begins.
    const warmMs = 12 * MINUTE
    const downFrom = warmMs
    const downTo = downFrom + 10 * MINUTE
    const endsAt = downTo + 3 * MINUTE
    const perSecond = new Uint32Array(endsAt / SECOND)
    const slowestBack = new Map<number, number>()
    const random = chance(20_261)
    const pollings = Array.from({ length: WALLS }, () =>
      ASKS.map((everyMs) => {
        let isBack = false
        return startPolling({
          everyMs,
          random,
          monotonic: clock.now,
          run: () => {
            const askedAt = clock.now()
            perSecond[Math.floor(askedAt / SECOND)]! += 1
            const isDown = askedAt >= downFrom && askedAt < downTo
            if (askedAt >= downTo && !isBack) {
              isBack = true
              slowestBack.set(everyMs, Math.max(slowestBack.get(everyMs) ?? 0, askedAt - downTo))
            }
            return clock.after(isDown ? failsAfterMs : 40, isDown ? FAILS : { ok: true })
          },
        })
      }),
    ).flat()
    await clock.runUntil(endsAt)
    for (const polling of pollings) polling.stop()

    const between = (fromMs: number, toMs: number) =>
      perSecond.slice(fromMs / SECOND, toMs / SECOND)
    const usual = between(11 * MINUTE, downFrom)
    const mean = usual.reduce((sum, n) => sum + n, 0) / usual.length
    const during = Math.max(...between(downFrom, downTo))
    const after = Math.max(...between(downTo, endsAt))
    console.log(
      `herd: ${WALLS} walls, steady ${mean.toFixed(0)}/s (by cadence ${STEADY.toFixed(0)}), ` +
        `peak ${during}/s while down, ${after}/s after, last asks ` +
        `${Math.max(...slowestBack.values()) / SECOND} s after the end`,
    )
    expect(mean / STEADY, 'the simulation asks as often as the feeds say').toBeCloseTo(1, 1)
    const limit = 1.5 * STEADY + 3
    expect(during).toBeLessThanOrEqual(limit)
    expect(after).toBeLessThanOrEqual(limit)
    for (const everyMs of ASKS)
      expect(slowestBack.get(everyMs), `all of p = ${everyMs} ms`).toBeLessThanOrEqual(
        60 * SECOND + everyMs,
      )
  })
})
