import type { Provenance } from '../../domain/meta'
import { useSay } from '../../ui/lang'
import { PROVENANCE_NAME } from '../feed-words'
import { WORDS } from './words'

interface Props {
  readonly isLost: boolean
  readonly noWebgl: boolean
}

/** What a hall must know of the picture itself. */
export function Notices({ isLost, noWebgl }: Props) {
  const say = useSay()
  return (
    <>
      {isLost && <em className="wall-notice">{say(WORDS.loss)}</em>}
      {noWebgl && <em className="wall-notice">{say(WORDS.noWebgl)}</em>}
    </>
  )
}

/** What kind of data it shows, unless it is what happens. */
export function Stamp({ provenance }: { readonly provenance: Provenance | null }) {
  const say = useSay()
  if (!provenance || provenance === 'live') return null
  return <b className="wall-stamp">{say(PROVENANCE_NAME[provenance])}</b>
}
