import { useSay } from '../../ui/lang'
import type { Control } from './control'
import { NO_CHART_WORDS } from './refusal-words'
import { WORDS } from './words'

/** What the shapes of the control chart mean, and how its limits came to be. */
export function ControlLegend({ control }: { readonly control: Control }) {
  const say = useSay()
  const { refused, spread, baseline } = control
  return (
    <ul className="chart-legend">
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle className="control-dot" cx={6} cy={6} r={3} />
        </svg>
        {say(WORDS.daily)}
      </li>
      {!refused && (
        <>
          <li>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path className="control-signal" d="M6 .5L11.500 6L6 11.500L.5 6Z" />
            </svg>
            {say(WORDS.signalInPeriod)} {control.signals}
          </li>
          <li>
            <svg viewBox="0 0 20 12" aria-hidden="true">
              <path className="spark-now" d="M0 6H20" />
            </svg>
            {say(WORDS.ewma)}
          </li>
        </>
      )}
      <li>
        <svg viewBox="0 0 20 12" aria-hidden="true">
          <path className="spark-past" d="M0 6H20" />
        </svg>
        {say(WORDS.aligned)}
      </li>
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <circle className="control-dot" data-provisional="true" cx={6} cy={6} r={3.5} />
        </svg>
        {say(WORDS.provisional)}
      </li>
      <li className="ink2 legend-how">
        {refused
          ? say(NO_CHART_WORDS[refused])
          : `${say(WORDS.baseline)} ${baseline.to - baseline.from} ${say(WORDS.days)} · ${say(WORDS.spread)} ${spread?.toFixed(2)}`}
      </li>
    </ul>
  )
}
