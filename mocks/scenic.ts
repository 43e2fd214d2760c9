import type { LngLat } from '../src/domain/geo'
import rows from './data/scenic.json'

/** The thirty best-placed sights; grade A (two sources agree) to D (weak). */
export interface Sight {
  readonly name: string
  readonly nameEn: string
  readonly position: LngLat
  readonly code: string
  readonly grade: 'A' | 'B' | 'C' | 'D'
}

export const SCENIC: readonly Sight[] = (
  rows as unknown as [string, string, number, number, string, Sight['grade']][]
).map(([name, nameEn, lng, lat, code, grade]) => ({
  name,
  nameEn,
  position: [lng, lat],
  code,
  grade,
}))
