import type { NoTimeline, Timeline } from '../../topics/topic'
import { formatDate, formatMinute } from '../../ui/clock'
import { Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { spanPhrase } from '../span-words'
import { Histogram } from './histogram'
import './time-bar.css'
import { StepChoice, TimeControls } from './time-controls'
import { TIME } from './time-words'
import type { DeskClock } from './use-desk-clock'
import { WORDS } from './words'

interface Props {
  /** Undefined: nobody has one to show. Null: not there yet. */
  readonly timeline: Timeline | NoTimeline | null | undefined
  /** Null until there is a time. */
  readonly clock: DeskClock | null
  readonly count: number | null
  /** What is counted. */
  readonly unit: Phrase | null
}

/** The one clock, its window, and what was counted per hour: everything on the page follows what is set here. */
export default function TimeBar({ timeline, clock, count, unit }: Props) {
  const say = useSay()
  return (
    <section
      id="desk-time"
      className="desk-time"
      tabIndex={-1}
      data-region="time"
      aria-label={say(TIME.timeBar)}
    >
      {clock && <TimeControls clock={clock} />}
      {timeline && 'why' in timeline ? (
        <p className="ink2">{say(timeline.why)}</p>
      ) : timeline && clock ? (
        <Histogram timeline={timeline} clock={clock} />
      ) : (
        <Skeleton>{say(TIME.noTimeline)}</Skeleton>
      )}
      {clock && (
        <footer>
          <span className="time-words">
            {say(WORDS.window)} {dated(clock.window.from)} →{' '}
            {dated(clock.window.to, clock.window.from)} · {say(spanPhrase(clock.span, clock.since))}{' '}
            · {formatCount(count)} {unit && say(unit)}
          </span>
          <span className="spread ink3 time-hint">
            {say(TIME.perHour)} · {say(TIME.brushHint)}
          </span>
          <StepChoice clock={clock} />
        </footer>
      )}
    </section>
  )
}

/** With its year, unless that of another time beside it says it. */
function dated(at: number, beside?: number): string {
  const day = formatDate(at)
  const isSaid = beside !== undefined && formatDate(beside).slice(0, 4) === day.slice(0, 4)
  return `${isSaid ? day.slice(5) : day} ${formatMinute(at)}`
}
