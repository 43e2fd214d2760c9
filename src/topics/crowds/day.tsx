import { useEffect, useState } from 'react'
import { type CrowdDay, type CrowdHistory, getCrowdHistory } from '../../api/crowd-history'
import {
  compareWithMatches,
  type DayComparison,
  type DayCurve,
  dayCurve,
  peakOf,
} from '../../domain/crowd-day'
import { type Forecast, forecastTo80 } from '../../domain/crowd-forecast'
import type { AreaState } from '../../domain/crowd-occupancy'
import { DAY_MS, type EpochMs, MINUTE_MS } from '../../domain/time'
import { agePhrase, formatDay, formatMinute } from '../../ui/clock'
import { ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { WORDS } from './messages'

const AGAIN_MS = MINUTE_MS
const WIDTH = 384
const HEIGHT = 96

/** The area's day against the same weekday and the same day of the festival, and when it will hold 80 %. */
export function Day({ one, now }: { readonly one: AreaState; readonly now: EpochMs }) {
  const say = useSay()
  const [history, setHistory] = useState<CrowdHistory | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const { id } = one.area
  const minute = Math.floor(now / AGAIN_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again every minute
  useEffect(() => {
    const stop = new AbortController()
    void getCrowdHistory(id, stop.signal).then((answer) => {
      if (stop.signal.aborted) return
      if (answer.ok) setHistory(answer.value)
      setFailed(answer.ok ? null : (answer.detail ?? answer.cause))
    })
    return () => stop.abort()
  }, [id, minute])
  if (history?.area !== id)
    return failed ? (
      <ErrorNote what={say(WORDS.dayFailed)} todo={failed} />
    ) : (
      <Skeleton>{say(WORDS.dayLoading)}</Skeleton>
    )
  const asOf = history.generatedAt
  const today = dayCurve(history.today.samples, history.today.day, asOf)
  const curveOf = (day: CrowdHistory['sameWeekday']) =>
    day && dayCurve(day.samples, day.day, day.day + DAY_MS)
  const earlier = {
    sameWeekday: curveOf(history.sameWeekday),
    sameFestivalDay: curveOf(history.sameFestivalDay),
  }
  const compared = compareWithMatches(today, earlier)
  const forecast = forecastTo80(history.recent, one.area.instantCapacity, asOf)
  const peak = peakOf(today)
  return (
    <section className="crowds-day" aria-label={say(WORDS.day)}>
      <div className="crowds-head">
        <strong>{say(WORDS.day)}</strong>
        <span className="ink2">
          {say(WORDS.asOf)} {formatMinute(asOf)}
        </span>
      </div>
      <Chart
        today={today}
        sameWeekday={earlier.sameWeekday}
        sameFestivalDay={earlier.sameFestivalDay}
        capacity={one.area.instantCapacity}
      />
      <ul className="crowds-day-words">
        <li>
          <Line kind="today" /> {say(WORDS.today)}
          {peak && (
            <span className="ink2">
              {' '}
              {say(WORDS.peak)} {formatCount(peak.occupancy)} · {formatMinute(peak.at)}
            </span>
          )}
        </li>
        <Against kind="weekday" name={WORDS.sameWeekday} day={compared.sameWeekday} />
        <Against
          kind="festival"
          name={
            history.sameFestivalDay?.name ? nameOf(history.sameFestivalDay) : WORDS.sameFestival
          }
          day={compared.sameFestivalDay}
        />
      </ul>
      <p>
        <span className="ink2">{say(WORDS.forecast)}</span> {say(forecastPhrase(forecast))}
      </p>
    </section>
  )
}

/** In the source's own words; without English ones, ours. */
const nameOf = ({ name, nameEn }: CrowdDay): Phrase => ({
  zh: name ?? WORDS.sameFestival.zh,
  en: nameEn ?? WORDS.sameFestival.en,
})

function Against({
  kind,
  name,
  day,
}: {
  readonly kind: 'weekday' | 'festival'
  readonly name: Phrase
  readonly day: DayComparison | null
}) {
  const say = useSay()
  if (!day) return null
  const more = day.latest?.more ?? null
  return (
    <li>
      <Line kind={kind} /> {say(name)} {formatDay(day.earlierFrom)}
      {more !== null && (
        <span className="ink2">
          {' '}
          {say(WORDS.nowAgainst)} {more >= 0 ? '+' : '−'}
          {formatCount(Math.abs(more))}
        </span>
      )}
    </li>
  )
}

function forecastPhrase(forecast: Forecast): Phrase {
  if ('why' in forecast) return WORDS[`forecast-${forecast.why}`]
  const minutes = (value: number) => agePhrase(Math.ceil(value) * MINUTE_MS)
  const { minutes: middle, low, high } = forecast
  const to = high === null ? WORDS.notTonight : minutes(high)
  return {
    zh: `${minutes(middle).zh}（${minutes(low).zh} 至 ${to.zh}），按近半小时净流入`,
    en: `${minutes(middle).en} (${minutes(low).en} to ${to.en}), at the inflow of the last half hour`,
  }
}

const DASHES = { today: undefined, weekday: '4 3', festival: '1 3' } as const

function Line({ kind }: { readonly kind: keyof typeof DASHES }) {
  return (
    <svg viewBox="0 0 24 8" width="1.5rem" height="0.5rem" aria-hidden="true">
      <path
        d="M0 4H24"
        stroke={kind === 'today' ? 'var(--ink1)' : 'var(--ink2)'}
        strokeWidth={kind === 'today' ? 2 : 1.5}
        strokeDasharray={DASHES[kind]}
      />
    </svg>
  )
}

function Chart({
  today,
  sameWeekday,
  sameFestivalDay,
  capacity,
}: {
  readonly today: DayCurve
  readonly sameWeekday: DayCurve | null
  readonly sameFestivalDay: DayCurve | null
  readonly capacity: number
}) {
  const curves = [
    ['festival', sameFestivalDay],
    ['weekday', sameWeekday],
    ['today', today],
  ] as const
  const most = Math.max(
    capacity,
    ...curves.flatMap(([, curve]) =>
      (curve?.slots ?? []).flatMap(({ occupancy }) => occupancy ?? []),
    ),
  )
  const y = (persons: number) => HEIGHT - (HEIGHT * persons) / Math.max(1, most)
  return (
    <svg className="crowds-day-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[0.8, 0.9, 1].map((share) => (
        <path
          key={share}
          d={`M0 ${y(share * capacity)}H${WIDTH}`}
          stroke="var(--hairline)"
          strokeWidth="1"
        />
      ))}
      {curves.map(([kind, curve]) =>
        curve ? (
          <path
            key={kind}
            d={pathOf(curve, y)}
            fill="none"
            stroke={kind === 'today' ? 'var(--ink1)' : 'var(--ink2)'}
            strokeWidth={kind === 'today' ? 2 : 1.5}
            strokeDasharray={DASHES[kind]}
          />
        ) : null,
      )}
    </svg>
  )
}

/** A line that stops at a gap and begins anew after it. */
function pathOf({ from, slots }: DayCurve, y: (persons: number) => number): string {
  let isOpen = false
  return slots
    .map(({ at, occupancy }) => {
      if (occupancy === null) {
        isOpen = false
        return ''
      }
      const command = isOpen ? 'L' : 'M'
      isOpen = true
      return `${command}${(((at - from) / DAY_MS) * WIDTH).toFixed(1)} ${y(occupancy).toFixed(1)}`
    })
    .join('')
}
