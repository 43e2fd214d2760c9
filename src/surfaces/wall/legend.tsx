import { leftOut } from '../../domain/density-floor'
import { BANDWIDTH_M, DENSITY_BREAKS } from '../../domain/density-kernel'
import type { Box } from '../../domain/wall-layout'
import { useSay } from '../../ui/lang'
import { formatTenth } from '../../ui/numbers'
import { DENSITY_RAMP } from '../../ui/tokens'
import type { Span } from '../../view/view'
import { spanPhrase } from '../span-words'
import { placed } from './panel'
import { WORDS } from './words'

/** What the colours of the map mean: the six classes, their unit, how they were made and over which days. */
export function Legend({
  box,
  span,
  windowMs,
}: {
  readonly box: Box
  readonly span: Span
  readonly windowMs: number
}) {
  const say = useSay()
  const floor = windowMs > 0 ? leftOut(windowMs) : null
  const stretch = spanPhrase(span)
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
          zh: `带宽 ${km} km，${stretch.zh}${floor === null ? '' : `，单起低于 ${formatTenth(floor)} 不画`}`,
          en: `bandwidth ${km} km, ${stretch.en}${floor === null ? '' : `, none below ${formatTenth(floor)}`}`,
        })}
      </p>
    </figure>
  )
}

/** What the rings of scenic areas mean. */
export function RingLegend({ box }: { readonly box: Box }) {
  const say = useSay()
  return (
    <figure className="wall-legend" style={placed(box)}>
      <figcaption>
        <strong>{say(WORDS.rings)}</strong>
        <span>{say(WORDS.ringsOf)}</span>
      </figcaption>
      <p>{say(WORDS.ringsHow)}</p>
    </figure>
  )
}
