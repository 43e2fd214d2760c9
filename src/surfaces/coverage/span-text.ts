import { formatDate, formatMinute } from '../../ui/clock'
import type { Phrase } from '../../ui/words'
import type { CoverageSpan } from '../../view/coverage'
import type { PatrolAccount } from './account'
import { SHIFT_NAME, WORDS } from './words'

type Spanned = Pick<PatrolAccount, 'shift' | 'dose' | 'asOf'>

/** Which shift the rows are of, and as of when: in the file, which outlives the page. */
export function csvOf(account: Spanned, span: CoverageSpan, say: (phrase: Phrase) => string) {
  return {
    name: `${span}-${formatDate(account.asOf)}-${formatMinute(account.asOf).replace(':', '')}`,
    cells: [
      [WORDS.window, spanText(account, say)],
      [WORDS.asOf, `${formatDate(account.asOf)} ${formatMinute(account.asOf)} UTC+8`],
    ] as const,
  }
}

/** "Night 22:00–06:00", until now where it has not ended. */
export function spanText(
  { shift, dose: { window, until } }: Spanned,
  say: (phrase: Phrase) => string,
) {
  const name = say((shift && SHIFT_NAME[shift.id]) ?? (shift ? WORDS.shift : WORDS.day))
  return `${name} ${formatMinute(window.from)}–${formatMinute(Math.min(window.to, until))}`
}
