import { describe, expect, it } from 'vitest'
import { distanceM, type LngLat, type Ring } from '../../src/domain/geo'
import type { Visit, WatchPlace } from '../../src/domain/patrol'
import { DOSE, doseOf } from '../../src/domain/patrol-dose'
import { HOUR_MS, hourOfDay, MINUTE_MS, SECOND_MS } from '../../src/domain/time'
import { type CabColumns, cabDays, readCabs, whyNoCabs } from './cabs'

const LONG = Boolean(process.env.LONG)
/** One cab in eight of the first day in CI; LONG=1 takes every cab of all three. */
const EVERY = LONG ? 1 : 8
const DAYS = LONG ? cabDays() : cabDays().slice(0, 1)
const missing = whyNoCabs()

/** Watch places are laid where cabs stand most, this far apart. */
const PLACES = 12
const HALF_M = 150
const APART_M = 600
/** A longer silence, and nobody knows whether the cab stayed. */
const MAX_GAP_S = 300
const PLANNED_MIN = 12
const REQUIRED = [
  { fromHour: 8, toHour: 20, everyMin: 120 },
  { fromHour: 22, toHour: 4, everyMin: 60 },
]

const at = ({ lng, lat }: CabColumns, i: number): LngLat => [lng[i] as number, lat[i] as number]

/** Squares round the cells in which most positions do not move. */
function layPlaces(cabs: CabColumns): WatchPlace[] {
  const counts = new Map<string, { at: LngLat; n: number }>()
  for (let i = 1; i < cabs.count; i++) {
    if (cabs.cab[i] !== cabs.cab[i - 1] || distanceM(at(cabs, i - 1), at(cabs, i)) > 30) continue
    const [lng, lat] = at(cabs, i)
    const cell: LngLat = [Math.round(lng * 400) / 400, Math.round(lat * 400) / 400]
    const known = counts.get(String(cell))
    if (known) known.n++
    else counts.set(String(cell), { at: cell, n: 1 })
  }
  const laid: LngLat[] = []
  for (const one of [...counts.values()].sort((a, b) => b.n - a.n)) {
    if (laid.length === PLACES) break
    if (laid.every((other) => distanceM(other, one.at) > APART_M)) laid.push(one.at)
  }
  return laid.map((centre, k) => ({
    id: `place-${k}`,
    name: `place ${k}`,
    nameEn: null,
    areaCode: '520103',
    ring: squareRound(centre),
    required: REQUIRED,
    plannedDoseMin: PLANNED_MIN,
    observedAt: 0,
  }))
}

function squareRound([lng, lat]: LngLat): Ring {
  const dLat = HALF_M / 111_195
  const dLng = dLat / Math.cos((lat * Math.PI) / 180)
  const corner = (x: number, y: number): LngLat => [lng + x * dLng, lat + y * dLat]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]
}

const isIn = ([lng, lat]: LngLat, ring: Ring) =>
  lng >= (ring[0]?.[0] ?? 0) &&
  lng <= (ring[2]?.[0] ?? 0) &&
  lat >= (ring[0]?.[1] ?? 0) &&
  lat <= (ring[2]?.[1] ?? 0)

/** From the first position inside to the last one, as a server would tell visits; a silence ends one. */
function visitsOf(cabs: CabColumns, places: readonly WatchPlace[]) {
  const visits: Visit[] = []
  let silences = 0
  for (const { id: placeId, ring } of places) {
    let from = -1
    for (let i = 0; i <= cabs.count; i++) {
      const isSame = i > 0 && i < cabs.count && cabs.cab[i] === cabs.cab[i - 1]
      const isSilent =
        isSame && (cabs.seconds[i] as number) - (cabs.seconds[i - 1] as number) > MAX_GAP_S
      const isInside = i < cabs.count && isIn(at(cabs, i), ring)
      if (from >= 0 && (!isSame || isSilent || !isInside)) {
        if (isSilent && isInside) silences++
        const [enteredAt, leftAt] = [from, i - 1].map(
          (k) => (cabs.seconds[k] as number) * SECOND_MS,
        )
        visits.push({
          id: `${placeId} ${from}`,
          placeId,
          unitId: `cab ${cabs.cab[from]}`,
          enteredAt: enteredAt as number,
          leftAt: leftAt as number,
          observedAt: leftAt as number,
        })
        from = -1
      }
      if (from < 0 && isInside) from = i
    }
  }
  return { visits, silences }
}

