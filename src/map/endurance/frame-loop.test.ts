import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { frameLoop } from './frame-loop'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (tick: () => void) => setTimeout(tick, 16))
  vi.stubGlobal('cancelAnimationFrame', (id: number) => clearTimeout(id))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A loop as deck.gl's: each tick asks for the next. */
function running(isPending: () => boolean) {
  const loop = frameLoop(isPending)
  const counted = { ticks: 0 }
  const tick = () => {
    counted.ticks++
    loop.requestAnimationFrame(tick)
  }
  loop.requestAnimationFrame(tick)
  return { loop, counted }
}

test('takes every frame while something is pending, within a second of it, and one in eight seconds while nothing is', () => {
  let pending = false
  const { counted } = running(() => pending)
  vi.advanceTimersByTime(80_000)
  expect(counted.ticks).toBe(10)
  vi.advanceTimersByTime(1_500)
  pending = true
  vi.advanceTimersByTime(500)
  expect(counted.ticks).toBe(11)
  vi.advanceTimersByTime(16)
  counted.ticks = 0
  vi.advanceTimersByTime(1_600)
  expect(counted.ticks).toBe(100)
})

test('a word wakes it for the next frame, and many words for one', () => {
  const { loop, counted } = running(() => false)
  vi.advanceTimersByTime(100)
  for (let word = 0; word < 5; word++) loop.wake()
  vi.advanceTimersByTime(16)
  expect(counted.ticks).toBe(1)
  vi.advanceTimersByTime(999)
  expect(counted.ticks).toBe(1)
})

test('cancelled, it rests', () => {
  const { loop, counted } = running(() => false)
  loop.cancelAnimationFrame(1)
  loop.wake()
  vi.advanceTimersByTime(5_000)
  expect(counted.ticks).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})
