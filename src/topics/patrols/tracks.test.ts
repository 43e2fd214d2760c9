import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../domain/geo'
import { NEVER_S } from '../../domain/idleness-surface'
import type { Unit, WatchPlace } from '../../domain/patrol'
import { positionAt } from '../../map/units'
import { enterSteps, newSurface, stepTracks } from './tracks'

const NOW = Date.parse('2026-11-23T13:00:00Z')
const HERE: LngLat = [106.7, 26.6]
/** So many metres east of here. */
const east = (metres: number): LngLat => [HERE[0] + metres / 99_400, HERE[1]]

const unit = (id: string, position: LngLat | null, observedAt = NOW): Unit => ({
  id,
  callSign: id,
  kind: 'car',
  status: 'available',
  position,
  headingDeg: 90,
  speedKmh: 40,
  areaCode: '520103',
  observedAt,
})

describe('tracks', () => {
  it('go from where a unit is drawn to where it was reported, and never jump', () => {
    const first = stepTracks(null, [unit('a', HERE)], NOW)
    expect(positionAt(first.columns, 0, NOW)).toEqual([...HERE])
    const second = stepTracks(first, [unit('a', east(50), NOW + 5_000)], NOW + 5_000)
    expect(positionAt(second.columns, 0, NOW + 5_000)).toEqual([...HERE])
    const half = positionAt(second.columns, 0, NOW + 7_500)
    // The next answer comes while it is still on its way.
    const third = stepTracks(second, [unit('a', east(90), NOW + 7_500)], NOW + 7_500)
    expect(positionAt(third.columns, 0, NOW + 7_500)[0]).toBeCloseTo(half[0], 9)
    expect(positionAt(third.columns, 0, NOW + 60_000)[0]).toBeCloseTo(east(90)[0], 9)
  })

  it('let a silent unit and one that stands be where they are, and leave out who has no place', () => {
    const first = stepTracks(null, [unit('a', HERE), unit('b', HERE), unit('c', null)], NOW)
    expect(first.columns.count).toBe(2)
    const old = unit('a', east(500), NOW - 200_000)
    const next = stepTracks(first, [old, unit('b', east(2))], NOW + 5_000)
    expect(positionAt(next.columns, 0, NOW + 5_000)).toEqual([...east(500)])
    expect(next.trails.count).toBe(0)
  })

  it('keep a trail for two minutes', () => {
    let tracks = stepTracks(null, [unit('a', HERE)], NOW)
    for (let i = 1; i <= 40; i++) {
      const at = NOW + i * 5_000
      tracks = stepTracks(tracks, [unit('a', east(50 * i), at)], at)
    }
    expect(tracks.trails.count).toBeGreaterThan(20)
    expect(tracks.trails.count).toBeLessThanOrEqual(25)
  })
})

describe('the surface', () => {
  const place: WatchPlace = {
    id: 'p',
    name: 'p',
    nameEn: null,
    areaCode: '520103',
    ring: [HERE, east(100), [east(100)[0], HERE[1] + 0.001], [HERE[0], HERE[1] + 0.001], HERE],
    required: [],
    plannedDoseMin: 12,
    observedAt: NOW,
  }
  const visit = {
    id: 'v',
    placeId: 'p',
    unitId: 'a',
    enteredAt: NOW - 3_600_000,
    leftAt: NOW - 3_000_000,
    observedAt: NOW,
  }
  const seen = (surface: ReturnType<typeof newSurface>) =>
    surface.grid.lastS.filter((s) => s !== NEVER_S).length

  it('begins with the visits on record, and asks near watch places only', () => {
    const region = [106.5, 26.4, 106.9, 26.8] as const
    const surface = newSurface(region, [place], [visit], NOW)
    expect(seen(surface)).toBeGreaterThan(0)
    const asked = surface.mask.reduce((sum, one) => sum + one, 0)
    // A disc of 1.5 km in cells of 250 m.
    expect(asked).toBeGreaterThan(80)
    expect(asked).toBeLessThan(150)
  })

  it('enters the way between two reports, and not a way that nobody knows', () => {
    const region = [106.5, 26.4, 106.9, 26.8] as const
    const empty = newSurface(region, [], [], NOW)
    const driven = enterSteps(
      empty,
      [unit('a', HERE)],
      [unit('a', east(1_500), NOW + 20_000)],
      NOW + 20_000,
    )
    const all = seen(driven)
    expect(all).toBeGreaterThan(6)
    expect(driven.grid).not.toBe(empty.grid)
    const far = newSurface(region, [], [], NOW)
    enterSteps(far, [unit('a', HERE)], [unit('a', east(15_000), NOW + 20_000)], NOW + 20_000)
    expect(seen(far)).toBeLessThan(all + 4)
  })
})
