import { FEED_IDS } from '../../api/feeds'
import { useNews, useServerNow } from '../../api/readings'
import type { Quality } from '../../domain/quality'
import { SECOND_MS } from '../../domain/time'
import type { Box } from '../../domain/wall-layout'
import { formatClock, formatWeekday } from '../../ui/clock'
import { useLang, useSay } from '../../ui/lang'
import { Panel } from './panel'
import { WORDS } from './words'

interface Props {
  readonly box: Box
}

/** What time it is where, and which sources can be trusted: one square each, and in words. */
export function ClockPanel({ box }: Props) {
  const say = useSay()
  const readings = useNews()
  const of = (quality: Quality) => FEED_IDS.filter((id) => readings[id].quality === quality).length
  const partial = FEED_IDS.filter((id) => readings[id].flags.includes('partial')).length
  const others = (['lost', 'stale', 'late'] as const).filter((quality) => of(quality) > 0)
  return (
    <Panel name="clock" label={say(WORDS.zone)} box={box}>
      <Clock />
      <p className="wall-feeds" aria-hidden="true">
        {FEED_IDS.map((id) => (
          <i
            key={id}
            className="quality-box"
            data-feed={id}
            data-quality={readings[id].quality}
            data-flags={readings[id].flags.join(' ') || undefined}
          />
        ))}
      </p>
      <p className="wall-line wall-feeds-told">
        <span>
          {of('live')}/{FEED_IDS.length} {say(WORDS.fine)}
        </span>
        {partial > 0 && (
          <strong>
            {partial} {say(WORDS.partial)}
          </strong>
        )}
        {others.map((quality) => (
          <strong key={quality}>
            {of(quality)} {say(WORDS[quality])}
          </strong>
        ))}
      </p>
    </Panel>
  )
}

/** The only part that is drawn every second. */
function Clock() {
  const say = useSay()
  const lang = useLang()
  const now = useServerNow(SECOND_MS)
  return (
    <>
      <p className="wall-clock">
        <time>{formatClock(now)}</time>
      </p>
      <p className="wall-date">
        {now === null
          ? say(WORDS.noClock)
          : `${formatWeekday(now, lang)}${lang === 'zh' ? '，' : ', '}${say(WORDS.zone)}`}
      </p>
    </>
  )
}
