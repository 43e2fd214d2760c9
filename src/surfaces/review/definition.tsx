import { useEffect, useRef } from 'react'
import type { MeasureCard } from '../../domain/measure'
import { dayOf } from '../../domain/review/calendar'
import { DAY_MS } from '../../domain/time'
import { formatDate, formatStamp } from '../../ui/clock'
import { Button, Kbd } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Figure } from './figure'
import type { Measure } from './measures/measure'
import { Published } from './published'
import { takeFocus } from './take-focus'
import { dayText, zText } from './told'
import { WORDS } from './words'

interface Props {
  readonly measure: Measure
  readonly card: MeasureCard | null
  readonly figure: Figure | null
  readonly nameOf: (code: string) => string
  readonly onClose: () => void
}

/** 口径: how the number was counted, docked under its tile. */
export function Definition({ measure, card, figure, nameOf, onClose }: Props) {
  const say = useSay()
  const lang = useLang()
  const self = useRef<HTMLElement>(null)
  const { id } = measure
  // On a low screen the row under the tiles lies below the fold: what was asked for is brought to its reader.
  useEffect(() => {
    self.current?.scrollIntoView({ block: 'nearest' })
    self.current?.querySelector('dl')?.focus({ preventScroll: true })
    return () =>
      takeFocus(document.querySelector<HTMLElement>(`.tile[data-measure="${id}"] .tile-pick`))
  }, [id])
  const counted = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : ` ${formatCount(value)}`
  const where = (code: string | null) => (code === null ? '' : `${nameOf(code)} `)
  const rows: (readonly [label: string, text: string])[] = [
    [say(WORDS.definition), say(measure.definition)],
    [say(WORDS.numerator), `${say(measure.numerator)}${counted(figure?.now.count)}`],
    [
      say(WORDS.denominator),
      `${say(measure.denominator)}${measure.kind === 'count' ? counted(figure?.now.days) : counted(figure?.now.base)}`,
    ],
    [say(WORDS.excluded), say(measure.excluded)],
    [say(WORDS.source), (lang === 'zh' ? card?.source : (card?.sourceEn ?? card?.source)) ?? '—'],
    [
      say(WORDS.cutOff),
      card
        ? `${formatStamp(card.cutOff)}${lang === 'zh' ? '，' : ', '}${say(WORDS.late)} ${Math.round(card.lateMs / DAY_MS)} ${say(WORDS.lateRest)}`
        : '—',
    ],
    [
      say(WORDS.method),
      `${say(measure.method)}${figure ? ` · ${say(WORDS.dispersion)} ${figure.dispersion.toFixed(2)} · z = ${zText(figure.change)}` : ''}`,
    ],
    [
      say(WORDS.version),
      card?.versions
        .map(
          ({ version, from, note, noteEn, areaCode, isComparable }) =>
            `v${version} ${formatDate(from)} ${where(areaCode)}${lang === 'zh' ? note : (noteEn ?? note)}${isComparable ? '' : `（${say(WORDS.broken)}）`}`,
        )
        .join(lang === 'zh' ? '；' : '; ') ?? '—',
    ],
    [
      say(WORDS.revision),
      card?.revisions
        .map(
          ({ at, from, to, was, now, note, noteEn, areaCode }) =>
            `${formatStamp(at)} ${where(areaCode)}${dayText(dayOf(from))}–${dayText(dayOf(to) - 1)}: ${formatCount(was)} → ${formatCount(now)} ${lang === 'zh' ? note : (noteEn ?? note)}`,
        )
        .join(lang === 'zh' ? '；' : '; ') || say(WORDS.noRevision),
    ],
  ]
  return (
    <aside
      ref={self}
      className="definition"
      aria-label={`${say(WORDS.card)} ${say(measure.title)}`}
    >
      <header>
        <h2>
          {say(WORDS.card)}
          {lang === 'zh' ? '：' : ': '}
          {say(measure.title)}
        </h2>
        <Button className="plain" onClick={onClose}>
          {say(WORDS.close)} <Kbd>Esc</Kbd>
        </Button>
      </header>
      <dl tabIndex={0}>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt className="ink2">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {card && <Published card={card} />}
        {measure.sensitive.size > 0 && (
          <div>
            <dt className="ink2">{lang === 'zh' ? '敏感' : 'Sensitive'}</dt>
            <dd>
              {[...measure.sensitive].map((part) => measure.parts[part]?.[lang] ?? part).join('、')}
              {lang === 'zh' ? '：' : ': '}
              {say(WORDS.sensitive)}
            </dd>
          </div>
        )}
      </dl>
    </aside>
  )
}
