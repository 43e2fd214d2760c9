import { isStanding, type StandingAlarm } from '../../domain/alarm'
import { type Rate, rateOf } from '../../domain/alarm-flood'
import type { Quality } from '../../domain/quality'
import type { EpochMs } from '../../domain/time'
import type { AreaNames } from '../../ui/area-names'
import type { Inputs } from '../topic'
import { type ShownAlarm, type Standing, standingOf } from './standing'

export interface AlarmData {
  readonly now: EpochMs
  readonly all: readonly ShownAlarm[]
  readonly standing: Standing
  readonly rate: Rate
  /** Null: the server's alarms have never arrived. */
  readonly isTold: boolean
  readonly quality: Quality
  readonly areas: AreaNames
}

const shownBySnapshot = new WeakMap<readonly StandingAlarm[], readonly ShownAlarm[]>()

/**
 * The same list for the same snapshot, so that memory of it holds. 首警 is kept only where others of the place followed:
 * on every line it would mark nothing.
 */
export function fromServer(items: readonly StandingAlarm[]): readonly ShownAlarm[] {
  const known = shownBySnapshot.get(items)
  if (known) return known
  const byAlarm = new Map(items.map((one) => [one.alarm, one]))
  const perPlace = new Map<string | null, number>()
  for (const one of items)
    if (isStanding(one)) perPlace.set(one.placeId, (perPlace.get(one.placeId) ?? 0) + 1)
  const shown = items.map((one) => ({
    ...one,
    isLocal: false,
    isFirst: one.isFirst && one.placeId !== null && (perPlace.get(one.placeId) ?? 0) > 1,
    above: byAlarm.get(one.suppressedBy ?? '') ?? null,
  }))
  shownBySnapshot.set(items, shown)
  return shown
}

export function derive(
  { readings, now, present = now, areas }: Inputs,
  local: readonly ShownAlarm[] | null,
): AlarmData {
  const { snapshot, quality } = readings.alarms
  // What a lost server last said is not what stands; what this page knows itself still is.
  const told = snapshot && quality !== 'lost' ? fromServer(snapshot.items) : []
  // What this page finds at fault now is no alarm of the past.
  const own = now === present ? local : null
  const all = own && own.length > 0 ? [...told, ...own] : told
  const standing = standingOf(all)
  const rate = rateOf(
    all.map(({ raisedAt }) => raisedAt),
    now,
  )
  return {
    now,
    all,
    standing,
    rate,
    isTold: snapshot !== null && quality !== 'lost',
    quality,
    areas,
  }
}

export const alarmId = ({ alarm }: ShownAlarm) => alarm
