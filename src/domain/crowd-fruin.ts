/** Fruin's levels of service, A the freest. What each allows is said on the screen; the letters are his. */
export const SERVICE_LEVELS = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type ServiceLevel = (typeof SERVICE_LEVELS)[number]

/** The least m² per person of levels A to E; below the last it is F. The HCM's bands differ and are not mixed in. */
export const FRUIN_M2_PER_PERSON = {
  /** People walking. Two sources agree. */
  walkway: [3.25, 2.32, 1.39, 0.93, 0.46],
  /** People standing and waiting. A from one source, the rest known and not confirmed. */
  queue: [1.21, 0.93, 0.65, 0.28, 0.19],
} as const

/** What the press of a crowd does to a body, from persons/m² on (Fruin). */
export const FRUIN_MARKS = [
  ['contact', 3.57],
  ['dangerous-forces', 5.55],
  ['critical', 7.1],
] as const
export type FruinMark = (typeof FRUIN_MARKS)[number][0]

/** Level of service at a density in persons/m². Nobody at all is A. */
export function serviceLevel(perM2: number, use: keyof typeof FRUIN_M2_PER_PERSON): ServiceLevel {
  const m2PerPerson = perM2 > 0 ? 1 / perM2 : Number.POSITIVE_INFINITY
  const passed = FRUIN_M2_PER_PERSON[use].filter((least) => m2PerPerson < least).length
  return SERVICE_LEVELS[passed] as ServiceLevel
}

/** The highest mark that a density in persons/m² has reached. Null: people do not yet touch. */
export function fruinMark(perM2: number): FruinMark | null {
  return FRUIN_MARKS.findLast(([, from]) => perM2 >= from)?.[0] ?? null
}
