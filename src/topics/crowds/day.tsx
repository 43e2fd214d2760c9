import { useEffect, useState } from 'react'
import { type CrowdDay, type CrowdHistory, getCrowdHistory } from '../../api/crowd-history'
import { compareWithMatches, type DayComparison, dayCurve, peakOf } from '../../domain/crowd-day'
import { type Forecast, forecastTo80 } from '../../domain/crowd-forecast'
import type { AreaState } from '../../domain/crowd-occupancy'
import { DAY_MS, type EpochMs, MINUTE_MS } from '../../domain/time'
import { agePhrase, formatDate, formatMinute } from '../../ui/clock'
import { ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { CARD } from './card-messages'
import { DayChart, Line } from './day-chart'

const AGAIN_MS = MINUTE_MS

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
      <ErrorNote what={say(CARD.dayFailed)} todo={failed} />
    ) : (
      <Skeleton>{say(CARD.dayLoading)}</Skeleton>
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
    <section className="crowds-day" aria-label={say(CARD.day)}>
      <div className="crowds-head">
        <strong>{say(CARD.day)}</strong>
        <span className="ink2">
          {say(CARD.asOf)} {formatMinute(asOf)}
        </span>
      </div>
      <DayChart
        today={today}
        sameWeekday={earlier.sameWeekday}
        sameFestivalDay={earlier.sameFestivalDay}
        capacity={one.area.instantCapacity}
      />
      <ul className="crowds-day-words">
        <li>
          <Line kind="today" /> {say(CARD.today)}
          {peak && (
            <span className="ink2">
              {' '}
              {say(CARD.peak)} {formatCount(peak.occupancy)} · {formatMinute(peak.at)}
            </span>
          )}
        </li>
        <Against kind="weekday" name={CARD.sameWeekday} day={compared.sameWeekday} />
        <Against
          kind="festival"
          name={history.sameFestivalDay?.name ? nameOf(history.sameFestivalDay) : CARD.sameFestival}
          day={compared.sameFestivalDay}
        />
      </ul>
      <p>
        <span className="ink2">{say(CARD.forecast)}</span> {say(forecastPhrase(forecast))}
      </p>
    </section>
  )
}

/** In the source's own words; without English ones, ours. */
const nameOf = ({ name, nameEn }: CrowdDay): Phrase => ({
  zh: name ?? CARD.sameFestival.zh,
  en: nameEn ?? CARD.sameFestival.en,
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
      <Line kind={kind} /> {say(name)} {formatDate(day.earlierFrom)}
      {more !== null && (
        <span className="ink2">
          {' '}
          {say(CARD.nowAgainst)} {more >= 0 ? '+' : '−'}
          {formatCount(Math.abs(more))}
        </span>
      )}
    </li>
  )
}

function forecastPhrase(forecast: Forecast): Phrase {
  if ('why' in forecast) return CARD[`forecast-${forecast.why}`]
  const minutes = (value: number) => agePhrase(Math.ceil(value) * MINUTE_MS)
  const { minutes: middle, low, high } = forecast
  const to = high === null ? CARD.notTonight : minutes(high)
  return {
    zh: `${minutes(middle).zh}（${minutes(low).zh} 至 ${to.zh}），按近半小时净流入`,
    en: `${minutes(middle).en} (${minutes(low).en} to ${to.en}), at the inflow of the last half hour`,
  }
}
