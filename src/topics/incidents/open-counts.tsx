import { SEVERITIES } from '../../domain/incident'
import { Glyph } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import { type IncidentsData, SEVERITY_GLYPH } from './data'
import { NEAR_ZOOM } from './layer'
import { SEVERITY, WORDS } from './words'

/** What is open now, and how soon somebody was there. A file knows of neither. */
export default function OpenCounts({ data }: { readonly data: IncidentsData }) {
  const say = useSay()
  const { open, arrival, quality, asOf } = data
  if (data.bulk?.brought)
    return (
      <p className="ink3">
        {say({
          zh: `${WORDS.open.zh} — · ${WORDS.arrival.zh} —（文件没有处警环节）`,
          en: `${WORDS.open.en} — · ${WORDS.arrival.en} — (a file tells no stages)`,
        })}
      </p>
    )
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
