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
  /** Struck out since the list was opened. */
  readonly struck: readonly Annotation[]
  readonly given: readonly Mark[]
  readonly nameOf: (code: string) => string
  readonly onEdit: (mark: Annotation) => void
}

/** Where the keyboard is when the button that it stood on is gone. */
export function focusMarks(): void {
  document.querySelector<HTMLElement>('.marks-list')?.focus()
}

type Listed =
  | { readonly is: 'shared' | 'struck'; readonly mark: Annotation }
  | { readonly is: 'given'; readonly mark: Mark }

/** What is not kept with the data yet comes first; then everything else by its day, the newest on top. */
export function MarkList({ desk, struck, given, nameOf, onEdit }: Props) {
  const say = useSay()
  const { own, outcomes, now, mayWrite, change } = desk
  const shared = now.items ?? []
  const gone = new Map(struck.map((mark) => [mark.id, mark]))
  for (const { id } of shared) gone.delete(id)
  const listed: readonly Listed[] = [
    ...shared.map((mark) => ({ is: 'shared' as const, mark })),
    ...[...gone.values()].map((mark) => ({ is: 'struck' as const, mark })),
    ...given.map((mark) => ({ is: 'given' as const, mark })),
  ].toSorted((a, b) => b.mark.from - a.mark.from)
  if (own.length + listed.length === 0)
    return now.items && <p className="ink2">{say(MARK_WORDS.none)}</p>
  const written = ({ by, writtenAt }: Annotation) =>
    `${say(byPhrase(by))} · ${formatStamp(writtenAt)}`
  return (
    <ul className="marks-list" tabIndex={-1} aria-label={say(WORDS.marks)}>
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
                <Button
                  onClick={() => {
                    focusMarks()
                    desk.drop(mark)
                  }}
                >
                  {say(MARK_WORDS.remove)}
                </Button>
              </>
            )}
          </Row>
        )
      })}
      {listed.map((one) => {
        if (one.is === 'given')
          return (
            <Row key={one.mark.id} mark={one.mark} nameOf={nameOf} told={say(MARK_WORDS.source)} />
          )
        const { mark } = one
        if (one.is === 'struck')
          return (
            <Row
              key={mark.id}
              mark={mark}
              nameOf={nameOf}
              told={`${say(MARK_WORDS.removed)} · ${written(mark)}`}
              isStruck
            />
          )
        return (
          <Row key={mark.id} mark={mark} nameOf={nameOf} told={written(mark)}>
            {mayWrite && (
              <>
                <Button disabled={change !== null} onClick={() => onEdit(mark)}>
                  {say(WORDS.editMark)}
                </Button>
                <Button
                  disabled={change !== null}
                  onClick={() => {
                    focusMarks()
                    desk.edit(mark, { ...draftOf(mark), isRemoved: true })
                  }}
                >
                  {say(MARK_WORDS.remove)}
                </Button>
              </>
            )}
          </Row>
        )
      })}
    </ul>
  )
}

function Row({
  mark,
  nameOf,
  told,
  isStruck = false,
  children,
}: {
  readonly mark: Mark
  readonly nameOf: (code: string) => string
  readonly told: string
  readonly isStruck?: boolean
  readonly children?: ReactNode
}) {
  const say = useSay()
  const name = `${formatDayNumber(dayOf(mark.from))} ${say(markName(mark))}`
  return (
    <li data-struck={isStruck || undefined}>
      <span>
        {isStruck ? <s>{name}</s> : name}{' '}
        <span className="ink2">
          {mark.areaCode ? nameOf(mark.areaCode) : say(MARK_WORDS.everywhere)} · {told}
        </span>
      </span>
      {children}
    </li>
  )
}
