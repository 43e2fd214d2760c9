import { FEED_IDS } from '../../api/feeds'
import type { Readings } from '../../api/reading'
import { ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { causeWords } from '../cause-words'
import { WORDS } from './words'

/** Nothing has ever arrived: still asking, or every source has refused, why, and what to do. */
export function Waiting({ readings }: { readonly readings: Readings }) {
  const say = useSay()
  const { cause } = readings.meta
  if (!cause || FEED_IDS.some((id) => readings[id].cause === null))
    return <Skeleton>{say(WORDS.loading)}</Skeleton>
  const { what, todo } = causeWords(cause)
  return <ErrorNote what={`${say(WORDS.noAnswer)} · ${say(what)}`} todo={say(todo)} />
}
