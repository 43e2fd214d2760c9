import type { WallType } from '../../domain/wall-profile'
import { fittingEm, linesIn, textEm } from './text-em'

interface Props {
  readonly text: string
  /** In body sizes. */
  readonly room: number
  readonly type: WallType
  /** What stands about it has no room for larger letters. */
  readonly isTight?: boolean
}

/** For one line, two, and more. */
const CLASSES = ['', 'wall-two-lines', 'wall-two-lines wall-three-lines'] as const

/** Letters of a title are heavier than those that are reckoned with. */
export const HEAVY = 1.05

/** Whether it takes two lines in body type: half a name helps nobody. */
export const isLong = (text: string, room: number) => textEm(text) > room
export const isLongTitle = (text: string, room: number) => isLong(text, room / HEAVY)

/** As large as what is critical where it fits, in body type where it must, and in two lines, or three, where even that is too wide. */
export function Fitted({ text, room, type: { body, critical }, isTight = false }: Props) {
  const light = room / HEAVY
  const size = fittingEm(text, light, { least: 1, most: isTight ? 1 : critical / body })
  const lines = linesIn(text, light)
  return (
    <strong className={CLASSES[Math.min(lines, 3) - 1]} style={{ fontSize: size * body }}>
      {text}
    </strong>
  )
}
