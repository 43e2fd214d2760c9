import { type ReactNode, useEffect, useState } from 'react'
import type { ChartId, ReviewView } from '../../view/review'
import { releasedFor } from './csv-export'
import type { ReleasedRow } from './csv-rows'
import { MEASURE_BY_ID } from './measures'
import type { TwinTable } from './twin-table'
import type { Facts } from './use-facts'
import { useReleaseSources } from './use-releases'

interface Props {
  readonly chart: ChartId
  readonly table: TwinTable
  readonly facts: Facts
  readonly view: ReviewView
  readonly onReady: (isThere: boolean) => void
  readonly children: (rows: readonly ReleasedRow[]) => ReactNode
}

/** What a picture shows in place of the screen: the rows of the chart's own export. */
export function ReleasedPanel({ chart, table, facts, view, onReady, children }: Props) {
  const sources = useReleaseSources(facts, view, chart)
  const [rows, setRows] = useState<readonly ReleasedRow[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const { measure, part } = view
  useEffect(() => {
    if (!sources) return
    let isWanted = true
    const of = { measure: MEASURE_BY_ID[measure], part }
    releasedFor(table, of, sources).then(
      (told) => isWanted && setRows(told),
      () => isWanted && setFailed(true),
    )
    return () => {
      isWanted = false
    }
  }, [sources, table, measure, part])
  // Its rows stand in the page by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is known
  useEffect(() => {
    if (rows || hasFailed) onReady(rows !== null)
  }, [rows, hasFailed])
  return rows && <div className="leaves">{children(rows)}</div>
}
