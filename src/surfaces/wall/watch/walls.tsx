import { byNeed } from '../../../domain/wall'
import { formatAge, formatClock, formatStamp, UNKNOWN } from '../../../ui/clock'
import { saveText, toCsv } from '../../../ui/csv'
import { Button, Empty, ErrorNote, Skeleton } from '../../../ui/kit'
import { useLang, useSay } from '../../../ui/lang'
import { formatCount, formatTenth } from '../../../ui/numbers'
import { causeWords } from '../../cause-words'
import { QUALITY_NAME } from '../../feed-words'
import { PageHead } from '../../page-head'
import '../../page.css'
import { useWalls } from './use-walls'
import { csvRows, type WallRow, wallRow } from './walls-rows'
import { WORDS } from './walls-words'

interface Props {
  readonly mocked: boolean
  readonly onBack: () => void
}

/** All walls, and which of them is silent since when. */
export default function Walls({ mocked, onBack }: Props) {
  const say = useSay()
  const { walls, now, quality, refusal } = useWalls()
  const rows = walls && now !== null ? byNeed(walls.items, now).map((one) => wallRow(one, now)) : []
  const silent = rows.filter((row) => row.silentSince !== null).length
  const troubled = rows.filter((row) => row.silentSince === null && row.trouble !== null).length
  const tally = [
    [WORDS.all, rows.length],
    [WORDS.speaking, rows.length - silent],
    [WORDS.silent, silent],
    [WORDS.troubled, troubled],
  ] as const
  return (
    <main className="page" aria-label={say(WORDS.title)}>
      <PageHead title={say(WORDS.title)} mocked={mocked} onBack={onBack}>
        <Button onClick={() => saveText('walls.csv', toCsv(csvRows(rows)))}>
          {say(WORDS.csv)}
        </Button>
      </PageHead>
      <div className="page-body">
        {!walls && !refusal && <Skeleton>{say(WORDS.loading)}</Skeleton>}
        {refusal && (
          <ErrorNote what={say(WORDS.failed)} todo={say(causeWords(refusal.cause).todo)}>
            {refusal.detail && <span className="ink2">{refusal.detail}</span>}
          </ErrorNote>
        )}
        {walls && (
          <>
            <ul className="page-tally" aria-label={say(WORDS.title)}>
              {tally.map(([label, count]) => (
                <li key={label.en}>
                  {say(label)} <strong>{formatCount(count)}</strong>
                </li>
              ))}
              <li className="quality">
                <i className="quality-box" data-quality={quality} />
                {say(WORDS.asOf)} <strong>{formatClock(walls.generatedAt)}</strong>{' '}
                {quality !== 'live' && say(QUALITY_NAME[quality])}
              </li>
            </ul>
            {rows.length === 0 ? (
              <Empty title={say(WORDS.none)} why={say(WORDS.noneWhy)} />
            ) : (
              <WallTable rows={rows} />
            )}
          </>
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

function WallTable({ rows }: { readonly rows: readonly WallRow[] }) {
  const say = useSay()
  return (
    // A region that scrolls sideways on small screens must be reachable by keyboard.
    <section className="page-scroll" tabIndex={0} aria-label={say(WORDS.title)}>
      <table className="page-table">
        <thead>
          <tr>
            <th>{say(WORDS.wall)}</th>
            <th>{say(WORDS.state)}</th>
            <th>{say(WORDS.pictureHead)}</th>
            <th>{say(WORDS.feeds)}</th>
            <th>{say(WORDS.scene)}</th>
            <th className="end">{say(WORDS.losses)}</th>
            <th className="end">{say(WORDS.heap)}</th>
            <th className="end">{say(WORDS.up)}</th>
            <th>{say(WORDS.version)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.wall.id} {...row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ wall, quality, silentSince, trouble, isStarting, worstFeed, oldFeeds }: WallRow) {
  const say = useSay()
  const lang = useLang()
  const { losses } = wall
  const isSilent = silentSince !== null
  return (
    <tr data-wall={wall.id} data-silent={silentSince !== null}>
      <th scope="row">{wall.id}</th>
      <td>
        <span className="quality">
          <i className="quality-box" data-quality={quality} />
          {!isSilent ? (
            say(QUALITY_NAME[quality])
          ) : (
            <strong>
              {say(WORDS.silent)} {say(WORDS.since)} {formatStamp(silentSince)}
            </strong>
          )}
        </span>
        {!isSilent && (
          <div className="ink2">
            {say(WORDS.heard)} {formatClock(wall.heardAt)}
          </div>
        )}
      </td>
      <td>
        {isSilent ? (
          UNKNOWN
        ) : trouble ? (
          <strong>{say(trouble)}</strong>
        ) : (
          say(isStarting ? WORDS.starting : WORDS.good)
        )}
        {!isSilent && wall.stoppedAt !== null && (
          <div className="ink2">
            {say(WORDS.since)} {formatStamp(wall.stoppedAt)}
          </div>
        )}
      </td>
      <td>
        <span className="quality">
          {worstFeed && <i className="quality-box" data-quality={worstFeed} />}
          {worstFeed ? say(QUALITY_NAME[worstFeed]) : UNKNOWN}
        </span>
        {oldFeeds > 0 && (
          <div className="ink2">
            {oldFeeds}/{wall.feeds.length} {say(WORDS.notLive)}
          </div>
        )}
      </td>
      <td>{(!isSilent && wall.scene) || UNKNOWN}</td>
      <td className="end">
        {formatCount(losses.lost)}
        {losses.lost > 0 && (
          <div className="ink2">
            {say(WORDS.recovered)} {formatCount(losses.recovered)}
          </div>
        )}
      </td>
      <td className="end">
        {isSilent || wall.heapBytes === null
          ? UNKNOWN
          : `${formatTenth(wall.heapBytes / 2 ** 20)} MB`}
      </td>
      <td className="end">{isSilent ? UNKNOWN : formatAge(wall.upMs, lang)}</td>
      <td>
        {wall.version}
        {wall.build && <div className="ink2">{wall.build}</div>}
      </td>
    </tr>
  )
}
