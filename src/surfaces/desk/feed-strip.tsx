import { FEED_IDS, type FeedId } from '../../api/feeds'
import type { Readings } from '../../api/reading'
import { formatAge } from '../../ui/clock'
import { useLang, useSay } from '../../ui/lang'
import { causeWords } from '../cause-words'
import { FEED_NAME, QUALITY_NAME } from '../feed-words'
import { WORDS } from './words'

interface Props {
  readonly readings: Readings
  readonly onOpen: () => void
}

/** One square for every feed; in figures: how many are live, and how many cannot be trusted; which, is told below it. */
export function FeedStrip({ readings, onOpen }: Props) {
  const say = useSay()
  const live = FEED_IDS.filter((id) => readings[id].quality === 'live').length
  const faulty = FEED_IDS.filter((id) => ['stale', 'lost'].includes(readings[id].quality))
  const fault = faulty.length > 0 && `${faulty.length} ${say(WORDS.feedsAtFault)}`
  return (
    <div className="desk-feeds">
      <button
        type="button"
        // Its name holds what is seen of it at any width.
        aria-label={`${live}/${FEED_IDS.length} ${fault || say(WORDS.feedsFine)}`}
        aria-describedby="desk-faults"
        onClick={onOpen}
      >
        <span className="desk-feed-boxes">
          {FEED_IDS.map((id) => {
            const { quality, flags } = readings[id]
            return (
              <i
                key={id}
                className="quality-box"
                data-feed={id}
                data-quality={quality}
                data-flags={flags.length > 0 ? flags.join(' ') : undefined}
              />
            )
          })}
        </span>
        <span>
          {live}/{FEED_IDS.length}
        </span>
        {fault && <strong className="desk-feeds-fault">{fault}</strong>}
      </button>
      <Faults readings={readings} />
    </div>
  )
}

/** Who is not live, how old, and why: under the strip while it is pointed at or focused. */
function Faults({ readings }: { readonly readings: Readings }) {
  const say = useSay()
  const lang = useLang()
  const faults = FEED_IDS.filter((id) => readings[id].quality !== 'live' || readings[id].cause)
  const why = (id: FeedId) => {
    const { cause } = readings[id]
    return cause ? say(causeWords(cause).what) : ''
  }
  return (
    <ul id="desk-faults" className="desk-faults">
      {faults.map((id) => (
        <li key={id}>
          <i className="quality-box" data-quality={readings[id].quality} />
          <strong>{say(FEED_NAME[id])}</strong>
          <span>
            {say(QUALITY_NAME[readings[id].quality])} {formatAge(readings[id].ageMs, lang)}
          </span>
          <span className="ink2">{why(id)}</span>
        </li>
      ))}
    </ul>
  )
}
