import { UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Headline } from '../topic'
import type { CrowdData } from './data'
import { WORDS } from './messages'
import { areaName, occupancyText } from './words-of'

/** The fullest of all scenic areas, with its counts. */
export function headline({ areas }: CrowdData): Headline {
  const [fullest] = (areas ?? [])
    .filter(({ share }) => share !== null)
    .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const name = fullest ? areaName(fullest) : { zh: '', en: '' }
  const counts = fullest
    ? `${occupancyText(fullest)} / ${formatCount(fullest.area.instantCapacity)}`
    : UNKNOWN
  return {
    title: WORDS.carrying,
    value: fullest ? formatCount((fullest.share ?? 0) * 100) : UNKNOWN,
    unit: { zh: `% ${name.zh}`, en: `% ${name.en}` },
    line: { zh: `${counts} 人`, en: counts },
    verdict: null,
    feeds: ['crowd'],
    registers: ['scenic-areas'],
  }
}
