import type { LngLat } from '../src/domain/geo'
import type { INCIDENT_CATEGORIES, PRECISIONS } from '../src/domain/incident'
import type { Ground } from './feeds/feed'
import {
  COUNTIES,
  type County,
  countryside,
  countyOf,
  offset,
  scatter,
  TOWNSHIPS,
} from './geography'
import { HOT_SPOTS } from './hot-spots'
import { chance, cumulate, dice, keyOf, mix, pick, weighted } from './random'
import { SCENIC } from './scenic'

type Category = (typeof INCIDENT_CATEGORIES)[number]

/** Calls per head in the capital against the rest of the province. */
const CAPITAL_RATE = 2
const COUNTY_WEIGHTS = cumulate(
  COUNTIES.map(({ thousands, prefecture }) =>
    prefecture === '520100' ? thousands * CAPITAL_RATE : thousands * 0.82,
  ),
)
const SPOTS_OF = new Map(
  [...new Set(COUNTIES.map(({ prefecture }) => prefecture))].map((prefecture) => {
    const spots = HOT_SPOTS.filter(({ code }) => countyOf(code).prefecture === prefecture)
    return [prefecture, { spots, cumulative: cumulate(spots.map(({ share }) => share)) }]
  }),
)

const STREETS = [
  '人民路',
  '建设路',
  '解放路',
  '民族路',
  '迎宾大道',
  '环城路',
  '文化路',
  '新华路',
  '滨河路',
  '兴隆街',
  '客运站',
  '农贸市场',
  '广场路',
  '沿江路',
]

export interface Where {
  readonly county: County
  readonly position: LngLat | null
  readonly precision: (typeof PRECISIONS)[number]
  readonly place: string | null
  readonly rural: boolean
}

/** How long a burst of repeats lasts at one address, and how near together it is. */
const BURST_HOURS = 5 * 24
const BURST_SIGMA_M = 45

/** Where an incident of this hour and kind happens; draws from `roll`. */
export function locate(
  ground: Ground,
  key: number,
  bucket: number,
  category: Category,
  roll: () => number,
): Where {
  const { tweaks } = ground
  if (tweaks.atScenicAreas > 0 && roll() < tweaks.atScenicAreas) {
    const area = pick(SCENIC, roll())
    return {
      county: countyOf(area.code),
      position: scatter(area.position, 350, roll),
      precision: 'point',
      place: `${area.name}景区`,
      rural: true,
    }
  }
  let county = COUNTIES[weighted(COUNTY_WEIGHTS, roll())] as County
  const hot = SPOTS_OF.get(county.prefecture)
  const u = roll()
  const hotTotal = hot?.cumulative.at(-1) ?? 0
  const exact = roll()
  const precision =
    exact < 0.78 ? 'point' : exact < 0.9 ? 'street' : exact < 0.96 ? 'grid' : 'county'
  const blank = roll() < 0.012
  let position: LngLat
  let place: string
  let rural = false
  if (hot && u < hotTotal) {
    const spot = hot.spots[weighted(hot.cumulative, u / hotTotal)] as (typeof HOT_SPOTS)[number]
    county = countyOf(spot.code)
    position = scatter(spot.centre, spot.sigmaM, roll)
    place = `${county.name} ${pick(spot.streets, roll())}`
  } else if (roll() < 0.58) {
    position = scatter(county.seat, 1_100, roll)
    place = `${county.name} ${pick(STREETS, roll())}`
  } else if (roll() < 0.55) {
    position = scatter(pick(TOWNSHIPS.get(county.code) ?? [county.seat], roll()), 700, roll)
    place = `${county.name} 乡镇集市`
    rural = true
  } else {
    position = countryside(county, 3_000, 24_000, roll)
    place = `${county.name} 村寨公路`
    rural = true
  }
  // Near repeats: for some days, part of a county's thefts and burglaries happen around one address.
  if ((category === 'theft' || category === 'burglary') && !rural && roll() < 0.3) {
    const phase = Math.floor(chance(keyOf('burst', county.code), 0) * BURST_HOURS)
    const burst = mix(keyOf(key, 'burst', county.code), Math.floor((bucket + phase) / BURST_HOURS))
    const at = dice(burst)
    const spots = HOT_SPOTS.filter(({ code }) => code === county.code)
    const centre = spots.length > 0 ? pick(spots, at()).centre : county.seat
    position = scatter(scatter(centre, 700, at), BURST_SIGMA_M, roll)
  }
  if (precision === 'grid') position = snapped(position, 0.01)
  if (precision === 'county') position = county.seat
  return {
    county,
    position: blank ? null : position,
    precision,
    place: blank ? null : place,
    rural,
  }
}

function snapped([lng, lat]: LngLat, step: number): LngLat {
  return offset([Math.round(lng / step) * step, Math.round(lat / step) * step], 0, 0)
}
