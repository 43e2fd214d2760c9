import type { BUILDING_CLASSES, FIRE_DEVICE_KINDS, HydraulicCondition } from '../src/domain/fire'
import type { LngLat } from '../src/domain/geo'
import type { Ground } from './feeds/feed'
import {
  BUILT,
  BUILT_SHARES,
  CLAUSES,
  LATIN,
  VILLAGE_FIRST,
  VILLAGE_LAST,
  VILLAGE_WEIGHT,
} from './fire-catalogue'
import { COUNTIES, type County, countryside, scatter, TOWNSHIPS } from './geography'
import { allot, dice, keyOf, mix, pick, weighted } from './random'
import { SCENIC } from './scenic'

type Kind = (typeof FIRE_DEVICE_KINDS)[number]
type BuildingClass = (typeof BUILDING_CLASSES)[number]
type Unit = 'MPa' | 'm' | 'm³' | '%' | 'V' | null

/** A device before it is put on the wire. */
export interface Device {
  readonly id: string
  readonly kind: Kind
  readonly placeId: string
  readonly place: string
  readonly placeEn: string
  readonly buildingClass: BuildingClass
  readonly woodenHouses: number | null
  readonly position: LngLat | null
  readonly areaCode: string
  readonly condition: HydraulicCondition | null
  readonly unit: Unit
  /** What it usually reads, and the clause's limit where there is one. */
  readonly usual: number | null
  readonly limit: number | null
  readonly key: number
}

const DEVICES = 5_000

/** Half of all devices stand in buildings, a third in villages, the rest along streets. */
export function firePlan(ground: Ground): readonly Device[] {
  const total = Math.max(8, Math.round(DEVICES * ground.registerScale))
  const inVillages = Math.round(total * 0.3)
  const onStreets = Math.round(total * 0.12)
  const devices: Device[] = []
  const root = mix(ground.key, 0xf12e)
  buildings(root, total - inVillages - onStreets, devices)
  villages(root, inVillages, devices)
  streets(root, onStreets, devices)
  return devices
}

interface Site {
  readonly placeId: string
  readonly place: string
  readonly placeEn: string
  readonly county: County
  readonly centre: LngLat
  readonly woodenHouses: number | null
}

function add(
  devices: Device[],
  root: number,
  site: Site,
  buildingClass: BuildingClass,
  what: Pick<Device, 'kind' | 'condition' | 'unit' | 'usual' | 'limit'>,
  spreadM: number,
): void {
  const id = `fd-${String(devices.length + 1).padStart(6, '0')}`
  const key = mix(keyOf(id), root)
  const roll = dice(key)
  devices.push({
    ...what,
    id,
    placeId: site.placeId,
    place: site.place,
    placeEn: site.placeEn,
    buildingClass,
    woodenHouses: site.woodenHouses,
    position: roll() < 0.006 ? null : scatter(site.centre, spreadM, roll),
    areaCode: site.county.code,
    key,
  })
}

const SENSE = { condition: null, unit: null, usual: null, limit: null } as const

function buildings(root: number, count: number, devices: Device[]): void {
  const perCounty = allot(
    count,
    COUNTIES.map(({ thousands, prefecture }) => thousands * (prefecture === '520100' ? 2.5 : 0.8)),
  )
  COUNTIES.forEach((county, c) => {
    let left = perCounty[c] ?? 0
    for (let b = 0; left > 0; b++) {
      const roll = dice(mix(keyOf('building', county.code, b), root))
      const built = BUILT[weighted(BUILT_SHARES, roll())] as (typeof BUILT)[number]
      const [name, nameEn] = pick(built.names, roll())
      const site: Site = {
        placeId: `fp-${county.code}-${b + 1}`,
        place: `${county.name}${name}${b + 1}号`,
        placeEn: `${county.nameEn} ${nameEn} ${b + 1}`,
        county,
        centre: scatter(county.seat, built.of === 'industrial' ? 2_600 : 1_300, roll),
        woodenHouses: null,
      }
      const clause = CLAUSES[built.of]
      const share = Math.min(left, 7 + Math.floor(roll() * 7))
      for (let d = 0; d < share; d++) {
        const kind: Kind = (
          [
            'hydrant-pressure',
            'smoke',
            'call-point',
            'tank-level',
            'pump',
            'power',
            'smoke',
            'heat',
            'extinguisher',
          ] as const
        )[d % 9] as Kind
        const weak = roll() < 0.006
        add(
          devices,
          root,
          site,
          built.of,
          kind === 'hydrant-pressure'
            ? {
                kind,
                condition: 'static',
                unit: 'MPa',
                limit: clause.staticMPa,
                usual: clause.staticMPa * (weak ? 0.72 : 1.8 + 1.4 * roll()),
              }
            : kind === 'tank-level'
              ? {
                  kind,
                  condition: null,
                  unit: 'm³',
                  limit: clause.tankM3,
                  usual: clause.tankM3 * (weak ? 0.7 : 1.04 + 0.3 * roll()),
                }
              : kind === 'power' || kind === 'pump'
                ? { kind, condition: null, unit: 'V', limit: null, usual: 382 }
                : kind === 'extinguisher'
                  ? { kind, condition: null, unit: 'MPa', limit: null, usual: 1.2 }
                  : { kind, ...SENSE },
          22,
        )
      }
      left -= share
    }
  })
}

