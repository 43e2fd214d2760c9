import { describe, expect, test } from 'vitest'
import type { Incident } from './incident'
import { legTimes, withinTarget } from './incident-stages'
import { MINUTE_MS } from './time'

const NOW = 1_000 * MINUTE_MS

/** Minutes after receiving; null: not yet, or not told. */
function life(
  id: string,
  receivedAgo: number,
  [dispatched, arrived, closed]: readonly (number | null)[] = [],
  over: Partial<Incident> = {},
): Incident {
  const receivedAt = NOW - receivedAgo * MINUTE_MS
  const after = (minutes: number | null | undefined) =>
    minutes === null || minutes === undefined ? null : receivedAt + minutes * MINUTE_MS
  const closedAt = after(closed)
  return {
    id,
    category: 'theft',
    label: null,
    severity: 'minor',
    stage: closedAt === null ? 'received' : 'closed',
    source: 'public-report',
    occurredAt: receivedAt,
    receivedAt,
    dispatchedAt: after(dispatched),
    arrivedAt: after(arrived),
    closedAt,
    position: null,
    precision: 'point',
    areaCode: '520102',
    place: null,
    observedAt: NOW,
    ...over,
  }
}

const tenDone = Array.from({ length: 10 }, (_, i) => life(`d${i}`, 90, [i + 1, 20, 80]))

describe('the life of an incident by its legs', () => {
  test('median and P90 are times that occurred, and too few have none', () => {
    const thirty = Array.from({ length: 30 }, (_, i) => life(`x${i}`, 90, [i + 1, 40, 80]))
    expect(legTimes(thirty, 'push', NOW)).toMatchObject({ done: 30, medianMin: 15, p90Min: 27 })
    expect(legTimes(tenDone, 'push', NOW)).toMatchObject({ done: 10, medianMin: 5, p90Min: null })
    expect(legTimes(tenDone.slice(1), 'push', NOW)).toMatchObject({ done: 9, medianMin: null })
  })

  test('what is under way stands by age in the leg that it is in, and in no other', () => {
    const open = [life('a', 4), life('b', 5), life('c', 59), life('d', 61), life('e', 30, [25])]
    const push = legTimes(open, 'push', NOW)
    expect(push.open).toEqual([1, 1, 0, 1, 1])
    expect(push.oldest).toEqual({ id: 'd', ageMs: 61 * MINUTE_MS })
    expect(legTimes(open, 'reach', NOW).open).toEqual([0, 1, 0, 0, 0])
    expect(legTimes(open, 'handle', NOW).open).toEqual([0, 0, 0, 0, 0])
  })

  test('a leg that the record passes over is told, not made up', () => {
    const untold = [
      life('closed without times', 90, [null, null, 60]),
      life('there without an order', 30, [null, 9]),
      life('out of order', 90, [10, 8, 60]),
      life('closed by its stage alone', 90, [], { stage: 'closed' }),
    ]
    expect(legTimes(untold, 'push', NOW)).toMatchObject({
      done: 1,
      untold: 3,
      open: [0, 0, 0, 0, 0],
    })
    expect(legTimes(untold, 'reach', NOW)).toMatchObject({ done: 0, untold: 4 })
    expect(legTimes(untold, 'handle', NOW)).toMatchObject({ done: 1, untold: 2 })
  })

  test('every incident that has begun a leg is counted in it once', () => {
    const all = [...tenDone, life('a', 4), life('b', 90, [5]), life('c', 90, [null, null, 60])]
    for (const leg of ['push', 'reach', 'handle'] as const) {
      const { done, untold, open } = legTimes(all, leg, NOW)
      const started = { push: 13, reach: 12, handle: 11 }[leg]
      expect(done + untold + open.reduce((a, b) => a + b, 0), leg).toBe(started)
    }
  })
})

test('targets are those of the area: five minutes in town, ten outside', () => {
  const suburb = { areaCode: '520121' }
  const incidents = [
    life('town in time', 60, [1, 5]),
    life('town late', 60, [1, 5.1]),
    life('suburb in time', 60, [1, 9], suburb),
    life('town waits', 6),
    life('suburb waits in time', 6, [], suburb),
    life('closed without arriving', 60, [null, null, 30]),
  ]
  expect(withinTarget(incidents, NOW)).toEqual([
    { area: 'town', targetMin: 5, within: 1, arrived: 2, waitingOver: 1 },
    { area: 'suburb', targetMin: 10, within: 1, arrived: 1, waitingOver: 0 },
  ])
  expect(withinTarget(incidents, NOW, { townMin: 6, suburbMin: 8 })).toMatchObject([
    { within: 2, waitingOver: 0 },
    { within: 0 },
  ])
})
