import type { WallType } from '../../domain/wall-profile'
import { fittingEm, textEm } from './text-em'

interface Props {
  readonly text: string
  /** In body sizes. */
  readonly room: number
  readonly type: WallType
  /** What stands about it has no room for larger letters. */
  readonly isTight?: boolean
}

/** Letters of a title are heavier than those that are reckoned with. */
const HEAVY = 1.05

/** Whether it takes two lines in body type: half a name helps nobody. */
export const isLong = (text: string, room: number) => textEm(text) > room
export const isLongTitle = (text: string, room: number) => isLong(text, room / HEAVY)

/** As large as what is critical where it fits, in body type where it must, and in two lines where even that is too wide. */
export function Fitted({ text, room, type: { body, critical }, isTight = false }: Props) {
  const light = room / HEAVY
  const size = fittingEm(text, light, { least: 1, most: isTight ? 1 : critical / body })
  return (
    <strong
      className={isLong(text, light) ? 'wall-two-lines' : ''}
      style={{ fontSize: size * body }}
    >
      {text}
    </strong>
  )
}
