import type { Provenance } from '../../domain/meta'
import { useSay } from '../../ui/lang'
import { PROVENANCE_NAME } from '../feed-words'
import { WORDS } from './words'

interface Props {
  readonly isLost: boolean
  readonly noWebgl: boolean
  /** What is wrong with the script, in few words; null: nothing. */
  readonly fault: string | null
  readonly provenance: Provenance | null
}

/** What a hall must know of the picture itself, and what kind of data it shows. */
export function Notices({ isLost, noWebgl, fault, provenance }: Props) {
  const say = useSay()
  return (
    <>
      {isLost && <em className="wall-notice">{say(WORDS.loss)}</em>}
      {noWebgl && <em className="wall-notice">{say(WORDS.noWebgl)}</em>}
      {fault && <em className="wall-notice wall-script-fault">{fault}</em>}
      {provenance && provenance !== 'live' && (
        <b className="wall-stamp">{say(PROVENANCE_NAME[provenance])}</b>
      )}
    </>
  )
}
