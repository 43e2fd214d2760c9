import type { ReactNode } from 'react'
import { useServerNow } from '../../api/readings'
import { SECOND_MS } from '../../domain/time'
import type { WallLayout } from '../../domain/wall-layout'
import type { WallType } from '../../domain/wall-profile'
import { ON_WALLS } from '../../topics/on-walls'
import type { Urgent } from '../../topics/topic'
import { Card } from './card'
import { Figures } from './figures'
import { NearPanel } from './near-panel'
import { TakeOverBanner } from './take-over-banner'
import type { Situation } from './use-situation'

interface Props {
  readonly situation: Situation
  /** The alarm that is told of in full. */
  readonly focus: Urgent
  readonly layout: WallLayout
  readonly type: WallType
  readonly notices: ReactNode
  readonly stamp: ReactNode
}

/** Around the map of a take-over: what it is, what to do, who is near, and the figures that still have room. */
export function TakeOver({ situation, focus, layout, type, notices, stamp }: Props) {
  const { topics, whole, urgent, near, areas, now } = situation
  // Beside the banner, whose seconds run: one alarm has one age.
  const second = useServerNow(SECOND_MS) ?? now
  const facts = whole?.topic.describe(whole.data, focus.id, second)?.facts ?? []
  const beside = topics.flatMap(({ topic, data, error }) =>
    focus.position && !error
      ? (ON_WALLS[topic.id]?.headlineNear?.(data, focus.position) ?? [])
      : [],
  )[0]
  const [nearBox, howBox, ...left] = layout.tiles
  return (
    <>
      <TakeOverBanner
        slots={layout.banner}
        focus={focus}
        unanswered={urgent.length}
        type={type}
        now={now}
        notices={notices}
        stamp={stamp}
      />
      <Card
        boxes={layout.card}
        focus={focus}
        all={urgent}
        facts={facts}
        figure={beside ?? null}
        type={type}
        now={now}
      />
      {near && nearBox && <NearPanel near={near} areas={areas} boxes={[nearBox, howBox]} />}
      <Figures
        topics={topics}
        ids={topics.map(({ topic }) => topic.id)}
        // The card stands where a second column has its figures.
        boxes={left.filter((box) => box.left > 0)}
        body={type.body}
      />
    </>
  )
}
