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

/** The area's name; where the source has told none, that it is unknown, with the code; “—” where there is no code. */
export function areaPhrase(areas: AreaNames, code: string): Phrase {
  const known = areas.get(code)
  if (known) return known
  if (!code) return { zh: UNKNOWN, en: UNKNOWN }
  return { zh: `名称未知（${code}）`, en: `name unknown (${code})` }
}
