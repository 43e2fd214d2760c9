import type { INCIDENT_CATEGORIES } from '../src/domain/incident'
import { dayNumber } from './calendar'
import type { Ground } from './feeds/feed'
import { countyOf } from './geography'
import { chance } from './random'

type Category = (typeof INCIDENT_CATEGORIES)[number]

/** Fourteen days before the world starts, for four days: ice on the roads of Tongren. */
export const COLD_WAVE = { prefecture: '520600', fromDay: -14, days: 4 } as const
const COLD = new Set<Category>(['traffic', 'help', 'medical', 'fire', 'hazard', 'rescue'])
/** Further calls in those days, as a multiple of what is usual in the whole province, before they are sorted out. */
export const COLD_WAVE_MORE = 4.2

/** Eight weeks before the world starts, and still in force: patrols posted by dose in three districts of Guiyang. */
export const PATROL_PLAN = {
  counties: ['520102', '520103', '520115'],
  fromDay: -56,
} as const
/** The districts around them, where what was driven out would show. */
export const PLAN_RING = ['520111', '520112', '520113'] as const
const PREVENTED = new Set<Category>(['theft', 'burglary', 'disturbance', 'assault', 'dispute'])
const PREVENTED_SHARE = 0.58

/** Days from the day on which the world starts; negative before it. */
export function daysIn({ startAt }: Pick<Ground, 'startAt'>, at: number): number {
  return dayNumber(at) - dayNumber(startAt)
}

export function isColdWave(ground: Pick<Ground, 'startAt'>, at: number): boolean {
  const into = daysIn(ground, at) - COLD_WAVE.fromDay
  return into >= 0 && into < COLD_WAVE.days
}

interface Placed {
  readonly category: Category
  readonly areaCode: string
}

/** Whether a further call of the cold wave is one: there, and of the kinds that ice brings. */
export function isColdCall({ category, areaCode }: Placed): boolean {
  return COLD.has(category) && countyOf(areaCode).prefecture === COLD_WAVE.prefecture
}

/** Whether the plan kept it from happening. */
export function isPrevented(
  ground: Pick<Ground, 'startAt'>,
  at: number,
  { category, areaCode }: Placed,
  key: number,
): boolean {
  return (
    daysIn(ground, at) >= PATROL_PLAN.fromDay &&
    PREVENTED.has(category) &&
    (PATROL_PLAN.counties as readonly string[]).includes(areaCode) &&
    chance(key, 0x9c) < PREVENTED_SHARE
  )
}
