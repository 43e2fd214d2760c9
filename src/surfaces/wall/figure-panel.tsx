import type { Box } from '../../domain/wall-layout'
import type { Headline } from '../../topics/topic'
import { UNKNOWN } from '../../ui/clock'
import { useSay } from '../../ui/lang'
import { Age, isOld, Panel, Stale, usePartial, useTrust } from './panel'
import { EDGES_EM, textEm } from './text-em'

interface Props {
  readonly name: string
  readonly headline: Headline
  readonly box: Box
  /** Font size of the wall's body, px. */
  readonly body: number
}

/** Lines beside the value, in body sizes: what they need of the panel's height. */
const LINES = 3.9
const ONE_MORE = 1.35
/** What stands between a line and its verdict, in body sizes. */
const GAP = 0.4
/** Five figures and a comma, in sizes of the value, with what they count beside them. */
const VALUE_WIDTH = 5.3
const LEAST_VALUE = 1.8
/** What an age takes beside a title, and an age of what is partial. */
const AGE = 3.9
const PARTIAL = 7.9

/** A figure as a panel of its own. */
export function FigurePanel({ name, ...figure }: Props) {
  const say = useSay()
  const { quality } = useTrust(figure.headline.feeds)
  return (
    <Panel name={name} label={say(figure.headline.title)} box={figure.box} quality={quality}>
      <Figure {...figure} />
    </Panel>
  )
}

/** One large number, what it counts, and whether it can be trusted. */
export function Figure({ headline, box, body }: Omit<Props, 'name'>) {
  const say = useSay()
  const { title, value, unit, line, verdict, feeds, registers } = headline
  const { quality, isWaiting } = useTrust(feeds)
  const isPartial = usePartial([...feeds, ...(registers ?? [])])
  const isLost = quality === 'lost'
  const inner = box.width / body - EDGES_EM
  const words = (line ? textEm(say(line)) + GAP : 0) + (verdict ? textEm(say(verdict)) : 0)
  // A place that is named by half helps nobody: it gets a line of its own, and the value gives way.
  const isLong = line !== null && verdict !== null && words > inner
  // Also its title, beside which its age stands.
  const isWrapped = !isOld(quality) && textEm(say(title)) + (isPartial ? PARTIAL : AGE) > inner
  const isTwice = isLong && textEm(say(verdict)) > inner
  const more = (isLong && !isOld(quality) ? 1 : 0) + (isWrapped ? 1 : 0) + (isTwice ? 1 : 0)
  const lines = LINES + more * ONE_MORE
  const room = Math.min((box.height / body - lines) / 1.15, box.width / body / VALUE_WIDTH)
  const size = Math.max(LEAST_VALUE, room) * body
  return (
    <>
      <header>
        <h2>{say(title)}</h2>
        {!isOld(quality) && <Age feeds={feeds} registers={registers} />}
      </header>
      <p className="wall-figure">
        <strong style={{ fontSize: size }}>{isLost ? UNKNOWN : value}</strong>
        {!isLost && <span>{say(unit)}</span>}
      </p>
      {isOld(quality) ? (
        <Stale quality={quality} feeds={feeds} isWaiting={isWaiting} />
      ) : (
        <p className={isLong ? 'wall-line wall-stacked' : 'wall-line'}>
          {line && <span>{say(line)}</span>}
          {verdict && <strong>{say(verdict)}</strong>}
        </p>
      )}
    </>
  )
}
