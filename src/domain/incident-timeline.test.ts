import { expect, it } from 'vitest'
import type { Incident } from './incident'
import type { IncidentSet } from './incident-set'
import { hourlyCounts } from './incident-timeline'
import { HOUR_MS, MINUTE_MS } from './time'

const NOW = Date.parse('2026-11-22T13:30:00Z')
const at = (ms: number) => ({ occurredAt: ms }) as Incident

it('counts both sources, hour by hour, each once', () => {
  const set = {
    window: { from: NOW - 3 * HOUR_MS, to: NOW },
    region: [103, 24, 110, 30],
    columns: {
      occurredAt: Float64Array.of(NOW - 9 * HOUR_MS, NOW - 3 * HOUR_MS, NOW - 2.9 * HOUR_MS),
    },
    first: 1,
    end: 3,
    recent: [at(NOW - 10 * MINUTE_MS), at(NOW - 40 * MINUTE_MS)],
  } as unknown as IncidentSet
  const { from, counts } = hourlyCounts(set)
  expect(new Date(from).toISOString()).toBe('2026-11-22T10:00:00.000Z')
  expect(counts).toEqual([2, 0, 1, 1])
})
