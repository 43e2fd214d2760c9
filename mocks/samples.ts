import { FEED_IDS, type FeedId } from '../src/api/feeds'
import type { EpochMs } from '../src/domain/time'
import { withRecording } from './browser'
import { SCENARIO_IDS, type ScenarioId } from './scenarios'
import { createWorld } from './world'

/** The middle of a holiday afternoon, 15:00 in Shanghai: every scenario has something to show. */
const AT: EpochMs = Date.UTC(2026, 9, 3, 7)

/** Every scenario standing still, for the gallery. */
export const samples = {
  at: AT,
  scenarios: SCENARIO_IDS as readonly string[],
  /** Each feed's whole picture at `at`, as it goes on the wire. */
  answersOf: async (scenario: string): Promise<Readonly<Record<FeedId, unknown>>> => {
    const options = { scenario: scenario as ScenarioId, seed: 1, scale: 1, startAt: AT }
    const world = createWorld(await withRecording(options))
    return Object.fromEntries(FEED_IDS.map((id) => [id, world.answer(id, AT, null)])) as Record<
      FeedId,
      unknown
    >
  },
}
