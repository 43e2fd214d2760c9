import { useEffect, useMemo, useState } from 'react'
import { startOutbox, useOutbox } from '../../api/outbox'
import { type Decision, decisionsSince, onDecision } from '../../api/outbox/decisions'
import { useReadings, useServerNow } from '../../api/readings'
import { shiftAt } from '../../domain/patrol-shift'
import { DAY_MS } from '../../domain/time'
import { alarms } from '../../topics/alarms'
import { useLocalAlarms } from '../../topics/alarms/local-shown'
import { areaNames } from '../../ui/area-names'
import { formatStamp } from '../../ui/clock'
import { saveText, toCsv } from '../../ui/csv'
import { Button, Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import '../page.css'
import { PageHead } from '../page-head'
import './brief.css'
import type { Known } from './fates'
import { awaited, type BriefFacts, briefOf, briefRows, decisionRows, type Section } from './lines'
import { WORDS } from './words'

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
}

/** On the screen; the paper gets every line, since nobody hands over a CSV. */
const SHOWN = 12

/** The shift's page: made once when opened, so that what is read aloud does not change under the eye. */
export default function Brief({ mocked, onBack }: Props) {
  const say = useSay()
  const lang = useLang()
  const facts = useFacts()
  const [made, setMade] = useState<BriefFacts | null>(null)
  const unasked = facts ? awaited(facts.readings).length : null
  const isPatient = usePatience()
  useEffect(() => {
    if (facts && (unasked === 0 || !isPatient)) setMade((before) => before ?? facts)
  }, [facts, unasked, isPatient])
  const sections = useMemo(() => (made ? briefOf(made, lang) : null), [made, lang])
  const day = made ? formatStamp(made.now).replaceAll(/[^\d]/g, '') : ''
  return (
    <main className="page brief" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        {made && sections && (
          <>
            <Button onClick={() => window.print()}>{say(WORDS.print)}</Button>
            <Button
              onClick={() => saveText(`handover-${day}.csv`, toCsv(briefRows(sections, lang)))}
            >
              {say(WORDS.csv)}
            </Button>
            <Button
              disabled={!made.decisions}
              onClick={() =>
                saveText(`decisions-${day}.csv`, toCsv(decisionRows(toldOf(made), lang)))
              }
            >
              {say(WORDS.decisions)}
            </Button>
            <Button onClick={() => setMade(facts)}>{say(WORDS.again)}</Button>
          </>
        )}
      </PageHead>
      {!made || !sections ? (
        <div className="page-body">
          <Skeleton>
            {say(WORDS.waiting)}
            {facts && unasked !== null && ` ${answered(facts, unasked)}`}
          </Skeleton>
        </div>
      ) : (
        <div className="page-body brief-body">
          <p className="ink2">
            {say(WORDS.asOf)} {formatStamp(made.now)} · UTC+8 · {say(WORDS.shiftSince)}{' '}
            {formatStamp(made.window.from)}
          </p>
          {sections.map((section) => (
            <Part key={section.title.en} section={section} />
          ))}
        </div>
      )}
    </main>
  )
}

const answered = ({ readings }: BriefFacts, unasked: number) => {
  const all = Object.keys(readings).length
  return `${all - unasked} / ${all}`
}

/** Longer than any source is given to answer: then the brief says which have not. */
const PATIENCE_MS = 20_000

function usePatience(): boolean {
  const [isPatient, setPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isPatient
}

/** Everything that the brief is made of, as it is now; null before the first answers. */
function useFacts(): BriefFacts | null {
  const readings = useReadings()
  const now = useServerNow(5_000)
  const { entries } = useOutbox()
  const local = useLocalAlarms()
  const [decisions, setDecisions] = useState<readonly Decision[] | null | undefined>()
  const window = now === null ? null : (shiftAt(now)?.window ?? { from: now - DAY_MS / 3, to: now })
  const from = window?.from ?? null
  useEffect(() => {
    if (from === null) return
    const read = () => decisionsSince(from).then(setDecisions, () => setDecisions(null))
    void startOutbox().then(read)
    return onDecision(() => void read())
  }, [from])
  const meta = readings.meta.snapshot?.items[0]
  if (now === null || !window || decisions === undefined) return null
  const areas = areaNames(meta?.areas ?? [])
  const region = meta?.region.extent ?? ([0, 0, 0, 0] as const)
  return {
    readings,
    alarms: alarms.derive({ readings, now, window, region, areas }, local),
    entries,
    decisions,
    areas,
    window,
    now,
  }
}

function toldOf({ decisions, entries, readings }: BriefFacts): Known {
  const { quality, snapshot } = readings.allocations
  const allocations = quality === 'lost' ? [] : (snapshot?.items ?? [])
  return { decisions: decisions ?? [], entries, allocations }
}

function Part({ section: { title, lines } }: { readonly section: Section }) {
  const say = useSay()
  const [isWhole, setWhole] = useState(false)
  return (
    <section>
      <h2>
        {say(title)} {lines && <span className="ink2">{formatCount(lines.length)}</span>}
      </h2>
      {lines === null ? (
        <p className="note hatched">{say(WORDS.unknown)}</p>
      ) : lines.length === 0 ? (
        <p className="ink2">{say(title === WORDS.feeds ? WORDS.all : WORDS.none)}</p>
      ) : (
        <table className="page-table">
          <tbody>
            {lines.map((line, i) => (
              // Lines of one thing may read alike; the page is made once, and none of them moves.
              // biome-ignore lint/suspicious/noArrayIndexKey: as said
              <tr key={i} className={i < SHOWN || isWhole ? undefined : 'brief-rest'}>
                <th scope="row">{line.item}</th>
                <td>{line.state}</td>
                <td className="ink2">{line.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines && lines.length > SHOWN && (
        <Button className="brief-more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? say(WORDS.less)
            : `${say(WORDS.more)} ${formatCount(lines.length - SHOWN)} ${say(WORDS.moreRest)}`}
        </Button>
      )}
    </section>
  )
}
