import { useMemo } from 'react'
import { useBrought } from '../../api/bring/brought'
import { FEED_IDS } from '../../api/feeds'
import { isAwaited } from '../../api/reading'
import { useReadings, useServerNow } from '../../api/readings'
import type { Extent } from '../../domain/geo'
import { SECOND_MS } from '../../domain/time'
import { areaNames } from '../../ui/area-names'
import { useFlavour, useLang } from '../../ui/lang'
import { URGENCIES, type Urgency } from '../../ui/tokens'
import type { ChangeView } from '../../view/use-view'
import type { View } from '../../view/view'
import { attentionOf, countOf, wholeOf } from '../attention'
import { useTopics } from '../use-topics'
import { beaconsOf } from './told'
import { useDeskClock, useReadingsAt } from './use-desk-clock'

/** Where the map stands until the source has told its region. */
const GUIZHOU: Extent = [103.55, 24.6, 109.65, 29.25]
/** Everything that depends on the clock is derived anew this often. */
const DERIVE_EVERY_MS = 5 * SECOND_MS

/** All that the desk shows at one moment: readings, what the topics make of them, and what of it asks for somebody. */
export function usePicture(view: View, change: ChangeView, zoom: number) {
  const lang = useLang()
  const flavour = useFlavour()
  const sources = useReadings()
  const serverNow = useServerNow(DERIVE_EVERY_MS)

  // Until the server has told the time, the newest answer is the best clock there is; the feeds' marks say so.
  const newest = Math.max(...FEED_IDS.map((id) => sources[id].snapshot?.observedAt ?? 0))
  const present = serverNow ?? Math.floor(newest / DERIVE_EVERY_MS) * DERIVE_EVERY_MS
  const hasAnswer = present > 0
  const brought = useBrought()
  const clock = useDeskClock(view, change, present, brought?.held.covers.from)
  const { at: now, window, isReplay } = clock
  const readings = useReadingsAt(sources, clock)
  const meta = readings.meta.snapshot?.items[0] ?? null
  const region = brought?.extent ?? meta?.region.extent ?? GUIZHOU
  // Named anew by every answer and hardly ever changed: compared by what it says.
  const named = JSON.stringify(meta?.areas ?? [])
  const areas = useMemo(() => areaNames(JSON.parse(named)), [named])

  const topics = useTopics(
    {
      readings,
      now,
      present,
      presentReadings: sources,
      window,
      region,
      areas,
      options: view.options,
    },
    { zoom, flavour, lang, selectedId: null },
    view.selected,
  )
  const shownTopics = useMemo(
    () => topics.filter(({ topic }) => view.shown.includes(topic.id)),
    [topics, view.shown],
  )
  const attention = useMemo(() => attentionOf(topics), [topics])
  // What flashes asks for an answer now.
  const beacons = useMemo(() => (isReplay ? [] : beaconsOf(topics)), [topics, isReplay])

  const whole = wholeOf(topics)
  // Old readings ask for nothing, so what is counted from them is a lower bound and says so; the alarms' own count is
  // whole as long as they are fresh themselves.
  const counted = whole ? (['alarms'] as const) : FEED_IDS
  const isLive =
    hasAnswer && counted.every((id) => !['stale', 'lost'].includes(readings[id].quality))
  const urgent = Object.fromEntries(
    URGENCIES.map((urgency) => [
      urgency,
      hasAnswer && !(isReplay && !whole)
        ? countOf(attention.filter((item) => item.urgency === urgency))
        : null,
    ]),
  ) as Record<Urgency, number | null>

  return {
    /** As they are now, also while the clock stands in the past. */
    sources,
    readings,
    clock,
    hasAnswer,
    brought,
    meta,
    region,
    areas,
    topics,
    shownTopics,
    attention,
    whole,
    /** The alarms have neither answered nor failed yet. */
    isEarly: !isReplay && isAwaited(readings.alarms),
    isLive,
    /** Per urgency; null: nobody knows. */
    urgent,
    beacons,
  }
}

export type Picture = ReturnType<typeof usePicture>
