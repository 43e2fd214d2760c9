import { startOfDay } from '../../domain/incident-usual'
import { formatCount } from '../../ui/numbers'
import type { Headline } from '../topic'
import type { IncidentsData } from './data'

const WORDS = {
  title: { zh: '今日警情', en: 'Incidents today' },
  unit: { zh: '起', en: '' },
  noUsual: { zh: '同期 —', en: 'usual —' },
  normal: { zh: '正常', en: 'normal' },
  above: { zh: '高于往常', en: 'above' },
  below: { zh: '低于往常', en: 'below' },
} as const

/** Since midnight, against what is usual by this time of the day. */
export function headline({ asOf, quality, live, bulk }: IncidentsData): Headline {
  const isTold = asOf !== null && quality !== 'lost'
  const today = isTold ? startOfDay(asOf) : 0
  const count = isTold
    ? [...live.values()].filter(({ occurredAt }) => occurredAt >= today).length
    : null
  const usual = bulk?.usual ?? null
  const range = usual && `${formatCount(usual.low)}–${formatCount(usual.high)}`
  return {
    title: WORDS.title,
    value: formatCount(count),
    unit: WORDS.unit,
    line: range ? { zh: `同期 ${range}`, en: `usual ${range}` } : WORDS.noUsual,
    verdict:
      usual === null || count === null
        ? null
        : count > usual.high
          ? WORDS.above
          : count < usual.low
            ? WORDS.below
            : WORDS.normal,
    feeds: ['incidents'],
  }
}
