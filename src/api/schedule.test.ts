import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backOffMs, type Outcome, startPolling } from './schedule'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const OK: Outcome = { ok: true }
const FAILED: Outcome = { ok: false, retryAfterMs: null }

/** Polls with p = 5 s; `starts` are the moments of asking, ms. */
function polled(answer: (n: number) => Promise<Outcome>, random = 0.5) {
  const starts: number[] = []
  const origin = performance.now()
  const polling = startPolling({
    everyMs: 5_000,
    random: () => random,
    monotonic: () => performance.now(),
    run: () => {
      starts.push(performance.now() - origin)
      return answer(starts.length)
    },
  })
  return { starts, polling }
}

const after = (ms: number, outcome: Outcome) =>
  new Promise<Outcome>((resolve) => setTimeout(() => resolve(outcome), ms))

test('asks at once, then at a phase of its own, then from start to start', async () => {
  const { starts, polling } = polled(() => after(300, OK), 0.4)
  await vi.advanceTimersByTimeAsync(12_500)
  expect(starts).toEqual([0, 2_000, 7_000, 12_000])
  polling.stop()
})

test('one request is in flight, however slow', async () => {
  const { starts, polling } = polled(() => after(12_000, OK))
  await vi.advanceTimersByTimeAsync(25_000)
  expect(starts.map((at) => Math.floor(at / 1_000))).toEqual([0, 12, 24])
  polling.stop()
})

test('after failures waits longer, with full jitter up to 60 s, and comes back to p', async () => {
  expect([1, 2, 3, 4, 5, 50].map((n) => backOffMs(n, 5_000, 1))).toEqual([
    10_000, 20_000, 40_000, 60_000, 60_000, 60_000,
  ])
  expect(backOffMs(3, 5_000, 0.5)).toBe(20_000)
  expect(backOffMs(1, 600_000, 1)).toBe(60_000)
  expect(backOffMs(3, 5_000, 0)).toBe(250)
  const { starts, polling } = polled(async (n) => (n === 2 || n === 3 ? FAILED : OK), 0.5)
  await vi.advanceTimersByTimeAsync(28_000)
  // 0, phase 2.5 s, failed: +5 s, failed: +10 s, then every 5 s.
  expect(starts).toEqual([0, 2_500, 7_500, 17_500, 22_500, 27_500])
  polling.stop()
})

test('honours Retry-After', async () => {
  const { starts, polling } = polled(async (n) =>
    n === 1 ? { ok: false, retryAfterMs: 30_000 } : OK,
  )
  await vi.advanceTimersByTimeAsync(31_000)
  expect(starts).toEqual([0, 30_000])
  polling.stop()
})

test('stops, also while a request is in flight', async () => {
  const { starts, polling } = polled(() => after(1_000, OK))
  await vi.advanceTimersByTimeAsync(500)
  polling.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(starts).toEqual([0])
  expect(vi.getTimerCount()).toBe(0)
})

test('a waking page asks for what is overdue, and for nothing else', async () => {
  const starts: number[] = []
  let slept = 0
  const polling = startPolling({
    everyMs: 5_000,
    random: () => 0.5,
    monotonic: () => performance.now() + slept,
    run: async () => {
      starts.push(performance.now())
      return OK
    },
  })
  await vi.advanceTimersByTimeAsync(1_000)
  polling.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(starts).toHaveLength(1)
  slept = 60_000
  polling.wake()
  polling.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(starts).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(starts).toHaveLength(3)
  polling.stop()
})