function villages(root: number, count: number, devices: Device[]): void {
  const famous = SCENIC.filter(({ name }) => /苗寨|侗寨/.test(name))
  const weights = COUNTIES.map(({ prefecture }) => VILLAGE_WEIGHT[prefecture] ?? 0.2)
  const perCounty = allot(count, weights)
  COUNTIES.forEach((county, c) => {
    let left = perCounty[c] ?? 0
    for (let v = 0; left > 0; v++) {
      const roll = dice(mix(keyOf('village', county.code, v), root))
      const known = famous.filter(({ code }) => code === county.code)[v]
      const first = pick(VILLAGE_FIRST, roll())
      const last = pick(VILLAGE_LAST, roll())
      const township = pick(TOWNSHIPS.get(county.code) ?? [county.seat], roll())
      const site: Site = {
        placeId: `fv-${county.code}-${v + 1}`,
        place: known?.name ?? `${county.name}${first}${last}${v + 1}组`,
        placeEn: known?.nameEn ?? `${county.nameEn} ${LATIN[first]}${LATIN[last]} ${v + 1}`,
        county,
        centre:
          known?.position ??
          (roll() < 0.5
            ? scatter(township, 1_500, roll)
            : countryside(county, 4_000, 20_000, roll)),
        woodenHouses: known
          ? 600 + Math.floor(roll() * 700)
          : 50 + Math.floor(roll() * roll() * 420),
      }
      const share = Math.min(left, 9 + Math.floor(roll() * 8))
      for (let d = 0; d < share; d++) {
        const kind: Kind = (
          [
            'smoke',
            'power',
            'hydrant-pressure',
            'smoke',
            'extinguisher',
            'tank-level',
            'smoke',
            'call-point',
            'pump',
          ] as const
        )[d % 9] as Kind
        const weak = roll() < 0.012
        add(
          devices,
          root,
          site,
          'wooden-village',
          kind === 'hydrant-pressure'
            ? {
                kind,
                condition: 'flowing',
                unit: 'MPa',
                limit: 0.14,
                usual: weak ? 0.11 : 0.19 + 0.1 * roll(),
              }
            : kind === 'tank-level'
              ? {
                  kind,
                  condition: null,
                  unit: '%',
                  limit: null,
                  usual: weak ? 38 : 82 + 14 * roll(),
                }
              : kind === 'power' || kind === 'pump'
                ? {
                    kind,
                    condition: null,
                    unit: 'V',
                    limit: null,
                    usual: kind === 'pump' ? 380 : 222,
                  }
                : kind === 'extinguisher'
                  ? { kind, condition: null, unit: 'MPa', limit: null, usual: 1.2 }
                  : { kind, ...SENSE },
          110,
        )
      }
      left -= share
    }
  })
}

function streets(root: number, count: number, devices: Device[]): void {
  const perCounty = allot(
    count,
    COUNTIES.map(({ thousands, prefecture }) => thousands * (prefecture === '520100' ? 2 : 0.7)),
  )
  COUNTIES.forEach((county, c) => {
    for (let s = 0; s < (perCounty[c] ?? 0); s++) {
      const roll = dice(mix(keyOf('street', county.code, s), root))
      const site: Site = {
        placeId: `fs-${county.code}-${s + 1}`,
        place: `${county.name}市政消火栓${String(s + 1).padStart(3, '0')}`,
        placeEn: `${county.nameEn} street hydrant ${s + 1}`,
        county,
        centre: scatter(county.seat, 1_400, roll),
        woodenHouses: null,
      }
      const weak = roll() < 0.006
      add(
        devices,
        root,
        site,
        'street',
        {
          kind: 'hydrant-pressure',
          condition: 'flowing',
          unit: 'MPa',
          limit: 0.14,
          usual: weak ? 0.115 : 0.18 + 0.14 * roll(),
        },
        5,
      )
    }
  })
}
