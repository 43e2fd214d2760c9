import type { Visit, WatchPlace } from '../../domain/patrol'
import { type DoseAccount, doseOf, type Stop } from '../../domain/patrol-dose'
import { idlenessOf, type PlaceIdleness } from '../../domain/patrol-idleness'
import { clockOf, orderOf, type PlaceClock, type UnitOrder } from '../../domain/patrol-order'
import { type PlaceTimeWithin, type Shift, shiftAt, timeWithin } from '../../domain/patrol-shift'
import { DAY_MS, type EpochMs, type TimeWindow } from '../../domain/time'
import type { CoverageSpan } from '../../view/coverage'

export interface PatrolAccount {
  readonly asOf: EpochMs
  /** Null: of a whole day, or no shift covers the hour. */
  readonly shift: Shift | null
  /** Of the span, until now. */
  readonly dose: DoseAccount
  readonly time: readonly PlaceTimeWithin[]
  readonly idle: readonly PlaceIdleness[]
  /** Of the last 24 h: a shift holds too few visits to judge an order by. */
  readonly clocks: ReadonlyMap<string, PlaceClock>
  readonly orders: readonly UnitOrder[]
}

export function patrolAccount(
  places: readonly WatchPlace[],
  visits: readonly Visit[],
  now: EpochMs,
  span: CoverageSpan = 'this',
): PatrolAccount {
  const day = doseOf(places, visits, { from: now - DAY_MS, to: now }, now)
  const { shift, window } = spanAt(now, span)
  const stopsOfUnit = new Map<string, Stop[]>()
  for (const stop of day.places.flatMap(({ stops }) => stops)) {
    const own = stopsOfUnit.get(stop.unitId)
    if (own) own.push(stop)
    else stopsOfUnit.set(stop.unitId, [stop])
  }
  return {
    asOf: now,
    shift,
    dose: span === 'day' ? day : doseOf(places, visits, window, now),
    time: timeWithin(places, visits, window, now),
    idle: idlenessOf(places, visits, now),
    clocks: new Map(day.places.map(({ place, stops }) => [place.id, clockOf(place.id, stops)])),
    orders: [...stopsOfUnit].map(([unitId, own]) => orderOf(unitId, own)),
  }
}

function spanAt(now: EpochMs, span: CoverageSpan): { shift: Shift | null; window: TimeWindow } {
  if (span === 'day') return { shift: null, window: { from: now - DAY_MS, to: now } }
  const running = shiftAt(now)
  const turn = span === 'last' && running ? shiftAt(running.window.from - 1) : running
  return turn ?? { shift: null, window: { from: now - DAY_MS / 3, to: now } }
}
