import { draftOf } from '../../domain/annotation'
import { formatStamp } from '../../ui/clock'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { byPhrase } from '../order-words'
import { MARK_WORDS, outcomePhrase, versionPhrase } from './mark-words'
import type { Change, MarksDesk } from './use-marks'

/** A change that did not go through: what it says, what stands instead and by whom, and what can be done. */
export function MarkConflict({
  change: { write, outcome },
  desk,
}: {
  readonly change: Change
  readonly desk: MarksDesk
}) {
  const say = useSay()
  const current = outcome.is === 'refused' ? outcome.current : null
  const canRepeat =
    outcome.is === 'locked' ||
    outcome.is === 'unknown' ||
    (outcome.is === 'refused' && outcome.cause === 'precondition')
  return (
    <div className="mark-conflict" role="status" data-outcome={outcome.is}>
      <strong>{say(outcomePhrase(outcome))}</strong>
      <span>
        {say(MARK_WORDS.mine)}：{say(versionPhrase(write.draft))}
      </span>
      {current && (
        <span>
          {say(MARK_WORDS.theirs)}：
          {say(versionPhrase({ ...draftOf(current), isRemoved: current.isRemoved }))} ·{' '}
          {say(byPhrase(current.by))} · {formatStamp(current.writtenAt)}
        </span>
      )}
      {outcome.is !== 'sending' && (
        <span className="mark-acts">
          {canRepeat && <Button onClick={desk.again}>{say(MARK_WORDS.again)}</Button>}
          {current && <Button onClick={desk.overrule}>{say(MARK_WORDS.overrule)}</Button>}
          <Button onClick={desk.giveUp}>{say(MARK_WORDS.giveUp)}</Button>
        </span>
      )}
    </div>
  )
}
