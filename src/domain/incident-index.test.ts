import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceM, type LngLat } from './geo'
import type { IncidentColumns } from './incident'
import { incidentIndex, nearestRow } from './incident-index'

const columns = (places: readonly (LngLat | null)[]): IncidentColumns => ({
  count: places.length,
  lng: Float64Array.from(places, (place) => place?.[0] ?? Number.NaN),
  lat: Float64Array.from(places, (place) => place?.[1] ?? Number.NaN),
  occurredAt: Float64Array.from(places, (_, i) => i),
  category: new Uint8Array(places.length),
  severity: new Uint8Array(places.length),
  source: new Uint8Array(places.length),
  area: new Uint16Array(places.length),
  areas: [''],
})
const place = fc.tuple(
  fc.double({ min: 106, max: 107, noNaN: true }),
  fc.double({ min: 26, max: 27, noNaN: true }),
)

test('finds what looking at every row finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(place, { freq: 8 }), { maxLength: 200 }),
      place,
      fc.double({ min: 10, max: 60_000, noNaN: true }),
      (places, at, reachM) => {
        const held = columns(places)
        const isMeant = (row: number) => row % 3 !== 0
        const found = nearestRow(incidentIndex(held), held, at, reachM, isMeant)
        let [best, least] = [-1, reachM]
        for (const [row, one] of places.entries()) {
          if (!one || !isMeant(row) || distanceM(one, at) > least) continue
          ;[best, least] = [row, distanceM(one, at)]
        }
        expect(found).toBe(best)
      },
    ),
    { numRuns: 300 },
  )
})

test('of several at one place the latest; nothing where there is nothing', () => {
  const held = columns([[106, 26], [106, 26], null])
  expect(nearestRow(incidentIndex(held), held, [106, 26], 5, () => true)).toBe(1)
  expect(nearestRow(incidentIndex(held), held, [106, 26], 5, () => false)).toBe(-1)
  const none = columns([null])
  expect(nearestRow(incidentIndex(none), none, [106, 26], 5_000_000, () => true)).toBe(-1)
})
