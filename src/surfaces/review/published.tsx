import { useMeasureSeries } from '../../api/measure-series'
import type { MeasureCard } from '../../domain/measure'
import { dayAt, startOf } from '../../domain/review/calendar'
import { shareOf } from '../../domain/review/interval'
import { useLang } from '../../ui/lang'
import { formatCount, formatShare } from '../../ui/numbers'

const YEAR = 2016

/** The year that was published as such, with its counts; nothing where the source has none. */
export function Published({ card }: { readonly card: MeasureCard }) {
  const lang = useLang()
  const { measure } = card
  const [asked] = useMeasureSeries(
    measure === 'inspections' || measure === 'hazards'
      ? [
          {
            measure,
            part: '',
            level: 'province',
            step: 'year',
            from: startOf(dayAt(YEAR, 1, 1)),
            to: startOf(dayAt(YEAR + 1, 1, 1)),
            observedAt: card.observedAt,
          },
        ]
      : [],
  )
  const area = asked?.is === 'here' ? asked.series.areas[0] : undefined
  const count = area?.count[0] ?? null
  if (count === null) return null
  const base = area?.base?.[0] ?? null
  return (
    <div>
      <dt className="ink2">{lang === 'zh' ? `${YEAR} 年` : YEAR}</dt>
      <dd>
        {base !== null && shareOf(count, base)
          ? formatShare(count, base, lang)
          : formatCount(count)}
      </dd>
    </div>
  )
}
