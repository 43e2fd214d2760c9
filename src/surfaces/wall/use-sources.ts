import { useMemo } from 'react'
import { FEED_IDS } from '../../api/feeds'
import { serverTime, useNews, useServerNow } from '../../api/readings'
import type { Extent } from '../../domain/geo'
import { SECOND_MS } from '../../domain/time'
import { areaNames } from '../../ui/area-names'
import { type Span, windowOf } from '../../view/view'

/** Where the map stands until the source has told its region. */
const GUIZHOU: Extent = [103.55, 24.6, 109.65, 29.25]
/** Everything that depends on the clock is derived in these steps: with news at once, without any after three of them. */
const STEP_MS = 5 * SECOND_MS
const LONGEST_MS = 3 * STEP_MS

/** What every topic is derived from, as the desk has it. */
export function useSources(span: Span) {
  const readings = useNews()
  const quiet = useServerNow(LONGEST_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: news and the long step are when the clock is read
  const serverNow = useMemo(serverTime, [readings, quiet])
  // Until the server has told the time, the newest answer is the best clock there is; the feeds' marks say so.
  const newest = Math.max(...FEED_IDS.map((id) => readings[id].snapshot?.observedAt ?? 0))
  const now = Math.floor((serverNow ?? newest) / STEP_MS) * STEP_MS
  const meta = readings.meta.snapshot?.items[0] ?? null
  const region = meta?.region.extent ?? GUIZHOU
  // Named anew by every answer and hardly ever changed: compared by what it says.
  const named = JSON.stringify(meta?.areas ?? [])
  const areas = useMemo(() => areaNames(JSON.parse(named)), [named])
  const window = useMemo(() => windowOf(span, now), [span, now])
  return { readings, now, meta, region, areas, window }
}
