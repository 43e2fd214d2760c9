import type { Hit } from '../../map/paint'
import { UrgencyMark } from '../../ui/glyph'
import { useSay } from '../../ui/lang'
import type { TopicNow } from '../use-topics'
import { describeSelected } from './describe-selected'

/** What lies under the pointer, in the words of `describe`. */
export function Tooltip({
  topics,
  hit,
  point: [x, y],
}: {
  readonly topics: readonly TopicNow[]
  readonly hit: Hit
  readonly point: readonly [number, number]
}) {
  const say = useSay()
  const description = describeSelected(topics, hit)
  if (!description) return null
  return (
    <div
      className="tooltip"
      role="tooltip"
      style={{ transform: `translate(${x + 14}px, ${y + 14}px)` }}
    >
      <strong>
        {description.urgency && <UrgencyMark urgency={description.urgency} />}
        {say(description.title)}
      </strong>
      <span className="ink2">
        {say(description.state)} · {say(description.subtitle)}
      </span>
      {description.facts.slice(0, 3).map((fact) => (
        <span key={fact.label.en}>
          <span className="ink2">{say(fact.label)}</span>{' '}
          {typeof fact.value === 'string' ? fact.value : say(fact.value)}
        </span>
      ))}
    </div>
  )
}
