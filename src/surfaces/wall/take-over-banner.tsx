import type { ReactNode } from 'react'
import { useServerNow } from '../../api/readings'
import { SECOND_MS } from '../../domain/time'
import type { Box } from '../../domain/wall-layout'
import type { WallType } from '../../domain/wall-profile'
import type { Urgent } from '../../topics/topic'
import { formatAge, formatClock } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { useLang, useSay } from '../../ui/lang'
import { placed } from './panel'
import { shortPlace } from './short-place'
import { EDGES_EM, fittingEm, textEm } from './text-em'
import { WORDS } from './words'

interface Props {
  readonly slots: readonly Box[]
  readonly focus: Urgent
  /** All that wait, the focus among them: also those that no longer hold the wall. */
  readonly unanswered: number
  readonly type: WallType
  /** Until the server has told the time. */
  readonly now: number
  readonly notices: ReactNode
  readonly stamp: ReactNode
}

/** Sizes of what it is, in body sizes: 火警 fills its slot, longer words get smaller. */
const TITLE = { least: 1.2, most: 2.2 }
/** What stands beside the title: edges, the mark, the count of others. */
const BESIDE = 5
const COUNT = 2.2

/** What it is, where, how far it has been dealt with, and how long it waits. */
export function TakeOverBanner({ slots, focus, unanswered, type, now, ...beside }: Props) {
  const second = useServerNow(SECOND_MS) ?? now
  const say = useSay()
  const lang = useLang()
  const [what, where, state, since] = slots
  if (!(what && where && state && since)) return null
  const { body } = type
  const room = what.width / body - BESIDE - (unanswered > 1 ? COUNT : 0)
  const title = say(focus.title)
  const waited = Math.max(0, second - focus.since)
  const left = focus.dueMs === null ? null : focus.dueMs - waited
  return (
    <header className="wall-banner" data-unanswered-p1={unanswered}>
      <div className="wall-slot wall-alarm" style={placed(what)} data-flash="">
        <UrgencyMark urgency="p1" />
        <h1 style={{ fontSize: fittingEm(title, room, TITLE) * body }}>{unbroken(title)}</h1>
        {unanswered > 1 && <span>×{unanswered}</span>}
      </div>
      <div className="wall-slot wall-first" style={placed(where)}>
        <Place
          name={say(shortPlace(focus.place, focus.area))}
          room={where.width / body - EDGES_EM}
          type={type}
        />
        <span>{say(focus.area)}</span>
      </div>
      <div className="wall-slot wall-first" style={placed(state)}>
        <strong>{say(focus.state)}</strong>
        <span>
          {say(WORDS.raised)} {formatClock(focus.since)}
        </span>
        {beside.notices}
      </div>
      <div className="wall-slot wall-first wall-since" style={placed(since)}>
        <strong>
          {say(WORDS.elapsed)} {formatAge(waited, lang)}
        </strong>
        <span>
          {left !== null &&
            (left > 0 ? `${say(WORDS.limit)} ${formatAge(left, lang)}` : say(WORDS.overdue))}
          {beside.stamp}
        </span>
      </div>
    </header>
  )
}

/** A number, its sign and its unit stay on one line. */
const unbroken = (text: string) => text.replace(/([≥\d]) /g, '$1\u00a0').replaceAll('/', '/\u2060')

/** A place that one line cannot hold takes two: half a name helps nobody. */
function Place({
  name,
  room,
  type: { body, critical },
}: {
  readonly name: string
  readonly room: number
  readonly type: WallType
}) {
  const size = fittingEm(name, room, { least: 1, most: critical / body })
  return (
    <strong
      className={textEm(name) > room ? 'wall-two-lines' : ''}
      style={{ fontSize: size * body }}
    >
      {name}
    </strong>
  )
}
