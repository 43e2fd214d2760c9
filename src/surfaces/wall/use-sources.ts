import { useMemo } from 'react'
import { FEED_IDS } from '../../api/feeds'
import { useNews, useServerNow } from '../../api/readings'
import type { Extent } from '../../domain/geo'
import { SECOND_MS } from '../../domain/time'
import { areaNames } from '../../ui/area-names'
import { type Span, windowOf } from '../../view/view'

/** Where the map stands until the source has told its region. */
const GUIZHOU: Extent = [103.55, 24.6, 109.65, 29.25]
/** Everything that depends on the clock is derived anew this often. */
const DERIVE_EVERY_MS = 5 * SECOND_MS

/** What every topic is derived from, as the desk has it. */
export function useSources(span: Span) {
  const readings = useNews()
  const serverNow = useServerNow(DERIVE_EVERY_MS)
  // Until the server has told the time, the newest answer is the best clock there is; the feeds' marks say so.
  const newest = Math.max(...FEED_IDS.map((id) => readings[id].snapshot?.observedAt ?? 0))
  const now = serverNow ?? Math.floor(newest / DERIVE_EVERY_MS) * DERIVE_EVERY_MS
  const meta = readings.meta.snapshot?.items[0] ?? null
  const region = meta?.region.extent ?? GUIZHOU
  // Named anew by every answer and hardly ever changed: compared by what it says.
  const named = JSON.stringify(meta?.areas ?? [])
  const areas = useMemo(() => areaNames(JSON.parse(named)), [named])
  const window = useMemo(() => windowOf(span, now), [span, now])
  return { readings, now, meta, region, areas, window }
}
