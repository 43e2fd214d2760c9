/** How far a feed's picture can be trusted, best first. Defined in the contract, "Freshness". */
export const QUALITIES = ['live', 'late', 'stale', 'lost'] as const
export type Quality = (typeof QUALITIES)[number]

/** What else is wrong with a feed, beside its age. Several can be on. */
export const FLAGS = [
  'partial',
  'clock',
  'schema',
  'auth',
  'malformed',
  'unreachable',
  'replay',
] as const
export type Flag = (typeof FLAGS)[number]

/** The worst one wins upward: record → feed → panel → screen. */
export function worst(qualities: readonly Quality[]): Quality {
  return qualities.reduce<Quality>(
    (w, q) => (QUALITIES.indexOf(q) > QUALITIES.indexOf(w) ? q : w),
    'live',
  )
}
