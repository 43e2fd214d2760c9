import { FEED_IDS } from '../../api/feeds'
import { useReadings, useServerNow } from '../../api/readings'
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
  const lang = useLang()
  const now = useServerNow(SECOND_MS)
  const readings = useReadings()
  const of = (quality: string) => FEED_IDS.filter((id) => readings[id].quality === quality).length
  const [live, late, stale, lost] = ['live', 'late', 'stale', 'lost'].map(of) as [
    number,
    number,
    number,
    number,
  ]
  const worst = lost > 0 ? 'lost' : stale > 0 ? 'stale' : late > 0 ? 'late' : null
  return (
    <Panel name="clock" label={say(WORDS.zone)} box={box}>
      <p className="wall-clock">
        <time>{formatClock(now)}</time>
      </p>
      <p className="wall-date">
        {now === null
          ? say(WORDS.noClock)
          : `${formatWeekday(now, lang)}${lang === 'zh' ? '，' : ', '}${say(WORDS.zone)}`}
      </p>
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
      <p className="wall-line">
        <span>
          {live}/{FEED_IDS.length} {say(WORDS.fine)}
        </span>
        {worst && (
          <strong>
            {{ lost, stale, late }[worst]} {say(WORDS[worst])}
          </strong>
        )}
      </p>
    </Panel>
  )
}
