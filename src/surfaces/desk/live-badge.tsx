import { useSay } from '../../ui/lang'
import { WORDS } from './words'

/** The clock follows the present. Filled only while some source does, too: a clock that runs on proves nothing. */
export function LiveBadge({ isFresh }: { readonly isFresh: boolean }) {
  const say = useSay()
  return (
    <span className={isFresh ? 'desk-live' : 'desk-live desk-live-not'}>
      {say(isFresh ? WORDS.live : WORDS.notLive)}
    </span>
  )
}
