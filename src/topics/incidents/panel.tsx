import { lazy, Suspense } from 'react'
import { DENSITY_BREAKS } from '../../domain/density-kernel'
import { formatClock, formatStamp } from '../../ui/clock'
import { ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { DENSITY_RAMP } from '../../ui/tokens'
import type { PanelProps } from '../topic'
import type { IncidentsData } from './data'
import './panel.css'
import { WORDS } from './words'

// Nothing of them is on the first picture.
const AnalysisPanel = lazy(() => import('./analysis-panel'))
const FileNote = lazy(() => import('./file-note'))
const OpenCounts = lazy(() => import('./open-counts'))

export function Panel(props: PanelProps<IncidentsData>) {
  const { data } = props
  return (
    <div className="incidents-panel">
      {data.bulk?.brought && (
        <Suspense>
          <FileNote brought={data.bulk.brought} />
        </Suspense>
      )}
      <Ramp isCount={data.bulk?.brought?.grain === 'none'} />
      <Method data={data} />
      <Suspense>
        <AnalysisPanel {...props} />
      </Suspense>
      <WindowCounts data={data} />
      <Suspense>
        <OpenCounts data={data} />
      </Suspense>
    </div>
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
        {/* The age of a source; a file has none. */}
        {!bulk?.brought && `${say(WORDS.asOf)} ${formatClock(asOf)} · `}
        {say(WORDS.fixed)}
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
  const { counted, unplaced, outside, apart: others } = tally
  const apart = (
    [
      [WORDS.apart, others],
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