/** Slow and obvious: every second of the window is looked at, for each place and each cab. */
function bruteForce(
  place: WatchPlace,
  visits: readonly Visit[],
  from: number,
  to: number,
  record: number,
) {
  const seconds = (to - record) / SECOND_MS
  const start = (from - record) / SECOND_MS
  const own = visits.filter(({ placeId }) => placeId === place.id)
  const anyone = new Uint8Array(seconds)
  /** Somebody was there at this very moment, if only for it: nobody has been idle since before it. */
  const moments = new Uint8Array(seconds + 1)
  const counts = { 'under-way': 0, short: 0, dose: 0, over: 0 }
  for (const unit of new Set(own.map(({ unitId }) => unitId))) {
    // A moment of presence is a second that is touched; ends are exclusive, a visit without length marks its own second.
    const here = new Uint8Array(seconds + 1)
    const touched = new Uint8Array(seconds + 1)
    for (const { unitId, enteredAt, leftAt } of own) {
      if (unitId !== unit) continue
      const [a, b] = [(enteredAt - record) / SECOND_MS, ((leftAt ?? to) - record) / SECOND_MS]
      for (let s = a; s < b; s++) here[s] = 1
      touched[a] = 1
      touched[b] = 1
      moments[a] = 1
      moments[b] = 1
    }
    for (let s = 0; s < seconds; s++) if (here[s]) anyone[s] = 1
    let begun = -1
    let lastTouch = -1
    const close = () => {
      if (begun < 0) return
      const stay = lastTouch - begun
      const isInWindow = stay === 0 ? begun >= start : lastTouch > start
      if (isInWindow) counts[stay > 960 ? 'over' : stay >= 600 ? 'dose' : 'short']++
      begun = -1
    }
    for (let s = 0; s <= seconds; s++) {
      if (!here[s] && !touched[s]) continue
      if (begun >= 0 && s - lastTouch >= DOSE.mergeMs / SECOND_MS) close()
      if (begun < 0) begun = s
      lastTouch = s
    }
    close()
    // Out for less than the merge: still the same stop, and so there.
    mark(here, touched, anyone)
  }
  let [delivered, unasked, planned, gap, idle] = [0, 0, 0, 0, 0]
  let seen = false
  let isAtLeast = false
  for (let s = 0; s < seconds; s++) {
    const every = asked(record + s * SECOND_MS)
    if (moments[s] || anyone[s]) {
      seen = true
      idle = 0
    }
    if (!anyone[s]) idle++
    if (s < start) continue
    if (every === null) {
      if (anyone[s]) unasked++
      continue
    }
    planned += 1 / (every * 60)
    if (anyone[s]) delivered++
    else {
      if (!seen) isAtLeast = true
      gap = Math.max(gap, idle)
    }
  }
  return { delivered, unasked, plannedMin: planned * PLANNED_MIN, gap, isAtLeast, counts }
}

function mark(here: Uint8Array, touched: Uint8Array, anyone: Uint8Array) {
  let last = -1
  for (let s = 0; s < here.length; s++) {
    if (!here[s] && !touched[s]) continue
    if (last >= 0 && s - last < DOSE.mergeMs / SECOND_MS)
      for (let k = last; k < Math.min(s, anyone.length); k++) anyone[k] = 1
    last = s
  }
}

function asked(time: number): number | null {
  const hour = hourOfDay(time)
  if (hour >= 8 && hour < 20) return 120
  return hour >= 22 || hour < 4 ? 60 : null
}

describe.skipIf(missing !== null)(
  `dose of real positions (${missing ?? `${DAYS.length} day(s), 1 cab in ${EVERY}`})`,
  () => {
    it.each(DAYS)(
      '%s: each place gets what a look at every second says',
      { timeout: 300_000 },
      (day) => {
        const cabs = readCabs(day, EVERY)
        const places = layPlaces(cabs)
        const { visits, silences } = visitsOf(cabs, places)
        const record =
          Math.floor(cabs.seconds.reduce((a, b) => Math.min(a, b), 1e12) / 3600) * HOUR_MS
        // Two thirds of a day of which eight hours are looked at: stops of the hours before reach into the window.
        const [from, to] = [record + 10 * HOUR_MS, record + 18 * HOUR_MS]
        const known = visits.filter(({ leftAt }) => (leftAt ?? 0) < to)
        const account = doseOf(places, known, { from, to }, to)
        const sum = { short: 0, dose: 0, over: 0, delivered: 0 }
        account.places.forEach((ours, k) => {
          const place = places[k] as WatchPlace
          const theirs = bruteForce(place, known, from, to, record)
          expect(ours.counts, place.id).toEqual(theirs.counts)
          expect(ours.deliveredMs / SECOND_MS).toBeCloseTo(theirs.delivered, 6)
          expect(ours.unaskedMs / SECOND_MS).toBeCloseTo(theirs.unasked, 6)
          expect(ours.plannedSoFarMs / MINUTE_MS).toBeCloseTo(theirs.plannedMin, 6)
          if (!theirs.isAtLeast)
            expect((ours.longestGapMs ?? 0) / SECOND_MS).toBeCloseTo(theirs.gap, 6)
          expect(ours.isGapAtLeast).toBe(theirs.isAtLeast)
          for (const name of ['short', 'dose', 'over'] as const) sum[name] += theirs.counts[name]
          sum.delivered += theirs.delivered
        })
        console.info(
          `${day}: ${cabs.count} positions, ${visits.length} visits to ${places.length} places, ` +
            `${silences} ended by a silence over ${MAX_GAP_S} s; in 8 h ${sum.short} short, ${sum.dose} dose, ` +
            `${sum.over} over, ${Math.round(sum.delivered / 60)} min delivered`,
        )
        expect(Math.min(sum.short, sum.dose, sum.over)).toBeGreaterThan(5)
      },
    )
  },
)
