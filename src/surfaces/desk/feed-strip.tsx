import { FEED_IDS } from '../../api/feeds'
import type { Readings } from '../../api/reading'
import { formatAge } from '../../ui/clock'
import { useLang, useSay } from '../../ui/lang'
import { FEED_NAME, QUALITY_NAME } from '../feed-words'
import { WORDS } from './words'

/** One square for every feed; in words: how many are live, or which one is worst and why. */
export function FeedStrip({
  readings,
  onOpen,
}: {
  readonly readings: Readings
  readonly onOpen: () => void
}) {
  const say = useSay()
  const lang = useLang()
  const live = FEED_IDS.filter((id) => readings[id].quality === 'live').length
  const faulty = FEED_IDS.filter((id) => ['stale', 'lost'].includes(readings[id].quality))
  const [first] = faulty
  return (
    <button type="button" className="desk-feeds" onClick={onOpen}>
      <span className="desk-feed-boxes">
        {FEED_IDS.map((id) => {
          const { quality, flags, ageMs } = readings[id]
          const words = `${say(FEED_NAME[id])}：${say(QUALITY_NAME[quality])} ${formatAge(ageMs, lang)}`
          return (
            <i
              key={id}
              className="quality-box"
              data-feed={id}
              data-quality={quality}
              data-flags={flags.length > 0 ? flags.join(' ') : undefined}
              title={words}
            />
          )
        })}
      </span>
      <span>
        {live}/{FEED_IDS.length} {say(WORDS.feedsFine)}
      </span>
      {first && (
        <strong>
          {say(FEED_NAME[first])} {say(QUALITY_NAME[readings[first].quality])}
          {faulty.length > 1 && ` +${faulty.length - 1}`}
        </strong>
      )}
    </button>
  )
}
