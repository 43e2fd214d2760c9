import { expect, test } from 'vitest'
import { createServerClock } from './server-clock'

test('server time is the monotonic clock plus the offset of the shortest round trip', () => {
  let monotonic = 0
  const clock = createServerClock(() => monotonic)
  expect(clock.now()).toBeNull()
  // True offset 1,000,000. The slow answer was held up on its way back: its middle lies wrong by 400.
  clock.hear(1_000_100, 0, 1_000)
  expect(clock.now()).toBe(999_600)
  clock.hear(1_002_010, 2_000, 2_020)
  monotonic = 5_000
  expect(clock.now()).toBe(1_005_000)
  clock.hear(1_003_100, 3_000, 4_000)
  expect(clock.now()).toBe(1_005_000)
})

test('only the last eight are kept, so that a lucky old one does not rule for ever', () => {
  let monotonic = 0
  const clock = createServerClock(() => monotonic)
  clock.hear(1_000_001, 0, 2)
  for (let i = 1; i <= 7; i++) clock.hear(2_000_000 + i * 100 + 50, i * 100, i * 100 + 100)
  expect(clock.now()).toBe(1_000_000)
  clock.hear(2_000_850, 800, 900)
  expect(clock.now()).toBe(2_000_000)
  monotonic = 10
  expect(clock.now()).toBe(2_000_010)
  clock.reset()
  expect(clock.now()).toBeNull()
})

test('an old answer that comes again and again does not hold the clock back', () => {
  let now = 0
  const clock = createServerClock(() => now)
  clock.hear(1_000_000, 0, 100)
  for (now = 60_000; now <= 600_000; now += 60_000) clock.hear(1_020_000, now, now + 100)
  expect(clock.now()).toBe(999_950 + now)
})

test('a clock that was set back is followed once it has been told twice', () => {
  let now = 0
  const clock = createServerClock(() => now)
  clock.hear(10_000_000, 0, 100)
  now = 60_000
  clock.hear(10_060_000 - 3_600_000, 60_000, 60_100)
  expect(clock.now()).toBe(9_999_950 + 60_000)
  now = 120_000
  clock.hear(10_120_000 - 3_600_000, 120_000, 120_100)
  expect(clock.now()).toBe(9_999_950 + 120_000 - 3_600_000)
})
