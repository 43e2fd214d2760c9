import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { crowdHistoryWire } from '../src/api/crowd-history'
import { dayNumber, festivalDay, isoDay } from './calendar'
import { optionsFrom } from './options'
import { createWorld } from './world'

it('the festival is set beside the same day of the festival before, named in both languages', () => {
  const options = optionsFrom('?scenario=festival', 0)
  const world = createWorld(options)
  const [area] = world.answer('scenic-areas', options.startAt, null).items
  const past = z.parse(crowdHistoryWire, world.crowdPast(area?.id ?? '', options.startAt))
  expect(past.sameFestivalDay).toMatchObject({ name: '国庆第 3 天', nameEn: 'National Day, day 3' })
  expect(isoDay(dayNumber(past.sameFestivalDay?.day ?? 0))).toBe('2025-10-03')
  const told = past.sameFestivalDay?.samples.filter(({ occupancy }) => (occupancy ?? 0) > 1_000)
  expect(told?.length).toBeGreaterThan(10)
})

it.each([
  ['2026-10-03', '2025-10-03', 'National Day, day 3'],
  ['2026-02-17', '2025-01-29', 'Spring Festival +0 d'],
  ['2026-02-16', '2025-01-28', 'Spring Festival −1 d'],
])('%s is measured by %s', (day, before, en) => {
  const found = festivalDay(dayNumber(Date.parse(`${day}T12:00:00+08:00`)))
  expect(found?.en).toBe(en)
  expect(isoDay(found?.before ?? 0)).toBe(before)
})

it('a plain day is measured by none', () => {
  expect(festivalDay(dayNumber(Date.parse('2026-11-23T12:00:00+08:00')))).toBeNull()
})
