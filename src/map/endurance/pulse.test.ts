import { expect, test } from 'vitest'
import { BEATING, createPulse } from './pulse'

test('a map that nothing is asked of beats, however long it draws nothing', () => {
  const pulse = createPulse()
  pulse.asked('data', 0)
  pulse.drawn('data')
  expect(pulse.read(86_400_000, 1_000)).toBe(BEATING)
})

test('a picture that was asked for and does not come is owed since the first time of asking', () => {
  const pulse = createPulse()
  pulse.asked('basemap', 100)
  pulse.asked('basemap', 900)
  expect(pulse.read(1_100, 1_000)).toBe(BEATING)
  expect(pulse.read(1_101, 1_000)).toEqual({ state: 'owing', since: 100 })
  // What the other one draws pays no debt of this one.
  pulse.drawn('data')
  expect(pulse.read(2_000, 1_000).state).toBe('owing')
  pulse.drawn('basemap')
  expect(pulse.read(2_000, 1_000)).toBe(BEATING)
})

test('a lost context shows at once and until the picture is whole', () => {
  const pulse = createPulse()
  pulse.asked('data', 0)
  pulse.lost(5_000)
  pulse.lost(6_000)
  pulse.drawn('data')
  expect(pulse.read(6_000, 1_000)).toEqual({ state: 'lost', since: 5_000 })
  pulse.recovered()
  expect(pulse.read(99_000, 1_000)).toBe(BEATING)
})
