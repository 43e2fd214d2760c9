import { type AreaNames, areaPhrase } from '../../ui/area-names'
import type { Phrase } from '../../ui/words'

/** Of a prefecture (four digits) or a county (six). */
export function areaName(areas: AreaNames, digits: string, say: (phrase: Phrase) => string) {
  return say(areaPhrase(areas, digits.padEnd(6, '0')))
}
