import { DAY_MS } from '../../src/domain/time'
import { iso } from '../calendar'
import { blob } from '../geography'
import type { PatrolPlan } from '../patrol-plan'
import { dice, keyOf, pick } from '../random'
import type { Ground, Records, WireOf } from './feed'

type Required = WireOf<'watch-places'>['required']

/** By day every two to four hours; some places every hour or two at night, in the usual form of the rule. */
const RULES: readonly Required[] = [
  [
    { fromHour: 7, toHour: 22, everyMin: 180 },
    { fromHour: 22, toHour: 2, everyMin: 120 },
    { fromHour: 2, toHour: 7, everyMin: 240 },
  ],
  [
    { fromHour: 6, toHour: 20, everyMin: 240 },
    { fromHour: 20, toHour: 6, everyMin: 180 },
  ],
  [{ fromHour: 0, toHour: 24, everyMin: 180 }],
  [{ fromHour: 8, toHour: 23, everyMin: 150 }],
  [{ fromHour: 0, toHour: 24, everyMin: 240 }],
]

export function watchPlaceSource(ground: Ground, plan: PatrolPlan): Records<'watch-places'> {
  // The register was last revised some time before the world starts.
  const revisedAt = iso(Math.floor(ground.startAt / DAY_MS) * DAY_MS - 9 * DAY_MS)
  const items = plan.places.map((place): WireOf<'watch-places'> => {
    const roll = dice(keyOf(ground.key, place.id))
    return {
      id: place.id,
      name: place.name,
      nameEn: place.nameEn,
      areaCode: place.county.code,
      ring: blob(place.centre, place.radiusM, 5 + Math.floor(roll() * 4), roll),
      required: pick(RULES, roll()),
      plannedDoseMin: 11 + Math.floor(roll() * 5),
      observedAt: revisedAt,
    }
  })
  return () => items
}
