import { useMemo } from 'react'
import type { Readings } from '../api/reading'
import type { Extent } from '../domain/geo'
import type { EpochMs, TimeWindow } from '../domain/time'
import { TOPICS } from '../topics'
import type { Depiction, Inputs, Scene, Topic } from '../topics/topic'
import type { AreaNames } from '../ui/area-names'

/** A topic with what it says now. */
export interface TopicNow {
  readonly topic: Topic
  readonly inputs: Inputs
  readonly data: unknown
  /** What broke while deriving or depicting; the other topics go on. */
  readonly error: Error | null
  readonly depiction: Depiction
}

const NONE_ON: readonly string[] = []
const NOTHING: Depiction = { painted: [], hits: [] }

interface Sources {
  readonly readings: Readings
  readonly now: EpochMs
  readonly present?: EpochMs
  readonly presentReadings?: Readings
  readonly window: TimeWindow
  readonly region: Extent
  readonly areas: AreaNames
  readonly options?: readonly string[]
}

/**
 * Steps five and six of the way from REST to pixel: derive every topic of the registry, then depict it.
 *
 * @param isShown of what is not shown nothing is painted
 */
export function useTopics(
  sources: Sources,
  scene: Scene,
  selected: { topic: string; id: string } | null,
  isShown: (topic: Topic) => boolean = () => true,
) {
  // The registry never changes while the page lives, so the hooks inside are always called in the same order.
  const all = TOPICS.map((topic) =>
    useTopic(
      topic,
      sources,
      scene,
      selected?.topic === topic.id ? selected.id : null,
      isShown(topic),
    ),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the elements are the dependencies
  return useMemo(() => all, all)
}

function useTopic(
  topic: Topic,
  sources: Sources,
  scene: Scene,
  selectedId: string | null,
  isShown: boolean,
): TopicNow {
  const inputs = useInputs(topic, sources)
  const bulk = topic.useBulk?.(inputs) ?? null
  const derived = useMemo(() => attempt(() => topic.derive(inputs, bulk)), [topic, inputs, bulk])
  const { zoom, flavour, lang, leadId, isGlance } = scene
  const depicted = useMemo(
    () =>
      derived.error || !isShown
        ? { value: NOTHING, error: null }
        : attempt(() =>
            topic.depict(derived.value, { zoom, flavour, lang, selectedId, leadId, isGlance }),
          ),
    [topic, derived, isShown, zoom, flavour, lang, selectedId, leadId, isGlance],
  )
  const error = derived.error ?? depicted.error
  const depiction = depicted.value ?? NOTHING
  return useMemo(
    () => ({ topic, inputs, data: derived.value, error, depiction }),
    [topic, inputs, derived, error, depiction],
  )
}

/** Changes when a feed of this topic brings news or another quality, or the clock takes a step; not with every answer. */
function useInputs(topic: Topic, sources: Sources): Inputs {
  const {
    readings,
    now,
    present = now,
    presentReadings = readings,
    window,
    region,
    areas,
    options = NONE_ON,
  } = sources
  const news = topic.feeds.flatMap((id) => [
    readings[id].snapshot?.items,
    readings[id].quality,
    presentReadings[id].snapshot?.items,
  ])
  // A brush that moves the window concerns only who counts in it.
  const isCounting = topic.timeline !== undefined
  const { from, to } = window
  const stretch = isCounting ? `${from} ${to}` : ''
  const [west, south, east, north] = region
  const on = (topic.optionIds ?? []).filter((id) => options.includes(id)).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `news` stands for the readings of this topic, `stretch` for the window where it counts
  return useMemo(
    () => ({
      readings,
      now,
      present,
      presentReadings,
      window: { from, to },
      region: [west, south, east, north] as const,
      areas,
      options: on === '' ? [] : on.split(','),
    }),
    [...news, now, present, stretch, west, south, east, north, areas, on],
  )
}

function attempt<T>(make: () => T): { readonly value: T | null; readonly error: Error | null } {
  try {
    return { value: make(), error: null }
  } catch (error) {
    return { value: null, error: error instanceof Error ? error : new Error(String(error)) }
  }
}
