import { DENSITY_BREAKS } from '../../domain/density'
import { BANDWIDTH_M } from '../../domain/density-kernel'
import { DAY_MS } from '../../domain/time'
import type { Box } from '../../domain/wall-layout'
import { useSay } from '../../ui/lang'
import { DENSITY_RAMP } from '../../ui/tokens'
import { SPAN_MS, type Span } from '../../view/view'
import { placed } from './panel'
import { WORDS } from './words'

/** What the colours of the map mean: the six classes, their unit, how they were made and over which days. */
export function Legend({ box, span }: { readonly box: Box; readonly span: Span }) {
  const say = useSay()
  const days = SPAN_MS[span] / DAY_MS
  const km = BANDWIDTH_M / 1_000
  return (
    <figure className="wall-legend" style={placed(box)}>
      <figcaption>
        <strong>{say(WORDS.density)}</strong>
        <span>{say(WORDS.densityUnit)}</span>
      </figcaption>
      <ol>
        {DENSITY_BREAKS.map((from, i) => (
          <li key={from}>
            <i style={{ background: DENSITY_RAMP[i] }} />
            {from}
          </li>
        ))}
      </ol>
      <p>
        {say({
          zh: `带宽 ${km} km，近 ${days} 天`,
          en: `bandwidth ${km} km, ${days} d`,
        })}
      </p>
    </figure>
  )
}
