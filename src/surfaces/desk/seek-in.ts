import type { LngLat } from '../../domain/geo'
import type { Hit } from '../../map/paint'
import type { TopicNow } from '../use-topics'

/** Asks the topics that are shown, in their order, for what they have too much of to list. */
export function seekIn(topics: readonly TopicNow[]) {
  return async (position: LngLat, metresPerPx: number): Promise<Hit | null> => {
    for (const { topic, data, error } of topics) {
      const found = error ? null : ((await topic.seek?.(data, position, metresPerPx)) ?? null)
      if (found) return found
    }
    return null
  }
}
