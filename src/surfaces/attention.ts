import type { Attention } from '../topics/topic'
import { URGENCIES } from '../ui/tokens'
import type { TopicNow } from './use-topics'

/** From every topic: the most urgent first, then the longest waiting; those that cannot tell come last. */
export function attentionOf(topics: readonly TopicNow[]): readonly Attention[] {
  const whole = wholeOf(topics)
  if (whole) return whole.topic.attention(whole.data)
  return topics
    .flatMap(({ topic, data, error }) => (error ? [] : topic.attention(data)))
    .sort(
      (a, b) =>
        URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
        (a.since ?? Number.POSITIVE_INFINITY) - (b.since ?? Number.POSITIVE_INFINITY),
    )
}

/** The topic whose list is the whole, where there is one that can tell: the alarms. */
export function wholeOf(topics: readonly TopicNow[]): TopicNow | null {
  return topics.find(({ topic, data, error }) => !error && topic.tellsAll?.(data)) ?? null
}

/** Lines of the list may stand for many. */
export function countOf(items: readonly Attention[]): number {
  return items.reduce((sum, { count = 1 }) => sum + count, 0)
}
