import type { AreaNames } from '../../ui/area-names'

/** What a part of the page is told that reads a record of its own. */
export interface PartProps {
  readonly now: number
  readonly areas: AreaNames
  /** Kept in the address. */
  readonly filter: string
  readonly onFilter: (text: string) => void
}
