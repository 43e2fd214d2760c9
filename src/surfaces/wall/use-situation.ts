import { useLayoutEffect, useMemo, useState } from 'react'
import { useServerNow } from '../../api/readings'
import { HOUR_MS, SECOND_MS } from '../../domain/time'
import { nearestUnits } from '../../domain/wall-near'
import { ON_WALLS } from '../../topics/on-walls'
import type { Scene, Topic, Urgent } from '../../topics/topic'
import type { View } from '../../view/view'
import { attentionOf, wholeOf } from '../attention'
import { useTopics } from '../use-topics'
import { useSources } from './use-sources'

/** How long each of several alarms is told of in full. */
const FOCUS_MS = 12 * SECOND_MS
const NEAREST = 3

interface Asked {
  readonly view: View
  readonly scene: Omit<Scene, 'selectedId' | 'leadId'>
  /** Occurrences of the alarms that hold the wall. */
  readonly heldBy: readonly string[]
  /** Told whenever it changes, the first time too: what waits for an answer. */
  readonly onUrgent: (urgent: readonly Urgent[]) => void
}

/** What goes on in the province, and which of it the wall is about now. */
export function useSituation({ view, scene, heldBy, onUrgent }: Asked) {
  const sources = useSources(view.span)
  const { readings, now } = sources
  // One alarm has no turns.
  const turnMs = heldBy.length > 1 ? FOCUS_MS : HOUR_MS
  const turn = Math.floor((useServerNow(turnMs) ?? now) / FOCUS_MS)
  const [leadId, setLeadId] = useState<string | null>(null)
  // What needs a response is drawn on every scene.
  const isShown = (topic: Topic) => topic.tellsAll !== undefined || view.shown.includes(topic.id)
  const topics = useTopics(sources, { ...scene, selectedId: null, leadId }, view.selected, isShown)

  const whole = wholeOf(topics)
  const attention = useMemo(() => attentionOf(topics), [topics])
  const urgent = useMemo(
    () => (whole ? (ON_WALLS[whole.topic.id]?.urgent?.(whole.data) ?? []) : []),
    [whole],
  )
  // Before it is painted: the hall must not see the scene again between two steps of the ladder.
  useLayoutEffect(() => onUrgent(urgent), [urgent, onUrgent])

  const held = useMemo(
    () => urgent.filter(({ occurrence }) => heldBy.includes(occurrence)),
    [urgent, heldBy],
  )
  const focus = held[turn % Math.max(1, held.length)] ?? null
  const told = held.length > 1 ? (focus?.id ?? null) : null
  useLayoutEffect(() => setLeadId(told), [told])
  const units = readings.units.snapshot?.items
  const near = useMemo(
    () =>
      focus?.position && units
        ? nearestUnits(units, focus.position, focus.areaCode, now, NEAREST)
        : null,
    [focus, units, now],
  )
  // Where several alarms share the map, nothing else stands in their way.
  const areSeveral = held.length > 1
  const shown = useMemo(
    () =>
      topics.filter(
        ({ topic }) => topic.tellsAll || (!areSeveral && view.shown.includes(topic.id)),
      ),
    [topics, view.shown, areSeveral],
  )
  return { ...sources, topics, whole, attention, urgent, held, focus, leadId, near, shown }
}

export type Situation = ReturnType<typeof useSituation>
