import { FEED_IDS, FEEDS, type FeedId } from '../../api/feeds'
import type { Reading, Readings } from '../../api/reading'
import { useReadings } from '../../api/readings'
import type { SourceCard } from '../../domain/meta'
import { formatAge, formatStamp, UNKNOWN } from '../../ui/clock'
import { saveText, toCsv } from '../../ui/csv'
import { Button } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Lang } from '../../ui/words'
import { causeWords } from '../cause-words'
import { FEED_NAME, FLAG_NAME, QUALITY_NAME } from '../feed-words'
import '../page.css'

const WORDS = {
  title: { zh: '数据源', en: 'Feeds' },
  back: { zh: '回到值班席', en: 'Back to the desk' },
  csv: { zh: '导出 CSV', en: 'Export CSV' },
  feed: { zh: '数据源', en: 'Feed' },
  quality: { zh: '质量', en: 'Quality' },
  owner: { zh: '维护单位', en: 'Owner' },
  cadence: { zh: '约定周期', en: 'Cadence' },
  observed: { zh: '源时间', en: 'Source time' },
  age: { zh: '滞后', en: 'Lag' },
  items: { zh: '记录', en: 'Records' },
  rejected: { zh: '搁置', en: 'Set aside' },
  personal: { zh: '已删个人字段', en: 'Personal fields dropped' },
  crs: { zh: '坐标系', en: 'CRS' },
  cause: { zh: '原因与处置', en: 'Cause and remedy' },
  note: { zh: '说明', en: 'Note' },
  waiting: { zh: '尚无应答', en: 'no answer yet' },
  how: {
    zh: '质量按三种龄期中最差的一种：传输（距上次有效应答）、内容（服务器时间减源时间）、记录（距约定心跳）。不超过一个周期加 1 秒为正常，超过 3 个周期为陈旧，超过 12 个周期且超过 60 秒为中断。',
    en: 'Quality follows the worst of three ages: transport (since the last valid answer), content (server time less source time) and record (against its heartbeat). Up to one period plus 1 s is live, over 3 periods stale, over 12 periods and over 60 s lost.',
  },
} as const

interface Row {
  readonly id: FeedId
  readonly reading: Reading
  readonly source: SourceCard | null
}

/** Every source: who owes what, how late it is, what was set aside, and what to do. */
export default function FeedBoard({ onBack }: { readonly onBack: () => void }) {
  const say = useSay()
  const lang = useLang()
  const readings = useReadings()
  const rows = rowsOf(readings)
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <header>
        <h1>{say(WORDS.title)}</h1>
        <Button onClick={() => saveText('feeds.csv', toCsv(csvOf(rows, lang)))}>
          {say(WORDS.csv)}
        </Button>
        <Button onClick={onBack}>{say(WORDS.back)}</Button>
      </header>
      <div className="page-body">
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
        <p className="ink2">{say(WORDS.how)}</p>
      </div>
    </main>
  )
}

function FeedRow({ id, reading, source }: Row) {
  const say = useSay()
  const lang = useLang()
  const { quality, flags, snapshot, cause, detail, ageMs } = reading
  const words = cause && causeWords(cause)
  const isWaiting = snapshot === null && cause === null
  const note = source && (lang === 'en' ? (source.noteEn ?? source.note) : source.note)
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
          {isWaiting ? say(WORDS.waiting) : say(QUALITY_NAME[quality])}
        </span>
        {flags.map((flag) => (
          <div key={flag} className="ink2">
            {say(FLAG_NAME[flag])}
          </div>
        ))}
      </td>
      <td>{source ? ownerOf(source, lang) : UNKNOWN}</td>
      <td className="end">{formatAge(FEEDS[id].everyMs, lang)}</td>
      <td className="end">{formatStamp(snapshot?.observedAt ?? null)}</td>
      <td className="end">{formatAge(ageMs, lang)}</td>
      <td className="end">{formatCount(snapshot?.items.length ?? null)}</td>
      <td>
        <SetAside reading={reading} />
      </td>
      <td>{source?.crs ?? UNKNOWN}</td>
      <td>
        {words && (
          <>
            <strong>{say(words.what)}</strong> {detail && <span className="ink2">{detail}</span>}
            <div className="ink2">{say(words.todo)}</div>
          </>
        )}
        {note && <div className="ink2">{note}</div>}
      </td>
    </tr>
  )
}

/** How many records were set aside, and why: reason and sample as plain text. */
function SetAside({ reading: { snapshot } }: { readonly reading: Reading }) {
  const say = useSay()
  if (!snapshot) return UNKNOWN
  const { rejected, rejectedCount, droppedPersonal = 0 } = snapshot
  return (
    <>
      {rejectedCount === 0 ? (
        '0'
      ) : (
        <details>
          <summary>{formatCount(rejectedCount)}</summary>
          <ul>
            {rejected.map(({ reason, sample }) => (
              <li key={`${reason}${sample}`}>
                {reason}
                <code>{sample}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {droppedPersonal > 0 && (
        <div className="ink2">
          {say(WORDS.personal)} {formatCount(droppedPersonal)}
        </div>
      )}
    </>
  )
}

function rowsOf(readings: Readings): readonly Row[] {
  const sources = readings.meta.snapshot?.items[0]?.sources ?? []
  return FEED_IDS.map((id) => ({
    id,
    reading: readings[id],
    source: sources.find(({ feed }) => feed === id) ?? null,
  }))
}

function ownerOf({ owner, ownerEn }: SourceCard, lang: Lang): string {
  return lang === 'en' ? (ownerEn ?? owner) : owner
}

function csvOf(rows: readonly Row[], lang: Lang): string[][] {
  const head = [
    'feed',
    'quality',
    'flags',
    'owner',
    'cadence_s',
    'observed_at',
    'lag_s',
    'records',
    'set_aside',
    'crs',
    'cause',
  ]
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  return [
    head,
    ...rows.map(({ id, reading: { quality, flags, snapshot, ageMs, cause }, source }) => [
      id,
      quality,
      flags.join(' '),
      source ? ownerOf(source, lang) : '',
      text(FEEDS[id].everyMs / 1000),
      snapshot ? new Date(snapshot.observedAt).toISOString() : '',
      text(ageMs === null ? null : Math.round(ageMs / 1000)),
      text(snapshot?.items.length),
      text(snapshot?.rejectedCount),
      source?.crs ?? '',
      cause ?? '',
    ]),
  ]
}
