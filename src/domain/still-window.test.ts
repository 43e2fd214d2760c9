import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, type Incident } from './incident'
import { incidentSet } from './incident-set'
import { stillWindow } from './still-window'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time'

const NOW = Date.UTC(2026, 9, 3, 7)
const REGION = [103, 24, 110, 30] as const
const WINDOW = { from: NOW - DAY_MS, to: NOW }

const incident = (occurredAt: number): Incident => ({
  id: `JQ-${occurredAt}`,
  category: 'traffic',
  label: null,
  severity: 'minor',
  stage: 'received',
  source: 'public-report',
  occurredAt,
  receivedAt: occurredAt,
  dispatchedAt: null,
  arrivedAt: null,
  closedAt: null,
  position: [106.7, 26.5],
  precision: 'point',
  areaCode: '520102',
  place: null,
  observedAt: occurredAt,
})

/** History up to an hour ago, the live feed from then on. */
function setOf(times: readonly number[], window: typeof WINDOW) {
  const sorted = [...times].sort((a, b) => a - b).map(incident)
  const cut = NOW - HOUR_MS
  const past = sorted.filter(({ occurredAt }) => occurredAt < cut)
  const recent = sorted.filter(({ occurredAt }) => occurredAt >= cut)
  const history = { columns: columnsOf(past), covers: { from: NOW - 9 * DAY_MS, to: cut } }
  return { recent, set: incidentSet(history, recent, window, REGION, window.to) }
}

const later = ({ from, to }: typeof WINDOW, ms: number) => ({ from: from + ms, to: to + ms })
const held = ({ set }: ReturnType<typeof setOf>) => [
  ...(set.columns?.occurredAt.slice(set.first, set.end) ?? []),
  ...set.recent.map(({ occurredAt }) => occurredAt),
]

test('stands while nothing enters or leaves, and moves with the first that does', () => {
  const leaving = WINDOW.from + 5 * MINUTE_MS
  const { set, recent } = setOf([leaving, NOW - 10 * MINUTE_MS, NOW + 7 * MINUTE_MS], WINDOW)
  const minutes = (n: number) => stillWindow(set, later(WINDOW, n * MINUTE_MS), recent)
  expect(minutes(1)).toBe(set.window)
  // What occurred at the very beginning of a window belongs to it.
  expect(minutes(5)).toBe(set.window)
  expect(minutes(6)).toEqual(later(WINDOW, 6 * MINUTE_MS))
  const kept = setOf([NOW - 10 * MINUTE_MS, NOW + 7 * MINUTE_MS], WINDOW)
  expect(stillWindow(kept.set, later(WINDOW, 7 * MINUTE_MS), kept.recent)).toBe(kept.set.window)
  const entered = later(WINDOW, 8 * MINUTE_MS)
  expect(stillWindow(kept.set, entered, kept.recent)).toEqual(entered)
})

test('a window of another length, an earlier one, and one whose rows are not all listed are never held back', () => {
  const { set, recent } = setOf([NOW - HOUR_MS], WINDOW)
  for (const next of [
    { from: WINDOW.from, to: NOW + MINUTE_MS },
    { from: NOW - 2 * HOUR_MS, to: NOW },
    later(WINDOW, -MINUTE_MS),
  ])
    expect(stillWindow(set, next, recent)).toBe(next)
  const sums = { counted: 9, unplaced: 0, outside: 0, apart: 0, sources: [], categories: [] }
  const times = [NOW - 20 * HOUR_MS]
  const capped = setOf(times, WINDOW)
  const next = later(WINDOW, MINUTE_MS)
  expect(stillWindow(capped.set, next, [])).toBe(capped.set.window)
  const unlisted = { ...capped.set, sums }
  expect(stillWindow(unlisted, next, [])).toBe(next)
})

test('whatever it answers holds what the next window holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -DAY_MS - HOUR_MS, max: HOUR_MS }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 90 }),
      (offsets, minutes) => {
        const times = offsets.map((ms) => NOW + ms)
        const before = setOf(times, WINDOW)
        const next = later(WINDOW, minutes * MINUTE_MS)
        const answer = stillWindow(before.set, next, before.recent)
        expect(held(setOf(times, answer))).toEqual(held(setOf(times, next)))
      },
    ),
  )
})
