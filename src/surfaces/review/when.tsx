import { useMemo } from 'react'
import type { MeasureSeries } from '../../domain/measure'
import { dayOf } from '../../domain/review/calendar'
import { type HourCount, weekMatrixOf } from '../../domain/review/week-matrix'
import { HOUR_MS } from '../../domain/time'
import { Empty } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { daysByArea } from './counts'
import { NotHad } from './had'
import { Matrix } from './matrix'
import { MEASURE_BY_ID } from './measures'
import { Panel, type PanelActions } from './panel'
import { type Facts, type Had, useSeries } from './use-facts'
import { WORDS } from './words'

interface Props {
  readonly facts: Facts
  /** What the charts beside it are about; '' for all. */
  readonly part: string
  readonly nameOf: (code: string) => string
  readonly actions: PanelActions
}

/** Weekday x hour of the calls of the period. */
export function When({ facts, part, nameOf, actions }: Props) {
  const say = useSay()
  const lang = useLang()
  const hours = useHours(facts)
  const when = useMemo(
    () => (hours?.is === 'here' ? whenOf(hours.value, facts.area, facts.region) : null),
    [hours, facts.area, facts.region],
  )
  const isKnown = when?.matrix.cells.some(({ samples }) => samples > 0) ?? false
  const comma = lang === 'zh' ? '，' : ', '
  // Neither hours nor times to arrive are counted by parts.
  const all = part ? ` · ${say(WORDS.all)}` : ''
  const about = `${nameOf(facts.area)} ${say(MEASURE_BY_ID.incidents.title)}${all}`
  const note =
    when && isKnown
      ? `${about}${comma}${say(WORDS.matrixSamples)} ${when.matrix.fewestSamples}`
      : about
  return (
    <Panel
      id="matrix"
      title={say(WORDS.matrix)}
      note={note}
      actions={actions}
      className="panel-matrix"
    >
      {when && isKnown ? (
        <Matrix {...when} level={facts.level} />
      ) : when ? (
        <Empty title={say(WORDS.gap)} />
      ) : (
        hours && hours.is !== 'here' && <NotHad had={hours} />
      )}
    </Panel>
  )
}

/** Hours of the period. Those of a day on which an area has no count are not known either. */
export function useHours(facts: Facts): Had<MeasureSeries> | undefined {
  const hours = useSeries(facts.cards, CALLS, facts.level, HOURLY(facts.period))[0]
  const days = useSeries(facts.cards, CALLS, facts.level)[0]
  return useMemo(() => {
    if (hours?.is !== 'here') return hours
    return days?.is === 'here' ? { is: 'here', value: knownHours(hours.value, days.value) } : days
  }, [hours, days])
}

const CALLS = [{ measure: 'incidents', part: '' }] as const
const HOURLY = (period: Facts['period']) => ({ step: 'hour', period }) as const

/** A day that was set aside, or has nothing, has no hours: as zeros they would be measured calm. */
export function knownHours(hours: MeasureSeries, days: MeasureSeries): MeasureSeries {
  const byArea = daysByArea(days)
  return {
    ...hours,
    areas: hours.areas.map((area) => {
      const own = byArea.get(area.areaCode)
      const isKnown = (i: number) =>
        !own || (own.count[dayOf(hours.from + i * HOUR_MS) - own.first] ?? null) !== null
      return { ...area, count: area.count.map((count, i) => (isKnown(i) ? count : null)) }
    }),
  }
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
