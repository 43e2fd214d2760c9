import { type Report, SET_ASIDE, type Taken } from '../../../api/bring/build'
import type { IncidentSource } from '../../../domain/incident'
import { CATEGORY } from '../../../topics/incidents/category-words'
import { SOURCE, sourceWords } from '../../../topics/incidents/words'
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
    ...(report.farOff > 0
      ? [
          [
            WORDS.farOff,
            `${formatCount(report.farOff)} · ${say(WORDS.sampleOf)} ${report.farOffSamples.join('; ')}`,
          ] as const,
        ]
      : []),
    ...(report.atZero > 0 ? [[WORDS.atZero, formatCount(report.atZero)] as const] : []),
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
    report.sources === null && WORDS.asPublic,
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
        ...report.categories.map(({ text, taken, count }) => [
          text,
          String(count),
          say(CATEGORY[taken]),
        ]),
        ...(report.sources ?? []).map((told) => [
          told.text,
          String(told.count),
          say(sourceOf(told)),
        ]),
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
      <TakenFor
        title={WORDS.takenFor}
        words={report.categories.map((told) => ({ ...told, taken: CATEGORY[told.taken] }))}
      />
      <TakenFor
        title={WORDS.sourcesTakenFor}
        words={(report.sources ?? []).map((told) => ({ ...told, taken: sourceOf(told) }))}
      />
      <Button onClick={save}>{say(WORDS.saveReport)}</Button>
    </div>
  )
}

/** What nothing here says keeps its own word. */
const sourceOf = ({ text, taken }: Taken<IncidentSource>): Phrase =>
  taken === 'unknown' && text !== taken
    ? sourceWords({ source: taken, sourceCode: text })
    : SOURCE[taken]

function TakenFor({
  title,
  words,
}: {
  readonly title: Phrase
  readonly words: readonly Taken<Phrase>[]
}) {
  const say = useSay()
  if (words.length === 0) return null
  return (
    <details>
      <summary>{say(title)}</summary>
      <ul>
        {words.map(({ text, taken, count }) => (
          <li key={text}>
            {text} → {say(taken)} · {formatCount(count)}
          </li>
        ))}
      </ul>
    </details>
  )
}
