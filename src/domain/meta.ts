import type { Area } from './area'
import type { Extent } from './geo'
import type { EpochMs } from './time'

/** Where the data come from. Anything but `live` is stamped on every screen. */
export const PROVENANCES = ['live', 'simulated', 'recorded'] as const
export type Provenance = (typeof PROVENANCES)[number]

export interface SourceCard {
  readonly feed: string
  readonly owner: string
  readonly ownerEn: string | null
  readonly cadenceMs: number
  readonly crs: string
  /** Why a source is empty or limited, in the source's own words. */
  readonly note: string | null
  readonly noteEn: string | null
}

export interface Meta {
  readonly id: string
  readonly serverTime: EpochMs
  readonly build: string
  readonly region: {
    readonly id: string
    readonly name: string
    readonly nameEn: string
    readonly extent: Extent
  }
  /** Prefectures and counties of the region; empty where the source names none. */
  readonly areas: readonly Area[]
  readonly roles: readonly string[]
  readonly provenance: Provenance
  readonly sources: readonly SourceCard[]
  readonly observedAt: EpochMs
}
