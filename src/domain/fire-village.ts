import type { FireDevice } from './fire'
import { type FireVerification, verdictOf } from './fire-verification'
import type { LngLat } from './geo'
import { DAY_MS, type EpochMs, PROVINCE_OFFSET_MS } from './time'

/** Villages of 50 and more wooden houses are risk areas (custom of the province). */
export const RISK_WOODEN_HOUSES = 50

export interface DaysWithoutFire {
  /** Days by the province's calendar since the last fire: 0 on its own day. Null: nothing is known. */
  readonly days: number | null
  /** No fire is on record; the record is no older than this. */
  readonly isAtLeast: boolean
}

/** A fire that bears a later time than ours was real all the same: its clock is wrong, and the count starts anew. */
export function daysWithoutFire(
  fires: readonly EpochMs[],
  recordsSince: EpochMs | null,
  now: EpochMs,
): DaysWithoutFire {
  const last = fires.reduce<EpochMs | null>((a, b) => (a === null ? b : Math.max(a, b)), null)
  const since = last ?? recordsSince
  const days = since === null ? null : Math.max(0, dayOf(now) - dayOf(since))
  return { days, isAtLeast: last === null && days !== null }
}

const dayOf = (at: EpochMs) => Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS)

export interface FireVillage {
  readonly placeId: string
  readonly place: string
  readonly placeEn: string | null
  readonly areaCode: string
  readonly position: LngLat | null
  /** The most that any of its devices' records states; null: none does. */
  readonly woodenHouses: number | null
  /** Null: a wooden village of unknown size. */
  readonly isRisk: boolean | null
  readonly withoutFire: DaysWithoutFire
  readonly lastFireAt: EpochMs | null
  /** Alarms that nobody has verified: each of them may be a fire, and the counter does not know. */
  readonly waiting: number
}

/** What is known of past alarms. */
export interface FireRecord {
  readonly verifications: readonly FireVerification[]
  /** When the record begins; null: nobody says. */
  readonly since: EpochMs | null
}

export interface FireVillages {
  readonly villages: readonly FireVillage[]
  /** Fires of devices that the register does not know: they belong to a place, and no counter shows them. */
  readonly unplacedFires: number
}

/**
 * Places that state wooden houses or are called wooden villages: first the risk areas, then those of unknown size, then
 * the smaller ones; in each, the latest fire first. Only alarms found true (属实) are fires.
 */
export function fireVillages(
  devices: readonly FireDevice[],
  { verifications, since }: FireRecord,
  now: EpochMs,
): FireVillages {
  const placeOf = new Map(devices.map(({ id, placeId }) => [id, placeId]))
  const alarms = groupBy(verifications, ({ deviceId }) => placeOf.get(deviceId) ?? null)
  const places = groupBy(devices.filter(isOfWood), ({ placeId }) => placeId)
  const villages = [...places.values()].map((members): FireVillage => {
    const [{ placeId, place, placeEn, areaCode }] = members
    const here = alarms.get(placeId) ?? []
    const fires = here.filter(isFire).map(({ raisedAt }) => raisedAt)
    const stated = members.flatMap((one) => one.woodenHouses ?? [])
    const woodenHouses = stated.length === 0 ? null : Math.max(...stated)
    return {
      placeId,
      place,
      placeEn,
      areaCode,
      position: members.find(({ position }) => position)?.position ?? null,
      woodenHouses,
      isRisk: woodenHouses === null ? null : woodenHouses >= RISK_WOODEN_HOUSES,
      withoutFire: daysWithoutFire(fires, since, now),
      lastFireAt: fires.length === 0 ? null : Math.max(...fires),
      waiting: here.filter((one) => verdictOf(one) === null).length,
    }
  })
  return {
    villages: villages.toSorted(
      (a, b) => rank(a) - rank(b) || (b.lastFireAt ?? 0) - (a.lastFireAt ?? 0),
    ),
    unplacedFires: (alarms.get(null) ?? []).filter(isFire).length,
  }
}

const isFire = (one: FireVerification) => verdictOf(one) === 'true'
const rank = ({ isRisk }: FireVillage) => (isRisk === null ? 1 : isRisk ? 0 : 2)

function isOfWood({ buildingClass, woodenHouses }: FireDevice): boolean {
  return buildingClass === 'wooden-village' || woodenHouses !== null
}

function groupBy<T, Key>(all: readonly T[], keyOf: (one: T) => Key): Map<Key, [T, ...T[]]> {
  const groups = new Map<Key, [T, ...T[]]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
