import { INCIDENT_SOURCES, type IncidentSource } from '../../domain/incident'
import { isPublicAlone } from '../../domain/incident-filter'
import type { SourceEffect } from '../../domain/incident-hot-spots'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { withSource } from './choices'
import type { IncidentsData } from './data'
import { spotsOf } from './hot-places'
import { sourceOption } from './options'
import { SOURCE } from './words'

const SHORT: Readonly<Record<IncidentSource, Phrase>> = {
  'public-report': { zh: '群众', en: 'Public' },
  patrol: { zh: '巡查', en: 'Patrol' },
  sensor: { zh: '传感', en: 'Sensor' },
  unknown: { zh: '不明', en: 'Unknown' },
}

interface Props {
  readonly data: IncidentsData
  readonly sources: readonly IncidentSource[]
  readonly options: readonly string[]
  readonly onOptions: ((options: readonly string[]) => void) | undefined
}

/** What the surface is made of, each source with its count; and what it does to the map where it is not the public alone. */
export function SourceFilter({ data, sources, options, onOptions }: Props) {
  const say = useSay()
  const effect = spotsOf(data)?.effect
  if (data.bulk?.brought?.tellsSources === false)
    return (
      <p className="ink2">
        {say({
          zh: '来源：文件没有来源列，全部计入',
          en: 'Source: the file has no such column; all count',
        })}
      </p>
    )
  return (
    <>
      <div className="incidents-sources" role="group" aria-label={say(LABEL)}>
        {INCIDENT_SOURCES.map((one) => {
          const count = data.tally?.bySource[one] ?? null
          const isIn = sources.includes(one)
          if (one === 'unknown' && count === 0 && !isIn) return null
          // A map of nothing tells nothing.
          const isLast = isIn && sources.length === 1
          return (
            <Button
              key={one}
              aria-pressed={isIn}
              data-option={sourceOption(one)}
              aria-disabled={isLast}
              title={say(isLast ? lastOne(SOURCE[one]) : SOURCE[one])}
              onClick={() => onOptions?.(withSource(options, one))}
            >
              {say(SHORT[one])} <span>{formatCount(count)}</span>
            </Button>
          )
        })}
      </div>
      {!isPublicAlone(sources) && effect && <Effect effect={effect} />}
    </>
  )
}

const lastOne = ({ zh, en }: Phrase): Phrase => ({
  zh: `${zh}：至少计入一个来源`,
  en: `${en}: one source at least counts`,
})

const LABEL: Phrase = { zh: '来源', en: 'From' }

/** The sources in words: what is compared must be named. */
export function sourceList(sources: readonly IncidentSource[]): Phrase {
  if (sources.length === INCIDENT_SOURCES.length) return { zh: '全部来源', en: 'All sources' }
  return {
    zh: sources.map((one) => SOURCE[one].zh).join('、'),
    en: sources.map((one) => SOURCE[one].en).join(', '),
  }
}

/** What other sources do to the map, against the public's reports alone. */
function Effect({ effect }: { readonly effect: SourceEffect }) {
  const say = useSay()
  const { sources, reported, other, gainedKm2, lostKm2 } = effect
  const km2 = (value: number) => formatTenth(value)
  const list = sourceList(sources)
  return (
    <p className="analysis-warning" role="status">
      {say({
        zh: `${list.zh}，比只计群众报警：热点 ${km2(reported.areaKm2)} → ${km2(other.areaKm2)} km²（增 ${km2(gainedKm2)}，减 ${km2(lostKm2)}），${reported.places} → ${other.places} 处`,
        en: `${list.en}, against public reports alone: hot ${km2(reported.areaKm2)} → ${km2(other.areaKm2)} km² (+${km2(gainedKm2)}, −${km2(lostKm2)}), ${reported.places} → ${other.places} places`,
      })}
    </p>
  )
}
