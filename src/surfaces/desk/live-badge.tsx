import { useSay } from '../../ui/lang'
import { WORDS } from './words'

interface Props {
  readonly isFresh: boolean
  readonly isReplay: boolean
}

/** The clock follows the present. Filled only while some source does, too: a clock that runs on proves nothing. */
export function LiveBadge({ isFresh, isReplay }: Props) {
  const say = useSay()
  if (isReplay) return <span className="desk-live desk-live-past">{say(WORDS.replay)}</span>
  return (
    <span className={isFresh ? 'desk-live' : 'desk-live desk-live-not'}>
      {say(isFresh ? WORDS.live : WORDS.notLive)}
    </span>
  )
}
