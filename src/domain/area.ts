/** A county or prefecture by its division code (GB/T 2260, six digits). */
export interface Area {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
}
