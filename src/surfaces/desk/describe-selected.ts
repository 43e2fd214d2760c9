import type { Description } from '../../topics/topic'
import type { Selected } from '../../view/view'
import type { TopicNow } from '../use-topics'

/** What is chosen, in words; null where nothing is, or it is there no more. */
export function describeSelected(
  topics: readonly TopicNow[],
  selected: Selected | null,
): Description | null {
  const found = topics.find(({ topic }) => topic.id === selected?.topic)
  if (!found || found.error || !selected) return null
  return found.topic.describe(found.data, selected.id)
}
