import { expect, it } from 'vitest'
import { DEMAND_KINDS } from './advice'
import { type CrowdPressure, demandOf } from './demand'
import { OVERDUE_MOST, OVERDUE_WEIGHT, PRESSURE_WEIGHT } from './demand-weights'
import type { LngLat } from './geo'
import type { Incident } from './incident'
import { incidentSet } from './incident-set'
import type { PlaceIdleness } from './patrol-idleness'

const NOW = Date.parse('2026-11-23T13:00:00Z')
const incident = (position: LngLat | null, over: Partial<Incident> = {}): Incident => ({
  id: `${position}`,
  category: 'theft',
  label: null,
  severity: 'minor',
  stage: 'closed',
  source: 'public-report',
  occurredAt: NOW - 60_000,
  receivedAt: NOW - 60_000,
  dispatchedAt: null,
  arrivedAt: null,
  closedAt: null,
  position,
  precision: 'point',
  areaCode: '520103',
  place: null,
  observedAt: NOW,
  ...over,
})
const setOf = (incidents: readonly Incident[]) =>
  incidentSet(null, incidents, { from: NOW - 3_600_000, to: NOW }, [103, 24, 110, 30], NOW)
const place = (ratio: number, level: PlaceIdleness['level']) =>
  ({
    place: {
      id: `p${ratio}`,
      areaCode: '522301',
      ring: [
        [106, 26],
        [106.001, 26],
        [106.001, 26.001],
        [106, 26],
      ],
    },
    ratio,
    level,
  }) as unknown as PlaceIdleness

it('joins incidents of a square kilometre, and leaves out what patrols found and what has no place', () => {
  const demand = demandOf(
    setOf([
      incident([106.701, 26.601]),
      incident([106.703, 26.603]),
      incident([106.803, 26.603]),
      incident([106.803, 26.603], { source: 'patrol' }),
      incident(null),
    ]),
    [],
    [],
  )
  expect([...demand.weight].sort()).toEqual([1, 2])
  const two = demand.weight.indexOf(2)
  expect(demand.lng[two]).toBeCloseTo(106.702, 9)
  expect(demand.areaCodes).toEqual(['5201'])
  expect([...demand.inTown]).toEqual([1, 1])
})

it('weighs overdue places by how far they are over, up to a limit, and crowds by their level', () => {
  const pressure: CrowdPressure = { position: [108, 26.5], areaCode: '522634', level: '90' }
  const demand = demandOf(
    null,
    [place(0.8, 'due'), place(1.5, 'overdue'), place(9, 'long-overdue')],
    [pressure],
  )
  const of = (kind: (typeof DEMAND_KINDS)[number]) =>
    [...demand.weight].filter((_, i) => DEMAND_KINDS[demand.kind[i] as number] === kind)
  expect(of('overdue').sort((a, b) => a - b)).toEqual([
    0.5 * OVERDUE_WEIGHT,
    OVERDUE_MOST * OVERDUE_WEIGHT,
  ])
  expect(of('crowds')).toEqual([PRESSURE_WEIGHT['90']])
  expect(demandOf(null, [], []).weight.length).toBe(0)
})
