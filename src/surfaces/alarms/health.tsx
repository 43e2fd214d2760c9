import { useCallback, useMemo, useState } from 'react'
import { getHistory, type Happening } from '../../api/alarm-reads'
import {
  type AlarmHealth,
  alarmHealth,
  RINGS_A_DAY,
  staleOf,
  TARGETS,
  type Verdict,
  verdictsOf,
} from '../../domain/alarm-health'
import { DAY_MS } from '../../domain/time'
import type { ShownAlarm } from '../../topics/alarms/standing'
import { placePhrase, titlePhrase } from '../../topics/alarms/words-of'
import { formatAge, formatStamp, UNKNOWN } from '../../ui/clock'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import { Bars } from './health-bars'
import { Here } from './here'
import { useAsked } from './use-asked'
import { WORDS } from './words'

/** The product holds its own rules to the standard, over the last day. */
export function Health({
  now,
  standing,
}: {
  readonly now: number
  readonly standing: readonly ShownAlarm[]
}) {
  const [until] = useState(now)
  const ask = useCallback(
    (signal: AbortSignal) => getHistory(until - DAY_MS, until, signal),
    [until],
  )
  const [asked, again] = useAsked(ask)
  const health = useMemo(
    () =>
      asked.is === 'here' ? alarmHealth(asked.value, { from: until - DAY_MS, to: until }) : null,
    [asked, until],
  )
  // As the history has them: an id says nothing to an officer.
  const told = useMemo(
    () => new Map(asked.is === 'here' ? asked.value.map((one) => [one.alarm, one]) : []),
    [asked],
  )
  return (
    <div className="page-body">
      {health ? (
        <>
          <div className="alarms-beside">
            <Figures health={health} stale={staleOf(standing, now).length} />
            <Top health={health} told={told} />
          </div>
          <Bars health={health} />
        </>
      ) : (
        <Here asked={asked} again={again}>
          {() => null}
        </Here>
      )}
    </div>
  )
}

function Figures({ health, stale }: { readonly health: AlarmHealth; readonly stale: number }) {
  const say = useSay()
  const lang = useLang()
  const verdicts = verdictsOf(health)
  const percent = (share: number) => `${formatTenth(100 * share)} %`
  const share = (count: number) =>
    announced === 0 ? UNKNOWN : `${percent(count / announced)} (${formatCount(count)})`
  const { mix, announced, per10Min } = health
  const rows: readonly (readonly [keyof typeof WORDS, string, string, Verdict | null])[] = [
    ['announced', formatCount(announced), '—', null],
    [
      'average',
      formatTenth(health.averagePer10Min),
      `≤ ${TARGETS.averagePer10Min}`,
      verdicts.average,
    ],
    ['most', formatCount(health.mostPer10Min), `≤ ${TARGETS.mostPer10Min}`, verdicts.most],
    [
      'flood',
      `${percent(health.floodSteps / per10Min.length)} (${health.floodSteps} / ${per10Min.length})`,
      `≤ ${percent(TARGETS.floodShare)}`,
      verdicts.flood,
    ],
    [
      'topTen',
      announced === 0
        ? UNKNOWN
        : `${percent(health.topTenCount / announced)} (${formatCount(health.topTenCount)} / ${formatCount(announced)})`,
      say({
        zh: `≤ ${percent(TARGETS.topTenShare)}，或各 ≤ ${RINGS_A_DAY} 次/天`,
        en: `≤ ${percent(TARGETS.topTenShare)}, or ${RINGS_A_DAY} a day each`,
      }),
      verdicts.topTen,
    ],
    ['chattering', formatCount(health.chattering.length), '0', verdicts.chattering],
    ['stale', formatCount(stale), '0', stale === 0 ? 'meets' : 'misses'],
    [
      'mix',
      `${share(mix.high)} / ${share(mix.medium)} / ${share(mix.low)}`,
      '5 / 15 / 80 %',
      verdicts.mix,
    ],
    [
      'answer',
      health.medianAnswerMs === null
        ? UNKNOWN
        : `${formatAge(health.medianAnswerMs, lang)} (n = ${formatCount(health.answered)})`,
      '—',
      null,
    ],
  ]
  return (
    <section>
      <h2>
        {say(WORDS.last24h)} · {formatStamp(health.window.from)} → {formatStamp(health.window.to)}
      </h2>
      <table className="page-table alarms-health">
        <thead>
          <tr>
            <th>{say(WORDS.measure)}</th>
            <th className="end">{say(WORDS.value)}</th>
            <th className="end">{say(WORDS.target)}</th>
            <th>{say(WORDS.verdict)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, target, verdict]) => (
            <tr key={name} data-measure={name} data-verdict={verdict ?? undefined}>
              <th>{say(WORDS[name])}</th>
              <td className="end">{value}</td>
              <td className="end">{target}</td>
              <td>
                {verdict === null ? (
                  UNKNOWN
                ) : (
                  <span className={verdict === 'misses' ? 'alarms-misses' : undefined}>
                    {verdict === 'meets' ? '✓ ' : verdict === 'misses' ? '✕ ' : ''}
                    {say(WORDS[verdict])}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ink3">{say(WORDS.healthHow)}</p>
    </section>
  )
}

function Top({
  health: { top },
  told,
}: {
  readonly health: AlarmHealth
  readonly told: ReadonlyMap<string, Happening>
}) {
  const say = useSay()
  if (top.length === 0) return null
  return (
    <section>
      <h2>{say(WORDS.sources)}</h2>
      <table className="page-table">
        <thead>
          <tr>
            <th>{say(WORDS.kind)}</th>
            <th>{say(WORDS.place)}</th>
            <th className="end">{say(WORDS.count)}</th>
          </tr>
        </thead>
        <tbody>
          {top.map(({ alarm, count }) => {
            const one = told.get(alarm)
            return (
              <tr key={alarm} title={alarm}>
                <th>{one ? say(titlePhrase(one)) : UNKNOWN}</th>
                <td>{one ? say(placePhrase(one)) : alarm}</td>
                <td className="end">{formatCount(count)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
