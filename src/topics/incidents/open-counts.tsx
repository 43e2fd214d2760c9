import { arrivalTimes } from '../../domain/arrival-times'
import { SEVERITIES } from '../../domain/incident'
import { isOfKind } from '../../domain/incident-set'
import { Glyph } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import { formatCount, formatTenth } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import { type IncidentsData, SEVERITY_GLYPH } from './data'
import { NEAR_ZOOM } from './layer'
import { SEVERITY, WORDS } from './words'

const TOLD = {
  openNow: { zh: '此刻未结', en: 'Open now' },
  arrival: { zh: '到场', en: 'Arrival' },
  lastDay: { zh: '24 h 到场', en: 'Arrival 24 h' },
  openNote: {
    zh: '按所选类别、等级，各来源都算，不随时段变化',
    en: 'Of the kinds and severities chosen and of every source, whatever the window',
  },
  arrivalNote: {
    zh: '接报到到场；近 24 h 及未结警情中符合所选类别、等级（各来源都算），且两个时间都有的 n 起，不随时段变化',
    en: 'From receiving to arriving; the n incidents of the last 24 h and open ones, of the kinds and severities chosen and of every source, where both are known, whatever the window',
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
  const { open, shown, filter, live, quality, asOf } = data
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
  const arrival = arrivalTimes([...live.values()].filter((one) => isOfKind(one, filter)))
  const count = (severity: string) => shown.filter((one) => one.severity === severity).length
  const apart = open.length - shown.length
  const unplaced = shown.filter(({ position }) => position === null).length
  return (
    <>
      <ul className="open-counts" aria-label={say(TOLD.openNow)}>
        <li className="ink2" title={say(TOLD.openNote)}>
          {say(TOLD.openNow)} {formatCount(shown.length)}
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
      {apart > 0 && (
        <p className="ink3">
          {say({
            zh: `另有未结 ${formatCount(apart)} 起不在所选类别、等级内，不标绘`,
            en: `${formatCount(apart)} more open, not of the kinds and severities chosen: not drawn`,
          })}
        </p>
      )}
      <p className="ink3">
        {say({
          zh: `较大、一般警情缩放 ${NEAR_ZOOM} 起标绘${unplaced > 0 ? ` · 无位置 ${unplaced}` : ''}`,
          en: `Moderate and minor from zoom ${NEAR_ZOOM}${unplaced > 0 ? ` · unplaced ${unplaced}` : ''}`,
        })}
      </p>
      <p>
        {say(TOLD.lastDay)} {say(TOLD.median)} {formatTenth(arrival.medianMin)} · P90{' '}
        {formatTenth(arrival.p90Min)} {say(TOLD.minutes)}{' '}
        <span className="ink3 no-break" title={say(TOLD.arrivalNote)}>
          n = {formatCount(arrival.count)}
        </span>
      </p>
    </>
  )
}
