import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { TIME } from './time-words'
import type { DeskClock } from './use-desk-clock'
import { WORDS } from './words'

/** Round the map: this is not the present. */
export function ReplayFrame({ clock: { isPlaying, speed } }: { readonly clock: DeskClock }) {
  const say = useSay()
  return (
    <div className="replay-frame" data-replay={isPlaying ? 'playing' : 'standing'}>
      <p role="status">
        <strong>
          {say(WORDS.replay)}
          {isPlaying && ` ×${speed}`}
        </strong>{' '}
        · {say(TIME.notPresent)}
      </p>
    </div>
  )
}

/** In place of every command. */
export function ReplayNote({ onLive }: { readonly onLive: () => void }) {
  const say = useSay()
  return (
    <Button className="replay-note" onClick={onLive}>
      {say(TIME.replayNoCommands)} <Kbd>L</Kbd> {say(TIME.forLive)}
    </Button>
  )
}
