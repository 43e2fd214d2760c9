import { beforeAll, describe, expect, it } from 'vitest'
import { decodeAnswer } from '../src/api/decode'
import { FEED_IDS } from '../src/api/feeds'
import { BODY_LIMIT_BYTES } from '../src/api/fetch-answer'
import { decodeHistory } from '../src/api/history-decode'
import { distanceM, type LngLat } from '../src/domain/geo'
import { INCIDENT_SOURCES, type IncidentColumns } from '../src/domain/incident'
import { DAY_MS, HOUR_MS, hourOfDay, MINUTE_MS, SECOND_MS, WEEK_MS } from '../src/domain/time'
import { ROADS } from './geography'
import { openWorld, readRecording } from './node'
import { readingsOf } from './readings'
import { SCENARIO_IDS, type ScenarioId } from './scenarios'
import { createWorld, type Envelope, type World } from './world'

/** A Saturday, 13:00 on the province's clock. */
const AT = Date.parse('2026-11-21T05:00:00Z')
const SEED = 20261

const calm = createWorld({ scenario: 'calm', seed: SEED, scale: 1, startAt: AT })
const readings = readingsOf(calm, AT)

function columnsOf(world: World, from: number, to: number): IncidentColumns {
  const decoded = decodeHistory(world.history(from, to))
  if (!decoded.ok) throw new Error(decoded.cause)
  return decoded.columns
}

const items = <Id extends keyof typeof readings>(id: Id) => readings[id].snapshot?.items ?? []

describe('the same seed and clock', () => {
  it('answers the same, byte for byte, in whatever order it is asked', () => {
    const one = createWorld({ scenario: 'calm', seed: SEED, scale: 1, startAt: AT })
    const two = createWorld({ scenario: 'calm', seed: SEED, scale: 1, startAt: AT })
    for (const later of [HOUR_MS, 7 * SECOND_MS, 3 * DAY_MS])
      for (const feed of FEED_IDS) two.answer(feed, AT + later, null)
    for (const feed of FEED_IDS)
      expect(JSON.stringify(two.answer(feed, AT, null))).toBe(
        JSON.stringify(one.answer(feed, AT, null)),
      )
    expect(two.history(AT - DAY_MS, AT)).toEqual(one.history(AT - DAY_MS, AT))
  })

  it('differs by seed', () => {
    const other = createWorld({ scenario: 'calm', seed: SEED + 1, scale: 1, startAt: AT })
    for (const feed of ['incidents', 'units', 'visits', 'watch-places', 'fire-devices'] as const)
      expect(JSON.stringify(other.answer(feed, AT, null).items)).not.toBe(
        JSON.stringify(calm.answer(feed, AT, null).items),
      )
  })
})

describe.each(SCENARIO_IDS)('%s', (scenario: ScenarioId) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ scenario, seed: SEED, scale: 0.3, startAt: AT })
  })

  it('answers every feed through its schema without a reject', () => {
    for (const feed of FEED_IDS) {
      const bytes = new TextEncoder().encode(JSON.stringify(world.answer(feed, AT, null)))
      const decoded = decodeAnswer(feed, bytes, 'application/json')
      expect(decoded).toMatchObject({ ok: true, full: true, rejected: [], droppedPersonal: 0 })
    }
  })

  it('rebuilds the full picture from deltas', () => {
    for (const feed of FEED_IDS) {
      let cursor: string | null = null
      const held = new Map<string, unknown>()
      for (const after of [0, 10 * SECOND_MS, 95 * SECOND_MS, 9 * MINUTE_MS, 14 * MINUTE_MS]) {
        const answer: Envelope = world.answer(feed, AT + after, cursor)
        if (answer.full) held.clear()
        expect(answer.full).toBe(cursor === null)
        for (const item of answer.items) held.set(item.id, item)
        for (const id of answer.removed) expect(held.delete(id)).toBe(true)
        cursor = answer.cursor
        const whole: Envelope = world.answer(feed, AT + after, null)
        expect(held).toEqual(new Map(whole.items.map((item) => [item.id, item])))
      }
    }
  })

  it('answers in full where the cursor is foreign, ahead or too old', () => {
    const { cursor } = world.answer('incidents', AT, null)
    expect(world.answer('incidents', AT + 16 * MINUTE_MS, cursor).full).toBe(true)
    expect(world.answer('incidents', AT - SECOND_MS, cursor).full).toBe(true)
    expect(world.answer('units', AT, cursor).full).toBe(true)
    expect(world.answer('incidents', AT, 'x.incidents.0').full).toBe(true)
    expect(world.answer('incidents', AT + SECOND_MS, cursor).full).toBe(false)
  })
})

