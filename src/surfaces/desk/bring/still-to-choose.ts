import type { Roles } from '../../../api/bring/recognise'
import type { CrsName } from '../../../api/crs'
import type { Phrase } from '../../../ui/words'
import { ROLE, WORDS } from './words'

/** What a person has chosen so far, and what the times of the file do not say. */
export interface Choices {
  readonly roles: Roles
  readonly crs: CrsName | null
  readonly lacks: { readonly zone: boolean; readonly order: boolean } | null
  readonly hasZone: boolean
  readonly hasOrder: boolean
  readonly hasDay: boolean
}

/** Until it is empty nothing is read: a file without positions would be a map of nothing. */
export function stillToChoose({
  roles,
  crs,
  lacks,
  hasZone,
  hasOrder,
  hasDay,
}: Choices): readonly Phrase[] {
  return [
    roles.lng === null && ROLE.lng,
    roles.lat === null && ROLE.lat,
    crs === null && WORDS.crs,
    lacks?.zone && !hasZone && WORDS.needsZone,
    lacks?.order && !hasOrder && WORDS.needsOrder,
    roles.time === null && !hasDay && WORDS.needsDay,
  ].filter((one) => one !== false && one !== undefined)
}
