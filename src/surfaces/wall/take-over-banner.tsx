import type { ReactNode } from 'react'
import { useServerNow } from '../../api/readings'
import { SECOND_MS } from '../../domain/time'
import type { Box } from '../../domain/wall-layout'
import type { WallType } from '../../domain/wall-profile'
import type { Urgent } from '../../topics/topic'
import { formatAge, formatClock } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { useLang } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import { Fitted, HEAVY } from './fitted'
import { placed } from './panel'
import { shortPlace } from './short-place'
import { EDGES_EM, linesIn } from './text-em'
import { useSayShort } from './use-say-short'
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
const TITLE = { least: 1, most: 2.2, lines: 3, leading: 1.25 }
/** What stands beside the title: edges, the mark, the count of others. */
const BESIDE = 5
const COUNT = 2.7

/** What it is, where, how far it has been dealt with, and how long it waits. */
export function TakeOverBanner({ slots, focus, unanswered, type, now, ...beside }: Props) {
  const second = useServerNow(SECOND_MS) ?? now
  const say = useSayShort()
  const lang = useLang()
  const [what, where, state, since] = slots
  if (!(what && where && state && since)) return null
  const { body } = type
  const title = unbroken(say(focus.title))
  const room = what.width / body - BESIDE
  const height = what.height / body
  // Where both have no room the card alone tells how many others wait.
  const counted = unanswered > 1 ? titleEm(title, room - COUNT, height) : null
  const size = counted ?? titleEm(title, room, height) ?? TITLE.least
  const waited = Math.max(0, second - focus.since)
  const left = focus.dueMs === null ? null : focus.dueMs - waited
  return (
    <header className="wall-banner" data-unanswered-p1={unanswered}>
      <div className="wall-slot wall-alarm" style={placed(what)} data-flash="">
        <UrgencyMark urgency="p1" />
        <h1 style={{ fontSize: size * body }}>{title}</h1>
        {counted !== null && <span>×{unanswered}</span>}
      </div>
      <div className="wall-slot wall-first" style={placed(where)}>
        <Fitted
          text={say(shortPlace(focus.place, focus.area))}
          room={where.width / body - EDGES_EM}
          type={type}
        />
        <span>{say(focus.area)}</span>
      </div>
      <div className="wall-slot wall-first" style={placed(state)}>
        <Fitted text={say(focus.state)} room={state.width / body - EDGES_EM} type={type} />
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
          {left !== null && (left > 0 ? say(limitPhrase(left)) : say(WORDS.overdue))}
          {beside.stamp}
        </span>
      </div>
    </header>
  )
}

const limitPhrase = (ms: number): Phrase => ({
  zh: `时限 ${formatAge(ms, 'zh')}`,
  en: `${formatAge(ms, 'en')} left`,
})

/** As large as it may be in the lines that the slot is high enough for, no word broken; null where there is no such size. */
function titleEm(title: string, room: number, height: number): number | null {
  for (let size = TITLE.most; size >= TITLE.least; size -= 0.05) {
    const lines = linesIn(title, room / HEAVY / size)
    if (lines <= TITLE.lines && lines * size * TITLE.leading <= height) return size
  }
  return null
}

/** A number, its sign and its unit stay on one line. */
const unbroken = (text: string) => text.replace(/([≥\d]) /g, '$1\u00a0').replaceAll('/', '/\u2060')