describe('amounts', () => {
  it('are those of the province', () => {
    expect(items('units')).toHaveLength(400)
    expect(items('watch-places')).toHaveLength(600)
    expect(items('scenic-areas')).toHaveLength(30)
    expect(items('crowd')).toHaveLength(30)
    expect(items('fire-devices')).toHaveLength(5_000)
    expect(items('fire-readings')).toHaveLength(5_000)
    const classes = new Set(items('fire-devices').map((device) => device.buildingClass))
    expect(classes.size).toBe(8)
  })

  it('come to about 120,000 incidents in two years', () => {
    const { count } = columnsOf(calm, AT - 731 * DAY_MS, AT)
    expect(count).toBeGreaterThan(117_000)
    expect(count).toBeLessThan(123_000)
  })

  it('follow the scale', () => {
    const double = createWorld({ scenario: 'calm', seed: SEED, scale: 2, startAt: AT })
    expect(double.answer('units', AT, null).items).toHaveLength(800)
    expect(double.answer('fire-devices', AT, null).items).toHaveLength(10_000)
    const ratio =
      columnsOf(double, AT - 4 * WEEK_MS, AT).count / columnsOf(calm, AT - 4 * WEEK_MS, AT).count
    expect(ratio).toBeGreaterThan(1.9)
    expect(ratio).toBeLessThan(2.1)
  })

  it('keep 15 to 40 incidents open by day', () => {
    for (const hour of [0, 2, 4, 6, 8]) {
      const { items } = calm.answer('incidents', AT + hour * HOUR_MS, null)
      const open = items.filter(({ stage }) => stage !== 'closed').length
      expect(open).toBeGreaterThanOrEqual(12)
      expect(open).toBeLessThanOrEqual(45)
    }
  })
})

describe('the largest scale', () => {
  it("keeps every answer under the contract's 20 MB", () => {
    const world = createWorld({ scenario: 'calm', seed: SEED, scale: 50, startAt: AT })
    for (const feed of FEED_IDS)
      expect(Buffer.byteLength(JSON.stringify(world.answer(feed, AT, null)))).toBeLessThan(
        BODY_LIMIT_BYTES,
      )
    expect(world.answer('units', AT, null).items).toHaveLength(20_000)
  }, 120_000)
})

describe('rhythms', () => {
  const year = columnsOf(calm, AT - 365 * DAY_MS, AT)

  it('are slow by night and quick in the evening', () => {
    const byHour = new Array<number>(24).fill(0)
    for (const at of year.occurredAt) byHour[hourOfDay(at)] = (byHour[hourOfDay(at)] ?? 0) + 1
    expect((byHour[20] ?? 0) / (byHour[4] ?? 0)).toBeGreaterThan(3)
  })

  it('change at Spring Festival', () => {
    const festival = Date.parse('2026-02-17T00:00:00+08:00')
    const perDay = (from: number, days: number) =>
      columnsOf(calm, from, from + days * DAY_MS).count / days
    expect(perDay(festival, 6) / perDay(festival + 30 * DAY_MS, 28)).toBeLessThan(0.88)
  })

  it('find hot spots in the core of the capital and little in the country', () => {
    const density = densityOf(columnsOf(calm, AT - WEEK_MS, AT))
    expect(density([106.713, 26.588])).toBeGreaterThan(8)
    expect(density([106.687, 26.563])).toBeGreaterThan(6)
    expect(density([107.981, 26.578])).toBeGreaterThan(1)
    expect(density([107.981, 26.578])).toBeLessThan(7)
    expect(density([108.3, 25.6])).toBeLessThan(0.5)
  })

  it('repeat near by: more close pairs than the same places at other times', () => {
    const thefts: { at: number; position: LngLat }[] = []
    const theftCode = 1
    for (let i = 0; i < year.count; i++)
      if (year.category[i] === theftCode && !Number.isNaN(year.lng[i]))
        thefts.push({
          at: year.occurredAt[i] ?? 0,
          position: [year.lng[i] ?? 0, year.lat[i] ?? 0],
        })
    const sample = thefts.slice(0, 2_500)
    let soon = 0
    let later = 0
    for (let i = 0; i < sample.length; i++)
      for (let j = i + 1; j < sample.length; j++) {
        const a = sample[i] as (typeof sample)[number]
        const b = sample[j] as (typeof sample)[number]
        const apart = b.at - a.at
        if (apart > 35 * DAY_MS) break
        if (Math.abs(a.position[1] - b.position[1]) > 0.001) continue
        if (distanceM(a.position, b.position) > 100) continue
        if (apart <= 7 * DAY_MS) soon++
        else if (apart > 28 * DAY_MS) later++
      }
    expect(soon).toBeGreaterThan(2 * later)
  })

  it('hold patrol finds and incidents without a position', () => {
    const patrol = INCIDENT_SOURCES.indexOf('patrol')
    const found = year.source.filter((code) => code === patrol).length
    const unplaced = year.lng.filter(Number.isNaN).length
    expect(found / year.count).toBeGreaterThan(0.06)
    expect(found / year.count).toBeLessThan(0.2)
    expect(unplaced / year.count).toBeGreaterThan(0.005)
    expect(unplaced / year.count).toBeLessThan(0.03)
  })
})

