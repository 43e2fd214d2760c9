import { lazy, Suspense } from 'react'
import { putAway } from '../../api/bring/brought'
import { DENSITY_BREAKS } from '../../domain/density-kernel'
import { SEVERITIES } from '../../domain/incident'
import { formatClock, formatStamp } from '../../ui/clock'
import { Glyph } from '../../ui/glyph'
import { Button, ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import { DENSITY_RAMP } from '../../ui/tokens'
import type { PanelProps } from '../topic'
import { type IncidentsData, SEVERITY_GLYPH } from './data'
import { NEAR_ZOOM } from './layer'
import './panel.css'
import { SEVERITY, WORDS } from './words'

// Nothing of it is on the first picture.
const AnalysisPanel = lazy(() => import('./analysis-panel'))

export function Panel(props: PanelProps<IncidentsData>) {
  const { data } = props
  return (
    <div className="incidents-panel">
      <FileNote data={data} />
      <Ramp isCount={data.bulk?.brought?.times === 'none'} />
      <Method data={data} />
      <Suspense>
        <AnalysisPanel {...props} />
      </Suspense>
      <WindowCounts data={data} />
      <Open data={data} />
    </div>
  )
}

/** That these are not the source's, and how to get back to those. */
function FileNote({ data: { bulk } }: { readonly data: IncidentsData }) {
  const say = useSay()
  if (!bulk?.brought) return null
  const { name, held } = bulk.brought
  return (
    <p className="incidents-file">
      <span>
        {say(WORDS.fromFile)} <strong>{name}</strong> · {formatCount(held.count)} {say(WORDS.unit)}
      </span>
      <Button onClick={putAway}>{say(WORDS.putAway)}</Button>
    </p>
  )
}

/** The six classes, each with its lower limit under its left edge. */
function Ramp({ isCount }: { readonly isCount: boolean }) {
  const say = useSay()
  return (
    <figure className="density-legend">
      <figcaption>
        <span>{say(WORDS.density)}</span>
        <span className="ink2">{say(isCount ? WORDS.perKm2 : WORDS.densityUnit)}</span>
      </figcaption>
      <ol>
        {DENSITY_BREAKS.map((from, i) => (
          <li key={from}>
            <i style={{ background: DENSITY_RAMP[i] }} />
            {from}
          </li>
        ))}
      </ol>
    </figure>
  )
}

function Method({ data: { asOf, set, bulk } }: { readonly data: IncidentsData }) {
  const say = useSay()
  return (
    <>
      <p>
        {say(WORDS.kernel)}
        <br />
        {say(WORDS.asOf)} {formatClock(asOf)} · {say(WORDS.fixed)}
      </p>
      {bulk?.state === 'waiting' && <Skeleton>{say(WORDS.waiting)}</Skeleton>}
      {bulk?.state === 'failed' && (
        <ErrorNote what={say(WORDS.computeFailed)} todo={say(WORDS.reload)} />
      )}
      {bulk?.history === 'failed' && (
        <ErrorNote
          what={say(WORDS.historyFailed)}
          todo={
            set
              ? say({
                  zh: `仅含 ${formatStamp(set.window.from)} 以来的警情，稍后自动重试。`,
                  en: `Only incidents since ${formatStamp(set.window.from)}; tried again by itself.`,
                })
              : ''
          }
        />
      )}
    </>
  )
}

/** Every incident of the window under one head; together they are the count of the section. */
function WindowCounts({ data: { tally, bulk } }: { readonly data: IncidentsData }) {
  const say = useSay()
  if (!tally) return null
  const { counted, unplaced, outside, otherSource } = tally
  const apart = (
    [
      [WORDS.otherSource, otherSource],
      [WORDS.unplaced, unplaced],
      [bulk?.brought ? WORDS.farOff : WORDS.outside, outside],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <p className="ink2">
      {[[WORDS.inDensity, counted] as const, ...apart]
        .map(([label, count]) => `${say(label)} ${formatCount(count)}`)
        .join(' · ')}
    </p>
  )
}

function Open({ data }: { readonly data: IncidentsData }) {
  const say = useSay()
  const { open, arrival, quality, asOf } = data
  if (asOf === null) return null
  if (quality === 'lost') return <p className="ink3">{say(WORDS.lost)}</p>
  const count = (severity: string) => open.filter((one) => one.severity === severity).length
  const unplaced = open.filter(({ position }) => position === null).length
  return (
    <>
      <ul className="open-counts" aria-label={say(WORDS.open)}>
        <li className="ink2">
          {say(WORDS.open)} {formatCount(open.length)}
        </li>
        {SEVERITIES.map((severity) => {
          const n = count(severity)
          if (severity === 'unknown' && n === 0) return null
          return (
            <li key={severity} title={say(SEVERITY[severity])}>
              <Glyph
                name={SEVERITY_GLYPH[severity]}
                size={1.125}
                {...(quality === 'stale' && { colour: 'var(--ink3)' })}
              />
              <span className="sr-only">{say(SEVERITY[severity])}</span>
              {formatCount(n)}
            </li>
          )
        })}
      </ul>
      <p className="ink3">
        {say({
          zh: `较大、一般警情缩放 ${NEAR_ZOOM} 起标绘${unplaced > 0 ? ` · 无位置 ${unplaced}` : ''}`,
          en: `Moderate and minor from zoom ${NEAR_ZOOM}${unplaced > 0 ? ` · unplaced ${unplaced}` : ''}`,
        })}
      </p>
      <p>
        {say(WORDS.arrival)} {say(WORDS.median)} {formatTenth(arrival.medianMin)} · P90{' '}
        {formatTenth(arrival.p90Min)} {say(WORDS.minutes)}{' '}
        <span className="ink3 no-break" title={say(WORDS.arrivalNote)}>
          n = {formatCount(arrival.count)}
        </span>
      </p>
    </>
  )
}
