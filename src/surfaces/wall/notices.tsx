import type { Provenance } from '../../domain/meta'
import { useSay } from '../../ui/lang'
import { PROVENANCE_NAME } from '../feed-words'
import { WORDS } from './words'

interface Props {
  readonly isLost: boolean
  readonly noWebgl: boolean
  /** What is wrong with the script, in few words; null: nothing. */
  readonly fault: string | null
}

/** What a hall must know of the picture itself; of a fault its place first. */
export function Notices({ isLost, noWebgl, fault }: Props) {
  const say = useSay()
  return (
    <>
      {isLost && <em className="wall-notice">{say(WORDS.loss)}</em>}
      {noWebgl && <em className="wall-notice">{say(WORDS.noWebgl)}</em>}
      {fault && (
        <em className="wall-notice wall-script-fault">
          {fault} · {say(WORDS.lastGoesOn)}
        </em>
      )}
    </>
  )
}

/** What kind of data it shows, unless it is what happens. */
export function Stamp({ provenance }: { readonly provenance: Provenance | null }) {
  const say = useSay()
  if (!provenance || provenance === 'live') return null
  return <b className="wall-stamp">{say(PROVENANCE_NAME[provenance])}</b>
}
