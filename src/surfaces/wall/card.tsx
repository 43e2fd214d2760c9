import { useState } from 'react'
import { useServerNow } from '../../api/readings'
import { SECOND_MS } from '../../domain/time'
import type { Box } from '../../domain/wall-layout'
import type { WallType } from '../../domain/wall-profile'
import type { Fact, Headline, Urgent } from '../../topics/topic'
import { formatAge } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { useLang, useSay } from '../../ui/lang'
import { Figure } from './figure-panel'
import { isLong } from './fitted'
import { placed, useTrust } from './panel'
import { EDGES_EM, fittingEm } from './text-em'
import { useSayShort } from './use-say-short'
import { WORDS } from './words'

interface Props {
  /** One box for each display that the card covers. */
  readonly boxes: readonly Box[]
  readonly focus: Urgent
  readonly all: readonly Urgent[]
  /** What else is known of the focus: told where nothing else waits. */
  readonly facts: readonly Fact[]
  /** What stands at the focus, from another topic: where there is room, in the last box. */
  readonly figure: Headline | null
  readonly type: WallType
  /** Until the server has told the time. */
  readonly now: number
}

/** Of the others: lines of body type, and what the edges of a box take of its height. */
const LINE = 1.35
const EDGES_HIGH = 0.8
const MOST_ROWS = 2
/** As many boxes as leave two to the photograph: a picture may lie across a seam, words may not. */
const TALL = 5

/** Left of the place: its photograph, what to do, and who else waits. Every box by itself, clear of the seams. */
export function Card({ boxes, focus, all, facts, figure, type, now }: Props) {
  const say = useSayShort()
  const [photo, guidance, ...more] = boxes.length >= TALL ? joined(boxes) : boxes
  const last = figure && more.length > 1 ? more.at(-1) : undefined
  const rest = last ? more.slice(0, -1) : more
  const others = all.filter(({ key }) => key !== focus.key)
  const rows = rowsIn(
    rest,
    others.map(({ place }) => say(place)),
    type,
  )
  return (
    <section className="wall-card" data-panel="take-over" aria-label={say(focus.title)}>
      {photo && (
        <div className="wall-card-part" style={placed(photo)}>
          <Photo key={focus.photo} address={focus.photo} />
        </div>
      )}
      {guidance && (
        <div className="wall-card-part" style={placed(guidance)}>
          <h2>{say(WORDS.guidance)}</h2>
          <Guidance lines={focus.guidance.slice(0, 4).map(say)} box={guidance} type={type} />
        </div>
      )}
      {rest.map((box, i) => (
        <div className="wall-card-part" style={placed(box)} key={box.top}>
          {others.length === 0 && facts[i] && <KnownFact fact={facts[i]} />}
          {others.length > 0 && i === 0 && (
            <h2>
              <UrgencyMark urgency="p1" digit={false} /> {say(WORDS.others)}{' '}
              <strong>{others.length}</strong>
            </h2>
          )}
          <ul className="wall-others">
            {others.slice(rows[i]?.from, rows[i]?.to).map((one) => (
              <Other key={one.key} one={one} now={now} />
            ))}
          </ul>
        </div>
      ))}
      {figure && last && <Beside figure={figure} box={last} body={type.body} />}
    </section>
  )
}

/** Which of these each box has room for, under a heading in the first: a place that is too long takes two lines. */
function rowsIn(boxes: readonly Box[], places: readonly string[], { body }: WallType) {
  let from = 0
  return boxes.map(({ width, height }, i) => {
    const room = width / body - EDGES_EM
    let left = Math.floor((height / body - EDGES_HIGH) / LINE) - (i === 0 ? 1 : 0)
    let to = from
    while (to < places.length && to - from < MOST_ROWS) {
      left -= isLong(places[to] ?? '', room) ? 3 : 2
      if (left < 0) break
      to++
    }
    const rows = { from, to }
    from = to
    return rows
  })
}

/** The first two as one. */
function joined([first, second, ...rest]: readonly Box[]): readonly Box[] {
  if (!first || !second) return []
  return [{ ...first, height: second.top + second.height - first.top }, ...rest]
}

/** Chinese as large as what is critical, or in two lines; letters, which do with less, each line in one if they can. */
function Guidance({
  lines,
  box,
  type: { body, critical },
}: {
  readonly lines: readonly string[]
  readonly box: Box
  readonly type: WallType
}) {
  const room = box.width / body - EDGES_EM
  const most = critical / body
  const least = useLang() === 'zh' ? most : 1
  const sizes = lines.map((line) => fittingEm(line, room, { least, most }))
  return (
    <ol className="wall-guidance" style={{ fontSize: Math.min(...sizes) * body }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

function KnownFact({ fact: { label, value, note } }: { readonly fact: Fact }) {
  const say = useSay()
  return (
    <>
      <h2>{say(label)}</h2>
      <p className="wall-fact">{typeof value === 'string' ? value : say(value)}</p>
      {note && <p className="wall-fact-note">{say(note)}</p>}
    </>
  )
}

function Beside({
  figure,
  box,
  body,
}: {
  readonly figure: Headline
  readonly box: Box
  readonly body: number
}) {
  const { quality } = useTrust(figure.feeds)
  return (
    <div className="wall-panel wall-card-part" data-quality={quality} style={placed(box)}>
      <Figure headline={figure} box={box} body={body} />
    </div>
  )
}

function Other({ one, now }: { readonly one: Urgent; readonly now: number }) {
  const second = useServerNow(SECOND_MS) ?? now
  const say = useSayShort()
  const lang = useLang()
  return (
    <li>
      <strong>{say(one.place)}</strong>
      <span>
        {say(one.title)} {formatAge(Math.max(0, second - one.since), lang)}
      </span>
    </li>
  )
}

function Photo({ address }: { readonly address: string | null }) {
  const say = useSay()
  const [failed, setFailed] = useState(false)
  if (address === null || failed) return <p className="wall-no-photo">{say(WORDS.noPhoto)}</p>
  return <img src={address} alt={say(WORDS.photo)} onError={() => setFailed(true)} />
}
