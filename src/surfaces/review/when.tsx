import { useMemo } from 'react'
import type { MeasureSeries } from '../../domain/measure'
import { type HourCount, weekMatrixOf } from '../../domain/review/week-matrix'
import { HOUR_MS } from '../../domain/time'
import { useLang, useSay } from '../../ui/lang'
import { NotHad } from './had'
import { Matrix } from './matrix'
import { Panel, type PanelActions } from './panel'
import { type Facts, useSeries } from './use-facts'
import { WORDS } from './words'

interface Props {
  readonly facts: Facts
  readonly nameOf: (code: string) => string
  readonly actions: PanelActions
}

/** Weekday x hour of the calls of the period. */
export function When({ facts, nameOf, actions }: Props) {
  const say = useSay()
  const lang = useLang()
  const hours = useHours(facts)
  const when = useMemo(
    () => (hours?.is === 'here' ? whenOf(hours.value, facts.area, facts.region) : null),
    [hours, facts.area, facts.region],
  )
  const note = when
    ? `${nameOf(facts.area)}${lang === 'zh' ? '，' : ', '}${say(WORDS.matrixSamples)} ${when.matrix.fewestSamples}`
    : nameOf(facts.area)
  return (
    <Panel
      id="matrix"
      title={say(WORDS.matrix)}
      note={note}
      actions={actions}
      className="panel-matrix"
    >
      {when ? <Matrix {...when} /> : hours && hours.is !== 'here' && <NotHad had={hours} />}
    </Panel>
  )
}

export function useHours(facts: Facts) {
  return useSeries(facts.cards, [{ measure: 'incidents', part: '' }], facts.level, {
    step: 'hour',
    period: facts.period,
  })[0]
}

/** Hours of an area; of a region the sum of its parts, where all of them are known. */
export function whenOf(series: MeasureSeries, area: string, region: string) {
  const own = series.areas.filter(({ areaCode }) => area === region || areaCode === area)
  const counts: HourCount[] = Array.from({ length: series.length }, (_, i) => ({
    at: series.from + i * HOUR_MS,
    count: own.reduce<number | null>(
      (sum, { count }) => {
        const value = count[i] ?? null
        return sum === null || value === null ? null : sum + value
      },
      own.length > 0 ? 0 : null,
    ),
  }))
  const people = own.reduce((sum, { base }) => {
    const known = (base ?? []).filter((one) => one !== null)
    return sum + (known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 0)
  }, 0)
  return { matrix: weekMatrixOf(counts), millions: people / 1e6 || 1 }
}