/** Quartic kernel, 2 km, incidents reported by the public per km² in these columns' span. */
function densityOf(columns: IncidentColumns) {
  return (centre: LngLat): number => {
    let sum = 0
    for (let i = 0; i < columns.count; i++) {
      if (columns.source[i] !== 0 || Number.isNaN(columns.lng[i])) continue
      const r = distanceM(centre, [columns.lng[i] ?? 0, columns.lat[i] ?? 0]) / 2_000
      if (r < 1) sum += (3 / (4 * Math.PI)) * (1 - r * r) ** 2
    }
    return sum
  }
}

describe('incidents', () => {
  it('live in order: received, dispatched, arrived, closed', () => {
    for (const incident of items('incidents')) {
      const times = [
        incident.occurredAt,
        incident.receivedAt,
        incident.dispatchedAt,
        incident.arrivedAt,
        incident.closedAt,
      ].filter((time): time is number => time !== null)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(AT)
    }
  })

  it('join the history without a gap or a double', () => {
    const live = items('incidents').filter(({ occurredAt }) => occurredAt >= AT - DAY_MS)
    const past = decodeHistory(calm.history(AT - DAY_MS, AT, AT))
    expect(past).toMatchObject({ ok: true, rejectedCount: 0 })
    expect(past.ok && past.columns.count).toBe(live.length)
  })
})

describe('patrols', () => {
  it('keep to the roads or to their town, and do not leap', () => {
    const before = items('units')
    const after = readingsOf(calm, AT + 20 * SECOND_MS).units.snapshot?.items ?? []
    let moved = 0
    for (const [i, unit] of before.entries()) {
      const next = after[i]
      if (!unit.position || !next?.position) continue
      const leap = distanceM(unit.position, next.position)
      moved += leap > 20 ? 1 : 0
      const kmh = (leap / Math.max(1, (next.observedAt - unit.observedAt) / 1_000)) * 3.6
      expect(kmh).toBeLessThan(120)
    }
    expect(moved).toBeGreaterThan(200)
  })

  it('drive on roads where their beat is a road', () => {
    const traffic = items('units').filter(({ kind }) => kind === 'traffic')
    expect(traffic.length).toBeGreaterThan(50)
    for (const { position } of traffic)
      if (position) expect(roadDistanceM(position)).toBeLessThan(60)
  })

  it('are where they say that they are visiting', () => {
    const units = new Map(items('units').map((unit) => [unit.id, unit]))
    const places = new Map(items('watch-places').map((place) => [place.id, place]))
    const under = items('visits').filter(({ leftAt }) => leftAt === null)
    expect(under.length).toBeGreaterThan(10)
    let near = 0
    for (const visit of under) {
      const position = units.get(visit.unitId)?.position
      const corner = places.get(visit.placeId)?.ring[0]
      if (position && corner && distanceM(position, corner) < 500) near++
    }
    // A unit that has fallen silent still stands where it last reported from.
    expect(near / under.length).toBeGreaterThan(0.9)
  })

  it('leave some places overdue and a few far overdue', () => {
    const last = new Map<string, number>()
    for (const { placeId, leftAt } of items('visits'))
      last.set(placeId, Math.max(last.get(placeId) ?? 0, leftAt ?? AT))
    const ratios = items('watch-places').map((place) => {
      const rule = place.required.find(({ fromHour, toHour }) => fromHour <= 13 && toHour > 13)
      const seen = last.get(place.id) ?? AT - DAY_MS
      return (AT - seen) / MINUTE_MS / (rule?.everyMin ?? Number.POSITIVE_INFINITY)
    })
    expect(ratios.filter((ratio) => ratio > 1).length).toBeGreaterThan(15)
    expect(ratios.filter((ratio) => ratio > 1).length).toBeLessThan(150)
    expect(ratios.filter((ratio) => ratio > 2).length).toBeGreaterThan(3)
  })

  it('fall silent now and then', () => {
    const silent = items('units').filter(({ observedAt }) => AT - observedAt > 5 * MINUTE_MS)
    expect(silent.length).toBeGreaterThan(0)
    expect(silent.length).toBeLessThan(12)
  })
})

