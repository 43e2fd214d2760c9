import { SEVERITIES } from '../../domain/incident'
import { Glyph } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { type IncidentsData, SEVERITY_GLYPH } from './data'
import { NEAR_ZOOM } from './layer'
import { SEVERITY, WORDS } from './words'

const TOLD = {
  arrival: { zh: '到场', en: 'Arrival' },
  arrivalNote: {
    zh: '接报到到场；近 24 h 及未结警情中两个时间都有的 n 起',
    en: 'From receiving to arriving; the n incidents of the last 24 h and open ones where both are known',
  },
  median: { zh: '中位', en: 'P50' },
  minutes: { zh: '分', en: 'min' },
  lost: {
    zh: '此刻未结警情不明，不标绘。',
    en: 'Which incidents are open is not known at this time: none is drawn.',
  },
} as const satisfies Record<string, Phrase>

/** What is open now, and how soon somebody was there. A file knows of neither. */
export default function OpenCounts({ data }: { readonly data: IncidentsData }) {
  const say = useSay()
  const { open, arrival, quality, asOf } = data
  if (data.bulk?.brought)
    return (
      <p className="ink3">
        {say({
          zh: `${WORDS.open.zh} — · ${TOLD.arrival.zh} —（文件没有处警环节）`,
          en: `${WORDS.open.en} — · ${TOLD.arrival.en} — (a file tells no stages)`,
        })}
      </p>
    )
  if (asOf === null) return null
  if (quality === 'lost') return <p className="ink3">{say(TOLD.lost)}</p>
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
        {say(TOLD.arrival)} {say(TOLD.median)} {formatTenth(arrival.medianMin)} · P90{' '}
        {formatTenth(arrival.p90Min)} {say(TOLD.minutes)}{' '}
        <span className="ink3 no-break" title={say(TOLD.arrivalNote)}>
          n = {formatCount(arrival.count)}
        </span>
      </p>
    </>
  )
}
