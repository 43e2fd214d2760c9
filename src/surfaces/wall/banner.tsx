import type { ReactNode } from 'react'
import { useServerNow } from '../../api/readings'
import { SECOND_MS } from '../../domain/time'
import type { Box } from '../../domain/wall-layout'
import type { WallType } from '../../domain/wall-profile'
import type { Attention } from '../../topics/topic'
import { formatAge, UNKNOWN } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { useLang, useSay } from '../../ui/lang'
import { URGENCIES, type Urgency } from '../../ui/tokens'
import { Fitted, isLong, isLongTitle } from './fitted'
import { Pagoda } from './pagoda'
import { placed } from './panel'
import { EDGES_EM, fittingText } from './text-em'
import { useSayShort } from './use-say-short'
import { WORDS } from './words'

interface Props {
  readonly slots: readonly Box[]
  readonly region: string
  /** By urgency; null where nobody knows. */
  readonly counts: Readonly<Record<Urgency, number | null>>
  /** Some sources are old: what is counted is a lower bound. */
  readonly isBlind: boolean
  readonly unanswered: number
  readonly first: Attention | null
  readonly type: WallType
  /** Until the server has told the time. */
  readonly now: number
  readonly notices: ReactNode
  readonly stamp: ReactNode
}

/** Four slots, on every scene: who this is, how much is urgent, what is most urgent, and what kind of data. */
export function Banner({ slots, region, counts, isBlind, unanswered, first, ...props }: Props) {
  const { type, now, notices, stamp } = props
  const say = useSay()
  const [who, howMuch, what, kind] = slots
  if (!(who && howMuch && what && kind)) return null
  return (
    <header className="wall-banner" data-unanswered-p1={unanswered}>
      <div className="wall-slot wall-brand" style={placed(who)}>
        <Pagoda />
        <div>
          <h1>{say(WORDS.product)}</h1>
          <span>{region}</span>
        </div>
      </div>
      <ul className="wall-slot wall-counts" style={placed(howMuch)}>
        {URGENCIES.map((urgency) => {
          const n = counts[urgency]
          return (
            <li key={urgency} data-flash={urgency === 'p1' && unanswered > 0 ? '' : undefined}>
              <UrgencyMark urgency={urgency} digit={false} hollow={!n} />
              <span>{urgency.toUpperCase()}</span>
              <strong>
                {isBlind && n !== null && '≥'}
                {n ?? UNKNOWN}
              </strong>
            </li>
          )
        })}
      </ul>
      <div className="wall-slot wall-first" style={placed(what)}>
        {first ? (
          <First
            first={first}
            p1={{ unanswered, standing: counts.p1, isBlind }}
            room={what.width / type.body - EDGES_EM}
            type={type}
            now={now}
          />
        ) : (
          <strong>{say(counts.p1 === null ? WORDS.unknownAlarms : WORDS.nothing)}</strong>
        )}
      </div>
      <div className="wall-slot wall-kind" style={placed(kind)}>
        {notices}
        {stamp}
      </div>
    </header>
  )
}

interface FirstProps extends Pick<Props, 'type' | 'now'> {
  readonly first: Attention
  readonly p1: {
    readonly unanswered: number
    readonly standing: number | null
    readonly isBlind: boolean
  }
  readonly room: number
}

/** The most urgent: what, where, for how long; and of the first priority how many nobody has answered. */
function First({ first: { title, place, since, state }, p1, room, type, now }: FirstProps) {
  const second = useServerNow(SECOND_MS) ?? now
  const say = useSayShort()
  const lang = useLang()
  const count = `${p1.isBlind ? '≥' : ''}${p1.unanswered}/${p1.standing ?? UNKNOWN}`
  const told = p1.unanswered > 0 ? `${say(WORDS.unanswered)} ${count}` : say(state)
  const between = lang === 'zh' ? ' · ' : ', '
  const age = since === null ? '' : formatAge(Math.max(0, second - since), lang) + between
  const isPlaceLong = isLong(say(place), room)
  // Four lines are all that a banner holds.
  const isFull = isPlaceLong && isLongTitle(say(title), room)
  const hasPlace = !isFull || p1.unanswered === 0
  return (
    <>
      <Fitted text={say(title)} room={room} type={type} isTight={isPlaceLong} />
      {hasPlace && <span className={isPlaceLong ? 'wall-two-lines' : ''}>{say(place)}</span>}
      {!(isFull && hasPlace) && (
        <span>{fittingText(room, age + told, told, told.split(between).at(-1) ?? '')}</span>
      )}
    </>
  )
}