function roadDistanceM([lng, lat]: LngLat): number {
  let best = Number.POSITIVE_INFINITY
  const k = Math.cos((lat * Math.PI) / 180)
  for (const { points } of ROADS)
    for (let i = 1; i < points.length; i++) {
      const a = points[i - 1] as LngLat
      const b = points[i] as LngLat
      const ax = (a[0] - lng) * k
      const ay = a[1] - lat
      const dx = (b[0] - a[0]) * k
      const dy = b[1] - a[1]
      const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)))
      best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy) * 111_195)
    }
  return best
}

describe('crowds', () => {
  it('never hold fewer than nobody, at any hour, and rise and fall', () => {
    for (const scenario of ['calm', 'festival'] as const) {
      const world = createWorld({ scenario, seed: SEED, scale: 1, startAt: AT })
      const totals: number[] = []
      for (let hour = 0; hour < 24; hour++) {
        const { items } = world.answer('crowd', AT + hour * HOUR_MS, null)
        let total = 0
        for (const area of items) {
          const inside = area.gates.reduce((sum, gate) => sum + gate.entries - gate.exits, 0)
          expect(inside).toBeGreaterThanOrEqual(0)
          total += inside
          for (const zone of area.zones) expect(zone.persons).toBeGreaterThanOrEqual(0)
        }
        totals.push(total)
      }
      expect(Math.max(...totals)).toBeGreaterThan(20 * Math.min(...totals))
    }
  })

  it('count up only, between two resets', () => {
    const midnight = Date.parse('2026-11-21T00:00:00+08:00')
    const at = (hour: number) => calm.answer('crowd', midnight + hour * HOUR_MS, null).items
    for (let hour = 1; hour < 24; hour++)
      for (const [i, area] of at(hour).entries())
        for (const [g, gate] of area.gates.entries()) {
          const before = at(hour - 1)[i]?.gates[g]
          // The gate whose counter is down is reset when it fails again, at 06:40.
          if (gate.downSince !== null) continue
          expect(gate.entries).toBeGreaterThanOrEqual(before?.entries ?? 0)
          expect(gate.exits).toBeGreaterThanOrEqual(before?.exits ?? 0)
        }
  })

  it('have one gate down, in one area', () => {
    const down = items('crowd').filter(({ gates }) => gates.some((gate) => gate.downSince !== null))
    expect(down).toHaveLength(1)
  })

  it('come near 80 % in one or two areas of a calm day, and past 100 % at the festival', () => {
    const fullness = (scenario: 'calm' | 'festival') => {
      const world = createWorld({ scenario, seed: SEED, scale: 1, startAt: AT })
      const counts = world.answer('crowd', AT + HOUR_MS, null).items
      return world.answer('scenic-areas', AT, null).items.map((area, i) => {
        const gates = counts[i]?.gates ?? []
        const inside = gates.reduce((sum, gate) => sum + gate.entries - gate.exits, 0)
        const densest = Math.max(
          ...area.zones.map((zone, z) => (counts[i]?.zones[z]?.persons ?? 0) / zone.usableM2),
        )
        return { share: inside / area.instantCapacity, densest }
      })
    }
    const usual = fullness('calm').map(({ share }) => share)
    expect(usual.filter((share) => share > 0.7).length).toBeGreaterThanOrEqual(1)
    expect(usual.filter((share) => share > 0.7).length).toBeLessThanOrEqual(3)
    expect(Math.max(...usual)).toBeLessThan(0.9)
    const festive = fullness('festival')
    expect(festive.filter(({ share }) => share >= 1).length).toBeGreaterThanOrEqual(1)
    expect(festive.filter(({ share }) => share >= 0.8).length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...festive.map(({ densest }) => densest))).toBeGreaterThan(4)
  })
})

