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
import { KIND, RULE } from '../../topics/alarms/messages'
import type { ShownAlarm } from '../../topics/alarms/standing'
import { formatAge, formatStamp, UNKNOWN } from '../../ui/clock'
import { Button, ErrorNote, Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
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
  const say = useSay()
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
  const places = useMemo(() => placesOf(asked.is === 'here' ? asked.value : []), [asked])
  if (asked.is === 'failed')
    return (
      <ErrorNote what={say(WORDS.failed)} todo={asked.detail ?? asked.cause}>
        <Button onClick={again}>{say(WORDS.again)}</Button>
      </ErrorNote>
    )
  return (
    <div className="page-body">
      {health ? (
        <>
          <Figures health={health} stale={staleOf(standing, now).length} />
          <Bars health={health} />
          <Top health={health} places={places} />
        </>
      ) : (
        <Skeleton>{say(WORDS.loading)}</Skeleton>
      )}
    </div>
  )
}

/** Names by alarm and kinds by rule, as the history has them: an id says nothing to an officer. */
function placesOf(happenings: readonly Happening[]): ReadonlyMap<string, Phrase> {
  return new Map(
    happenings.map(({ alarm, place, placeEn, kind }) => {
      const what = KIND[kind as keyof typeof KIND] ?? KIND.unknown
      return [alarm, { zh: `${place}（${what.zh}）`, en: `${placeEn ?? place} (${what.en})` }]
    }),
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

/** New alarms per ten minutes; a line at the limit of a flood. */
function Bars({ health: { per10Min, window } }: { readonly health: AlarmHealth }) {
  const say = useSay()
  const top = Math.max(TARGETS.mostPer10Min + 2, ...per10Min)
  const y = (count: number) => 100 - (100 * count) / top
  return (
    <figure className="alarms-bars">
      <figcaption>{say(WORDS.per10Min)}</figcaption>
      <svg viewBox={`0 0 ${per10Min.length * 8} 100`} preserveAspectRatio="none" aria-hidden="true">
        {per10Min.map((count, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its step of the window
            key={i}
            x={i * 8 + 1}
            width={6}
            y={y(count)}
            height={100 - y(count)}
            fill="currentColor"
          />
        ))}
        <line
          x1="0"
          x2={per10Min.length * 8}
          y1={y(TARGETS.mostPer10Min)}
          y2={y(TARGETS.mostPer10Min)}
          stroke="currentColor"
          strokeDasharray="6 4"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className="ink2">
        <span>{formatStamp(window.from)}</span>
        <span>
          {say({
            zh: `虚线：洪流界线 ${TARGETS.mostPer10Min}`,
            en: `dashed: limit of a flood, ${TARGETS.mostPer10Min}`,
          })}
        </span>
        <span>{formatStamp(window.to)}</span>
      </p>
    </figure>
  )
}

function Top({
  health: { top },
  places,
}: {
  readonly health: AlarmHealth
  readonly places: ReadonlyMap<string, Phrase>
}) {
  const say = useSay()
  if (top.length === 0) return null
  return (
    <section>
      <h2>{say(WORDS.sources)}</h2>
      <table className="page-table">
        <tbody>
          {top.map(({ alarm, ruleId, count }) => (
            <tr key={alarm}>
              <th>
                {say(
                  RULE[ruleId] ?? KIND[ruleId as keyof typeof KIND] ?? { zh: ruleId, en: ruleId },
                )}
              </th>
              <td title={alarm}>{say(places.get(alarm) ?? { zh: alarm, en: alarm })}</td>
              <td className="end">
                {formatCount(count)} {say(WORDS.count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
