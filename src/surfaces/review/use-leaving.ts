import { useEffect, useState } from 'react'
import { type Leaving, leavingOf } from './leaving'
import type { Multiple } from './multiples'
import type { Facts } from './use-facts'

/** How the areas' figures leave; until it is known, nothing of them does. Reckoned after what the screen waits for. */
export function useLeaving(
  multiples: readonly Multiple[],
  { prefectures, region }: Facts,
  part: string,
): ReadonlyMap<string, Leaving> | null {
  const [leaving, setLeaving] = useState<ReadonlyMap<string, Leaving> | null>(null)
  useEffect(() => {
    setLeaving(null)
    if (prefectures.is !== 'here') return
    const days = prefectures.value
    const later = setTimeout(() => setLeaving(leavingOf(multiples, days, region, part)), 400)
    return () => clearTimeout(later)
  }, [multiples, prefectures, region, part])
  return leaving
}