describe('fire', () => {
  const count = (world: World, state: string) =>
    world.answer('fire-readings', AT, null).items.filter(({ states }) => states.includes(state))
      .length

  it('has a few of every trouble on a calm day, and silent devices', () => {
    for (const state of ['fault', 'disabled', 'supervisory', 'unknown']) {
      expect(count(calm, state)).toBeGreaterThan(3)
      expect(count(calm, state)).toBeLessThan(120)
    }
    const silent = items('fire-readings').filter(
      ({ observedAt }) => AT - observedAt > 10 * MINUTE_MS,
    )
    expect(silent.length).toBeGreaterThan(8)
    expect(items('fire-readings').some(({ code }) => code !== null && code >= 128)).toBe(true)
    expect(items('fire-devices').some(({ position }) => position === null)).toBe(true)
  })

  it('alarms rarely on a calm day and in dozens in a storm', () => {
    let withAlarm = 0
    for (let i = 0; i < 48; i++)
      withAlarm += calm
        .answer('fire-readings', AT + (i * 30 + 6) * MINUTE_MS, null)
        .items.some(({ states }) => states.includes('alarm'))
        ? 1
        : 0
    expect(withAlarm).toBeGreaterThan(0)
    expect(withAlarm).toBeLessThan(24)
    const storm = createWorld({ scenario: 'fire-storm', seed: SEED, scale: 1, startAt: AT })
    expect(count(storm, 'alarm')).toBeGreaterThan(15)
    expect(count(storm, 'fault')).toBeGreaterThan(60)
    const extreme = (world: World) =>
      world.answer('incidents', AT, null).items.filter(({ severity }) => severity === 'extreme')
    expect(extreme(storm).length).toBeGreaterThan(extreme(calm).length + 4)
  })
})

describe('columbia', () => {
  it('replays the record: the same local clock time on the same weekday', async () => {
    const recording = await readRecording()
    expect(recording.count).toBe(48_842)
    const unplaced = recording.lng.filter(Number.isNaN).length
    expect(unplaced / recording.count).toBeCloseTo(0.12, 2)

    const world = createWorld({
      scenario: 'columbia',
      seed: SEED,
      scale: 1,
      startAt: AT,
      recording,
    })
    const loop = columnsOf(world, AT - 34 * WEEK_MS, AT)
    expect(loop.count).toBe(48_842)
    expect(loop.lng.filter(Number.isNaN).length).toBe(unplaced)

    // The first call of the log: 2025-11-05T00:07:50, a Wednesday, in the city's own time.
    const first = Date.parse('2025-11-05T00:07:50+08:00') + 34 * WEEK_MS
    const { items } = world.answer('incidents', first + SECOND_MS, null)
    const again = items.find(({ occurredAt }) => Date.parse(occurredAt) === first)
    expect(again).toMatchObject({
      label: 'LAW ALARM',
      source: 'sensor',
      stage: 'received',
      position: [-92.3246, 38.9652],
    })
    expect(new Date(first + 8 * HOUR_MS).getUTCDay()).toBe(3)
  })

  it('needs its recording', () => {
    expect(() => createWorld({ scenario: 'columbia', seed: 1, scale: 1, startAt: AT })).toThrow(
      RangeError,
    )
  })
})

describe('cost', () => {
  /** Of this process alone: a busy machine does not make the world dearer. */
  const cpuMs = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  }

  it('stays small: a world in 300 ms, a poll of the units in 5 ms (both with room for a slow machine)', () => {
    const begin = cpuMs()
    const world = createWorld({ scenario: 'calm', seed: 7, scale: 1, startAt: AT })
    expect(cpuMs() - begin).toBeLessThan(1_000)
    let { cursor } = world.answer('units', AT, null)
    const times: number[] = []
    for (let i = 1; i <= 20; i++) {
      const start = cpuMs()
      const answer = world.answer('units', AT + i * 5_000, cursor)
      times.push(cpuMs() - start)
      cursor = answer.cursor
    }
    times.sort((a, b) => a - b)
    expect(times[10]).toBeLessThan(15)
  })
})
