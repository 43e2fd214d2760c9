import { FEEDS } from '../../api/feeds'
import { isAwaited, type Reading } from '../../api/reading'
import { useReadings } from '../../api/readings'
import { QUALITIES } from '../../domain/quality'
import { formatAge, formatStamp, UNKNOWN } from '../../ui/clock'
import { saveText, toCsv } from '../../ui/csv'
import { Button, ErrorNote, Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatShare } from '../../ui/numbers'
import { causeWords } from '../cause-words'
import { FEED_NAME, FLAG_NAME, QUALITY_NAME } from '../feed-words'
import '../page.css'
import { PageHead } from '../page-head'
import { completenessOf, csvRows, type FeedNow, feedsNow, noteOf, ownerOf, tallyOf } from './rows'
import { WORDS } from './words'

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
  readonly onWalls: () => void
}

/** Every source: who owes what, how late it is, what was set aside, and what to do. */
export default function FeedBoard({ mocked, onBack, onWalls }: Props) {
  const say = useSay()
  const lang = useLang()
  const rows = feedsNow(useReadings())
  const tally = tallyOf(rows)
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <Button onClick={onWalls}>{say(WORDS.walls)}</Button>
        <Button onClick={() => saveText('feeds.csv', toCsv(csvRows(rows, lang)))}>
          {say(WORDS.csv)}
        </Button>
      </PageHead>
      <div className="page-body">
        {tally.waiting === rows.length && <Skeleton>{say(WORDS.loading)}</Skeleton>}
        {tally.lost === rows.length && (
          <ErrorNote what={say(WORDS.allLost)} todo={say(WORDS.allLostTodo)} />
        )}
        <ul className="page-tally" aria-label={say(WORDS.quality)}>
          {QUALITIES.map((one) => (
            <li key={one} className="quality">
              <i className="quality-box" data-quality={one} />
              {say(QUALITY_NAME[one])} <strong>{tally[one]}</strong>
            </li>
          ))}
          {tally.waiting > 0 && (
            <li>
              {say(WORDS.waiting)} <strong>{tally.waiting}</strong>
            </li>
          )}
        </ul>
        {/* A region that scrolls sideways on small screens must be reachable by keyboard. */}
        <section className="page-scroll" tabIndex={0} aria-label={say(WORDS.title)}>
          <table className="page-table">
            <thead>
              <tr>
                <th>{say(WORDS.feed)}</th>
                <th>{say(WORDS.quality)}</th>
                <th>{say(WORDS.owner)}</th>
                <th className="end">{say(WORDS.cadence)}</th>
                <th className="end">{say(WORDS.observed)}</th>
                <th className="end">{say(WORDS.age)}</th>
                <th className="end">{say(WORDS.items)}</th>
                <th className="end">{say(WORDS.complete)}</th>
                <th>{say(WORDS.rejected)}</th>
                <th>{say(WORDS.crs)}</th>
                <th>{say(WORDS.cause)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <FeedRow key={row.id} {...row} />
              ))}
            </tbody>
          </table>
        </section>
        {rows.some(({ reading }) => (reading.snapshot?.rejectedCount ?? 0) > 0) && (
          <section>
            <h2>{say(WORDS.samples)}</h2>
            {rows.map((row) => (
              <Samples key={row.id} {...row} />
            ))}
          </section>
        )}
        <dl className="terms">
          {WORDS.terms.map(([term, meaning]) => (
            <div key={term.en}>
              <dt>{say(term)}</dt>
              <dd>{say(meaning)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </main>
  )
}

function FeedRow({ id, reading, source }: FeedNow) {
  const say = useSay()
  const lang = useLang()
  const { quality, flags, snapshot, ageMs } = reading
  const complete = completenessOf(reading)
  const { everyMs } = FEEDS[id]
  return (
    <tr>
      <th scope="row">
        {say(FEED_NAME[id])}
        <div className="ink3">{id}</div>
      </th>
      <td>
        <span className="quality">
          <i
            className="quality-box"
            data-feed={id}
            data-quality={quality}
            data-flags={flags.length > 0 ? flags.join(' ') : undefined}
          />
          {say(isAwaited(reading) ? WORDS.waiting : QUALITY_NAME[quality])}
        </span>
        {flags.map((flag) => (
          <div key={flag} className="ink2">
            {say(FLAG_NAME[flag])}
          </div>
        ))}
      </td>
      <td>{source ? ownerOf(source, lang) : UNKNOWN}</td>
      <td className="end">
        {formatAge(everyMs, lang)}
        {source && source.cadenceMs !== everyMs && (
          <div className="ink2">
            {say(WORDS.declared)} {formatAge(source.cadenceMs, lang)}
          </div>
        )}
      </td>
      <td className="end">{formatStamp(snapshot?.observedAt ?? null)}</td>
      <td className="end">{formatAge(ageMs, lang)}</td>
      <td className="end">{formatCount(snapshot?.items.length ?? null)}</td>
      <td className="end">{formatShare(complete?.taken ?? null, complete?.sent ?? null, lang)}</td>
      <td>
        <SetAside reading={reading} />
      </td>
      <td>{source?.crs ?? UNKNOWN}</td>
      <td>
        <Trouble reading={reading} />
        {source && noteOf(source, lang) && <div className="ink2">{noteOf(source, lang)}</div>}
      </td>
    </tr>
  )
}

/** What happened, and what to do about it. */
function Trouble({ reading: { cause, detail } }: { readonly reading: Reading }) {
  const say = useSay()
  if (!cause) return null
  const { what, todo } = causeWords(cause)
  return (
    <>
      <strong>{say(what)}</strong> {detail && <span className="ink2">{detail}</span>}
      <div className="ink2">{say(todo)}</div>
    </>
  )
}

/** How many records were set aside, and how many personal fields were dropped. */
function SetAside({ reading: { snapshot } }: { readonly reading: Reading }) {
  const say = useSay()
  if (!snapshot) return UNKNOWN
  const { rejectedCount, droppedPersonal = 0 } = snapshot
  return (
    <>
      {formatCount(rejectedCount)}
      {droppedPersonal > 0 && (
        <div className="ink2">
          {say(WORDS.personal)} {formatCount(droppedPersonal)}
        </div>
      )}
    </>
  )
}

/** The records that a feed's picture lacks: reason and sample, as plain text. */
function Samples({ id, reading: { snapshot } }: FeedNow) {
  const say = useSay()
  if (!snapshot || snapshot.rejectedCount === 0) return null
  const { rejected, rejectedCount } = snapshot
  return (
    <details>
      <summary>
        {say(FEED_NAME[id])} {formatCount(rejectedCount)}
      </summary>
      <ol className="samples">
        {rejected.map(({ reason, sample }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two bad records may look the same
          <li key={i}>
            <span>{reason}</span>
            <code>{sample}</code>
          </li>
        ))}
      </ol>
      {rejectedCount > rejected.length && (
        <p className="ink2">
          {say(WORDS.unseen)} {formatCount(rejectedCount - rejected.length)}
        </p>
      )}
    </details>
  )
}
