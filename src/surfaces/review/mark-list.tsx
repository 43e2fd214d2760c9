import type { ReactNode } from 'react'
import { type Annotation, draftOf } from '../../domain/annotation'
import type { Mark } from '../../domain/measure'
import { dayOf } from '../../domain/review/calendar'
import { formatStamp } from '../../ui/clock'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatDayNumber } from '../../view/review'
import { byPhrase } from '../order-words'
import { MARK_WORDS, markName, outcomePhrase } from './mark-words'
import type { MarksDesk } from './use-marks'
import { WORDS } from './words'

interface Props {
  readonly desk: MarksDesk
  readonly given: readonly Mark[]
  readonly nameOf: (code: string) => string
  readonly onEdit: (mark: Annotation) => void
}

/** What is not kept with the data yet comes first; then what people wrote; then what came with the figures. */
export function MarkList({ desk, given, nameOf, onEdit }: Props) {
  const say = useSay()
  const { own, outcomes, now, mayWrite, change } = desk
  const shared = now.items ?? []
  if (own.length + shared.length + given.length === 0)
    return now.items && <p className="ink2">{say(MARK_WORDS.none)}</p>
  return (
    <ul className="marks-list">
      {own.map((mark) => {
        const outcome = outcomes.get(mark.id)
        return (
          <Row
            key={mark.id}
            mark={mark}
            nameOf={nameOf}
            told={`${say(MARK_WORDS.own)}${outcome ? ` · ${say(outcomePhrase(outcome))}` : ''}`}
          >
            {outcome?.is !== 'sending' && (
              <>
                {mayWrite && (
                  <Button onClick={() => desk.keep(mark)}>
                    {say(outcome ? MARK_WORDS.again : MARK_WORDS.keep)}
                  </Button>
                )}
                <Button onClick={() => desk.drop(mark)}>{say(MARK_WORDS.remove)}</Button>
              </>
            )}
          </Row>
        )
      })}
      {shared.map((mark) => (
        <Row
          key={mark.id}
          mark={mark}
          nameOf={nameOf}
          told={`${say(byPhrase(mark.by))} · ${formatStamp(mark.writtenAt)}`}
        >
          {mayWrite && (
            <>
              <Button disabled={change !== null} onClick={() => onEdit(mark)}>
                {say(WORDS.editMark)}
              </Button>
              <Button
                disabled={change !== null}
                onClick={() => desk.edit(mark, { ...draftOf(mark), isRemoved: true })}
              >
                {say(MARK_WORDS.remove)}
              </Button>
            </>
          )}
        </Row>
      ))}
      {given.map((mark) => (
        <Row key={mark.id} mark={mark} nameOf={nameOf} told={say(MARK_WORDS.source)} />
      ))}
    </ul>
  )
}

function Row({
  mark,
  nameOf,
  told,
  children,
}: {
  readonly mark: Mark
  readonly nameOf: (code: string) => string
  readonly told: string
  readonly children?: ReactNode
}) {
  const say = useSay()
  return (
    <li>
      <span>
        {formatDayNumber(dayOf(mark.from))} {say(markName(mark))}{' '}
        <span className="ink2">
          {mark.areaCode ? nameOf(mark.areaCode) : say(MARK_WORDS.everywhere)} · {told}
        </span>
      </span>
      {children}
    </li>
  )
}
