import { type Report, SET_ASIDE } from '../../../api/bring/build'
import { saveText, toCsv } from '../../../ui/csv'
import { Button } from '../../../ui/kit'
import { useLang, useSay } from '../../../ui/lang'
import { formatCount, formatShare } from '../../../ui/numbers'
import type { Phrase } from '../../../ui/words'
import { ASIDE, WORDS } from './words'

/** What became of every row. */
export function ReportView({ name, report }: { readonly name: string; readonly report: Report }) {
  const say = useSay()
  const lang = useLang()
  const asides = SET_ASIDE.filter((why) => report.aside[why].count > 0)
  const lines: readonly (readonly [Phrase, string])[] = [
    [WORDS.kept, formatShare(report.kept, report.rows, lang)],
    ...(report.unplaced > 0 ? [[WORDS.unplaced, formatCount(report.unplaced)] as const] : []),
    ...(report.farOff > 0 ? [[WORDS.farOff, formatCount(report.farOff)] as const] : []),
    [
      WORDS.duplicates,
      `${formatCount(report.duplicates)}${
        report.duplicates > 0
          ? ` · ${say(report.duplicatesDropped > 0 ? WORDS.dropped : WORDS.countedAll)}`
          : ''
      }`,
    ],
  ]
  const notes = [
    report.zoned > 0 && report.unzoned > 0 && WORDS.mixedZones,
    report.timeless > 0 && WORDS.noTime,
    report.precision.month > 0 && WORDS.monthOnly,
    report.precision.day > 0 && WORDS.dayOnly,
    WORDS.asPublic,
  ].filter((note) => note !== false)

  function save() {
    const asCell = ([words, value]: readonly [Phrase, string]) => [say(words), value, '']
    saveText(
      `${name}-report.csv`,
      toCsv([
        ...lines.map(asCell),
        ...SET_ASIDE.map((why) => [
          `${say(WORDS.aside)}: ${say(ASIDE[why])}`,
          String(report.aside[why].count),
          report.aside[why].samples.join(' | '),
        ]),
        ...report.categories.map(({ text, taken, count }) => [text, String(count), taken]),
      ]),
    )
  }

  return (
    <div className="bring-report">
      <dl>
        {lines.map(([words, value]) => (
          <div key={words.en}>
            <dt>{say(words)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {asides.map((why) => (
          <div key={why}>
            <dt>
              {say(WORDS.aside)} · {say(ASIDE[why])}
            </dt>
            <dd>
              {formatCount(report.aside[why].count)}
              <span className="ink3">
                {' '}
                {say(WORDS.sampleOf)} {report.aside[why].samples[0]}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note.en} className="ink2">
          {say(note)}
        </p>
      ))}
      {report.categories.length > 0 && (
        <details>
          <summary>{say(WORDS.takenFor)}</summary>
          <ul>
            {report.categories.map(({ text, taken, count }) => (
              <li key={text}>
                {text} → {taken} · {formatCount(count)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button onClick={save}>{say(WORDS.saveReport)}</Button>
    </div>
  )
}
