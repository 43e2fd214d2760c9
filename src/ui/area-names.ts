import { UNKNOWN } from './clock'
import type { Phrase } from './words'

/** What the source calls its areas, by division code (GB/T 2260). */
export type AreaNames = ReadonlyMap<string, Phrase>

interface Named {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
}

export function areaNames(areas: readonly Named[]): AreaNames {
  return new Map(areas.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn ?? name }]))
}

/** The area's name; its bare code where the source has told none; “—” where there is no code. */
export function areaPhrase(areas: AreaNames, code: string): Phrase {
  const known = areas.get(code)
  if (known) return known
  return code ? { zh: `区划 ${code}`, en: `Area ${code}` } : { zh: UNKNOWN, en: UNKNOWN }
}
