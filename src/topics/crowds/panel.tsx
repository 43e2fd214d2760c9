import { formatAge } from '../../ui/clock'
import { Figure } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount, formatShare } from '../../ui/numbers'
import { type CrowdData, isCurrent } from './data'
import { WORDS } from './messages'
import './panel.css'
import { areaName, minutesPhrase } from './words-of'

/** The legend of both ladders, and what is fullest. */
export function CrowdPanel({ data }: { readonly data: CrowdData }) {
  const say = useSay()
  const lang = useLang()
  const areas = data.areas ?? []
  const shares = areas.flatMap(({ share }) => share ?? [])
  const counts = areas.flatMap(({ occupancy }) => occupancy ?? [])
  const current = areas.filter((one) => one.occupancy !== null && isCurrent(one))
  const [soonest] = current
    .filter(({ minutesTo80 }) => minutesTo80 !== null)
    .toSorted((a, b) => (a.minutesTo80 ?? 0) - (b.minutesTo80 ?? 0))
  return (
    <div className="crowds-panel">
      <div className="crowds-legend">
        <Ring />
        <div>
          <p>
            {say(WORDS.ofCapacity)}
            {areas.some(({ area }) => area.fictitious) && say(WORDS.fictitiousMark)}
          </p>
          <p className="ink2">{say(WORDS.managementLines)}</p>
        </div>
      </div>
      <div className="crowds-head">
        <span>{say(WORDS.dangerLadder)}</span>
        <span className="ink2">{say(WORDS.perM2)}</span>
      </div>
      <ol className="crowds-ladder" aria-hidden="true">
        {['2', '3', '4', '5+'].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Figure
        label={say(WORDS.over80)}
        value={formatShare(
          shares.length > 0 ? shares.filter((share) => share >= 0.8).length : null,
          shares.length,
          lang,
        )}
      />
      <Figure
        label={say(WORDS.inside)}
        value={formatCount(counts.length > 0 ? counts.reduce((sum, n) => sum + n, 0) : null)}
      />
      {current.length < areas.length && (
        <Figure
          label={say(WORDS.uncounted)}
          value={formatShare(areas.length - current.length, areas.length, lang)}
        />
      )}
      <p className="ink2 crowds-soonest">
        {say(WORDS.soonest)}{' '}
        {soonest
          ? `${say(minutesPhrase(soonest.minutesTo80))} · ${say(areaName(soonest))}`
          : formatAge(null, lang)}
      </p>
    </div>
  )
}

function Ring() {
  const around = 2 * Math.PI * 15
  const tick = (share: number) => {
    const a = share * 2 * Math.PI - Math.PI / 2
    return `M${20 + 11 * Math.cos(a)} ${20 + 11 * Math.sin(a)}L${20 + 19 * Math.cos(a)} ${20 + 19 * Math.sin(a)}`
  }
  return (
    <svg viewBox="0 0 40 40" width="2.5rem" height="2.5rem" aria-hidden="true">
      <circle cx="20" cy="20" r="15" fill="none" stroke="var(--ring-track)" strokeWidth="4.5" />
      <circle
        cx="20"
        cy="20"
        r="15"
        fill="none"
        stroke="var(--ink1)"
        strokeWidth="4.5"
        strokeDasharray={`${around * 0.72} ${around}`}
        transform="rotate(-90 20 20)"
      />
      <path d={`${tick(0.8)}${tick(0.9)}${tick(1)}`} stroke="var(--panel)" strokeWidth="1.5" />
      <text x="20" y="25" textAnchor="middle" fill="var(--ink1)" fontSize="14" fontWeight="500">
        72
      </text>
    </svg>
  )
}
