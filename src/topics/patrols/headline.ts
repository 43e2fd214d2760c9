import { HOUR_MS } from '../../domain/time'
import { formatAge, UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import type { Headline } from '../topic'
import type { PatrolData } from './data'
import { TABLE } from './table-messages'
import { placeName } from './words-of'

/** Who can be reached, and where nobody has been for longest. */
export function headline({ units, motions, coverage }: PatrolData): Headline {
  const all = units?.length ?? null
  const online = units && motions ? units.length - motions.silent : null
  const worst = coverage?.worst ?? null
  const idle = (lang: 'zh' | 'en') =>
    worst
      ? worst.isAtLeast
        ? `≥ ${Math.floor(worst.idleMs / HOUR_MS)} h`
        : formatAge(worst.idleMs, lang)
      : UNKNOWN
  return {
    title: TABLE.unitsTitle,
    value: formatCount(online),
    unit: { zh: `/ ${formatCount(all)} 在线`, en: `/ ${formatCount(all)} online` },
    line: { zh: `最久空闲 ${idle('zh')}`, en: `idle ${idle('en')}` },
    verdict: worst && placeName(worst),
    // The place that waits is told by visits: an old word of it ages the whole.
    feeds: ['units', 'visits'],
    registers: ['watch-places'],
  }
}
