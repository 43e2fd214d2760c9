import { UNKNOWN } from '../../ui/clock'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Headline } from '../topic'
import { type FireData, isTold } from './data'
import { TABLE } from './table-messages'

/** Ready of all; whoever is silent counts against it, and is named. */
export function headline(data: FireData): Headline {
  const { readiness } = data
  const isKnown = readiness !== null && isTold(data) && readiness.all > 0
  return {
    title: TABLE.readyTitle,
    value: isKnown ? formatTenth((readiness.ready / readiness.all) * 100) : UNKNOWN,
    unit: { zh: '%', en: '%' },
    line: isKnown
      ? {
          zh: `${formatCount(readiness.ready)} / ${formatCount(readiness.all)}`,
          en: `${formatCount(readiness.ready)} / ${formatCount(readiness.all)}`,
        }
      : null,
    verdict: isKnown
      ? {
          zh: `未知 ${formatCount(readiness.unknown)}`,
          en: `${formatCount(readiness.unknown)} unknown`,
        }
      : null,
    feeds: ['fire-readings'],
    registers: ['fire-devices'],
  }
}
