import { type FormEvent, useState } from 'react'
import { type Annotation, draftOf, MOST_LABEL_LETTERS } from '../../domain/annotation'
import type { Mark } from '../../domain/measure'
import { dayOf, startOf } from '../../domain/review/calendar'
import { formatStamp } from '../../ui/clock'
import { Dialog } from '../../ui/dialog'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatDayNumber, parseDay } from '../../view/review'
import { causeWords } from '../cause-words'
import { MarkConflict } from './mark-conflict'
import { focusMarks, MarkList } from './mark-list'
import { MARK_WORDS } from './mark-words'
import type { MarksDesk } from './use-marks'
import { WORDS } from './words'

interface Props {
  readonly desk: MarksDesk
  /** Those that the source tells of with its figures: read, never changed here. */
  readonly given: readonly Mark[]
  /** Where a new one begins. */
  readonly day: number
  readonly areaCode: string | null
  readonly nameOf: (code: string) => string
  readonly onClose: () => void
}

/** What happened meanwhile, in somebody's words, for everybody who looks at these charts. */
export function Marks({ desk, given, day, areaCode, nameOf, onClose }: Props) {
  const say = useSay()
  const [edited, setEdited] = useState<Annotation | null>(null)
  const [text, setText] = useState('')
  const [date, setDate] = useState(formatDayNumber(day))
  // What was struck out while the dialog is open stays readable until it is closed.
  const [struckBefore] = useState(desk.struck.length)
  const at = parseDay(date)
  const isReady = at !== null && text.trim() !== '' && (edited === null || desk.change === null)
  const where = edited ? edited.areaCode : areaCode

  function begin(mark: Annotation | null) {
    setEdited(mark)
    setText(mark?.label ?? '')
    if (mark) setDate(formatDayNumber(dayOf(mark.from)))
  }
  function save(event: FormEvent) {
    event.preventDefault()
    if (!isReady || at === null) return
    const label = text.trim()
    if (edited) {
      const was = draftOf(edited)
      // A translation of other words would be none; a span moves as a whole.
      const labelEn = label === was.label ? was.labelEn : null
      const to = was.to === null ? null : was.to + startOf(at) - was.from
      desk.edit(edited, { ...was, from: startOf(at), to, label, labelEn })
    } else
      desk.add({
        from: startOf(at),
        to: null,
        areaCode,
        kind: 'other',
        label,
        labelEn: null,
        isRemoved: false,
      })
    begin(null)
  }
  return (
    <Dialog title={say(WORDS.marks)} onClose={onClose}>
      <Standing desk={desk} />
      {desk.mayWrite ? (
        <form className="marks-form" onSubmit={save}>
          <input
            type="date"
            aria-label={say(WORDS.markDay)}
            value={date}
            onChange={({ target }) => setDate(target.value)}
          />
          <input
            type="text"
            aria-label={say(WORDS.markText)}
            placeholder={say(WORDS.markText)}
            maxLength={MOST_LABEL_LETTERS}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <span className="ink2">{where ? nameOf(where) : say(MARK_WORDS.everywhere)}</span>
          <Button type="submit" disabled={!isReady}>
            {say(edited ? WORDS.save : WORDS.addMark)}
          </Button>
          {edited && <Button onClick={() => begin(null)}>{say(MARK_WORDS.cancel)}</Button>}
          <Button
            disabled={!desk.canUndo}
            onClick={() => {
              // The button is out of use meanwhile, and would drop the keyboard.
              focusMarks()
              desk.undo()
            }}
          >
            {say(WORDS.undo)}
          </Button>
        </form>
      ) : (
        <p className="note">{say(MARK_WORDS.mayNot)}</p>
      )}
      {desk.change && <MarkConflict change={desk.change} desk={desk} />}
      <MarkList
        desk={desk}
        struck={desk.struck.slice(struckBefore)}
        given={given}
        nameOf={nameOf}
        onEdit={begin}
      />
      <Button onClick={onClose}>{say(WORDS.close)}</Button>
    </Dialog>
  )
}

/** Whether what is listed is how it stands. */
function Standing({ desk: { now } }: { readonly desk: MarksDesk }) {
  const say = useSay()
  const { items, asOf, refusal, setAside } = now
  if (items === null)
    return (
      <p className="note" role="status">
        {refusal
          ? `${say(MARK_WORDS.failed)} · ${say(causeWords(refusal.cause).what)} · ${say(causeWords(refusal.cause).todo)}`
          : say(MARK_WORDS.waiting)}
      </p>
    )
  return (
    <>
      {asOf !== null && (
        <p className="note hatched" role="status">
          {say(MARK_WORDS.old)} {formatStamp(asOf)}
          {refusal && ` · ${say(causeWords(refusal.cause).what)}`}
        </p>
      )}
      {setAside > 0 && (
        <p className="note">
          {setAside} {say(MARK_WORDS.setAside)}
        </p>
      )}
    </>
  )
}
