import { HOUR_MS } from '../../src/domain/time'
import type { IncidentSource } from '../feeds/incidents'
import { COUNTIES } from '../geography'
import { KINDS } from '../incident-kinds'

/** Past incidents as columns, as far as a count needs them. */
export interface Tally {
  readonly firstHour: number
  /** Hours since `firstHour`. */
  readonly hour: Uint16Array
  /** Index into the counties. */
  readonly county: Uint8Array
  /** Index into the kinds. */
  readonly kind: Uint8Array
  /** From received to arrived; 65,535 where one of the two is missing. */
  readonly waitedS: Uint16Array
  /** A fire in a village of fifty and more wooden houses. */
  readonly inVillage: Uint8Array
}

export const NO_TIME = 0xffff
const COUNTY_INDEX = new Map(COUNTIES.map(({ code }, i) => [code, i]))
const KIND_INDEX = new Map(KINDS.map(({ category }, i) => [category, i]))
const VILLAGE_LANDS = new Set(['520600', '522600', '522700'])

/** Everything that the history tells up to an hour. Two years at scale 1 take about a second, once. */
export function tallyOf(source: IncidentSource, untilHour: number): Tally {
  const rows: number[][] = [[], [], [], [], []]
  const [hour, county, kind, waitedS, inVillage] = rows as [
    number[],
    number[],
    number[],
    number[],
    number[],
  ]
  for (let bucket = source.firstHour; bucket < untilHour; bucket++)
    for (const life of source.hour(bucket)) {
      hour.push(bucket - source.firstHour)
      county.push(COUNTY_INDEX.get(life.areaCode) ?? 0)
      kind.push(KIND_INDEX.get(life.category) ?? 0)
      const seconds = (life.arrivedAt - life.receivedAt) / 1_000
      // Every thirty-first or so carries no time of arrival: nobody pressed the key.
      waitedS.push(life.receivedAt % 31 === 0 ? NO_TIME : Math.min(NO_TIME - 1, seconds))
      const isRural = life.place?.endsWith('村寨公路') ?? false
      const lands = VILLAGE_LANDS.has(`${life.areaCode.slice(0, 4)}00`)
      inVillage.push(life.category === 'fire' && isRural && lands ? 1 : 0)
    }
  return {
    firstHour: source.firstHour,
    hour: Uint16Array.from(hour),
    county: Uint8Array.from(county),
    kind: Uint8Array.from(kind),
    waitedS: Uint16Array.from(waitedS),
    inVillage: Uint8Array.from(inVillage),
  }
}

export const hourStart = (tally: Tally, index: number) =>
  (tally.firstHour + (tally.hour[index] ?? 0)) * HOUR_MS
