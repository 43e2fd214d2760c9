import type { Box } from '../../domain/wall-layout'
import { ON_WALLS } from '../../topics/on-walls'
import type { TopicNow } from '../use-topics'
import { FigurePanel } from './figure-panel'

interface Props {
  readonly topics: readonly TopicNow[]
  /** Topics by id, the most important first. */
  readonly ids: readonly string[]
  readonly boxes: readonly Box[]
  /** Font size of the wall's body, px. */
  readonly body: number
}

/** One figure a panel, for as many topics as there is room and as have one. */
export function Figures({ topics, ids, boxes, body }: Props) {
  const headlines = ids.flatMap((id) => {
    const one = topics.find(({ topic }) => topic.id === id)
    const headline = one && !one.error ? ON_WALLS[id]?.headline?.(one.data) : undefined
    return headline ? [{ id, headline }] : []
  })
  return boxes.map((box, i) => {
    const one = headlines[i]
    return one ? (
      <FigurePanel key={one.id} name={one.id} headline={one.headline} box={box} body={body} />
    ) : null
  })
}
