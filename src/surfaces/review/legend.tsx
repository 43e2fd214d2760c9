import type { ReactNode } from 'react'
import { festivalOffset } from '../../domain/review/spring-festival'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import type { ChartDay, Control } from './control'
import { isSlow } from './control-marks'
import { NO_CHART_WORDS } from './refusal-words'
import { WORDS } from './words'

/** Only what is drawn is explained: a legend of shapes that are not there is read for nothing. */
function Key({
  word,
  width = 12,
  children,
}: {
  readonly word: string
  readonly width?: number
  readonly children: ReactNode
}) {
  return (
    <li>
      <svg viewBox={`0 0 ${width} 12`} aria-hidden="true">
        {children}
      </svg>
      {word}
    </li>
  )
}

const Line = ({ className, word }: { readonly className: string; readonly word: string }) => (
  <Key width={20} word={word}>
    <path className={className} d="M0 6H20" />
  </Key>
)

const Dotted = ({ word }: { readonly word: string }) => (
  <Key word={word}>
    <path className="spark-mark" d="M6 0V12" />
  </Key>
)

const Gap = ({ word }: { readonly word: string }) => (
  <Key word={word}>
    <path className="spark-gap" d="M6 0V12" />
  </Key>
)

/** What last year's line is held by: the lunar calendar moves days of the forty alone. */
function pastWords(days: readonly ChartDay[]): Phrase {
  const isLunar = days.some(({ day }) => festivalOffset(day) !== null)
  return isLunar ? WORDS.aligned : WORDS.alignedByDate
}

/** What the shapes of the control chart mean, and how its limits came to be. */
export function ControlLegend({ control }: { readonly control: Control }) {
  const say = useSay()
  const { refused, spread, baseline, days, festivalWeeks } = control
  const has = (which: (day: ChartDay) => boolean) => days.some(which)
  return (
    <ul className="chart-legend">
      <Key word={say(WORDS.daily)}>
        <circle className="control-dot" cx={6} cy={6} r={3} />
      </Key>
      {!refused && (
        <>
          <Key word={`${say(WORDS.signalInPeriod)} ${control.signals}`}>
            <path className="control-signal" d="M6 .5L11.500 6L6 11.500L.5 6Z" />
          </Key>
          <Line className="spark-now" word={say(WORDS.ewma)} />
          {has(isSlow) && (
            <Key word={say(WORDS.slow)}>
              <path className="control-slow" d="M6 1.5L10.5 6L6 10.5L1.5 6Z" />
            </Key>
          )}
        </>
      )}
      <Line className="spark-past" word={say(pastWords(days))} />
      {has(({ isPartial, value }) => isPartial && value !== null) && (
        <Key word={say(WORDS.partial)}>
          <circle className="control-dot" data-partial="true" cx={6} cy={6} r={3.5} />
        </Key>
      )}
      {has(({ isProvisional }) => isProvisional) && (
        <Key word={say(WORDS.provisional)}>
          <circle className="control-dot" data-provisional="true" cx={6} cy={6} r={3.5} />
        </Key>
      )}
      {has(({ value }) => value === null) && <Gap word={say(WORDS.gap)} />}
      <li className="ink2 legend-how">
        {refused
          ? say(NO_CHART_WORDS[refused])
          : `${say(WORDS.baseline)} ${baseline.to - baseline.from} ${say(WORDS.days)} · ${say(WORDS.spread)} ${spread?.toFixed(2)}`}
        {!refused && festivalWeeks !== null && ` · ${say(festivalWords(festivalWeeks))}`}
      </li>
    </ul>
  )
}

function festivalWords(weeks: number): Phrase {
  if (weeks === 0) return WORDS.festivalUnjudged
  return {
    zh: `春节周按往年春节周（${weeks} 年）判`,
    en: `festival week by ${weeks === 1 ? 'that of a year' : `those of ${weeks} years`} before`,
  }
}

/** The two lines of the small charts, and what stands between them. */
export function SparkLegend({
  controls,
  hasMarks,
}: {
  readonly controls: readonly Control[]
  readonly hasMarks: boolean
}) {
  const say = useSay()
  const days = controls.flatMap((control) => control.days.filter(({ inPeriod }) => inPeriod))
  return (
    <ul className="chart-legend">
      <Line className="spark-now" word={say(WORDS.nowLine)} />
      <Line className="spark-past" word={say(pastWords(days))} />
      <Key word={say(WORDS.signal)}>
        <path className="spark-signal" d="M6 2l4 4l-4 4l-4 -4z" />
      </Key>
      <Key word={say(WORDS.usualShort)}>
        <circle className="usual-key" cx={6} cy={6} r={4.5} />
      </Key>
      {days.some(({ value }) => value === null) && <Gap word={say(WORDS.gap)} />}
      {hasMarks && <Dotted word={say(WORDS.marks)} />}
    </ul>
  )
}

/** What stands on the strip of a tile. */
export function StripLegend() {
  const say = useSay()
  return (
    <ul className="chart-legend strip-legend">
      <Key word={say(WORDS.now)} width={4}>
        <path className="strip-now" d="M2 0V12" />
      </Key>
      <Key word={say(WORDS.interval)} width={20}>
        <path className="strip-bar" d="M0 3H20V9H0Z" />
      </Key>
      <Key word={say(WORDS.past)}>
        <circle className="strip-key" cx={6} cy={6} r={4} />
      </Key>
    </ul>
  )
}
