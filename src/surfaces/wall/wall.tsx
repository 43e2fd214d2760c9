import type { View } from '../../view/view'
import { WallWatch } from './watch/wall-watch'

interface Props {
  readonly view: View
  readonly mocked: boolean
  readonly onDesk: () => void
}

/** The command hall's surface: is anything wrong, where, and can this picture be trusted. Nobody touches it. */
export default function Wall({ view: _view }: Props) {
  return (
    <main className="wall">
      <WallWatch unansweredP1={0} />
    </main>
  )
}
