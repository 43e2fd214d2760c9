import { type FormEvent, useState } from 'react'
import type { Mark } from '../../domain/measure'
import { dayOf, startOf } from '../../domain/review/calendar'
import { Dialog } from '../../ui/dialog'
import { Button } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatDayNumber, parseDay } from '../../view/review'
import { WORDS } from './words'

interface Props {
  /** Those of this machine. */
  readonly own: readonly Mark[]
  /** Those that came with the data: read, never changed here. */
  readonly given: readonly Mark[]
  /** Where a new one begins. */
  readonly day: number
  readonly areaCode: string | null
  readonly nameOf: (code: string) => string
  readonly onMarks: (marks: readonly Mark[]) => void
  readonly onClose: () => void
}

const MOST_LETTERS = 40

/** What happened meanwhile, in somebody's words. Kept on this machine; taken back by undo. */
export function Marks({ own, given, day, areaCode, nameOf, onMarks, onClose }: Props) {
  const say = useSay()
  const lang = useLang()
  const [edited, setEdited] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [date, setDate] = useState(formatDayNumber(day))
  const [before, setBefore] = useState<readonly Mark[] | null>(null)
  const name = (mark: Mark) => (lang === 'zh' ? mark.label : (mark.labelEn ?? mark.label))

  function keep(next: readonly Mark[]) {
    setBefore(own)
    onMarks(next)
  }
  function save(event: FormEvent) {
    event.preventDefault()
    const at = parseDay(date)
    if (at === null || text.trim() === '') return
    const mark: Mark = {
      id: edited ?? crypto.randomUUID(),
      from: startOf(at),
      to: null,
      areaCode: edited ? (own.find(({ id }) => id === edited)?.areaCode ?? areaCode) : areaCode,
      kind: 'other',
      label: text.trim(),
      labelEn: null,
    }
    keep(edited ? own.map((one) => (one.id === edited ? mark : one)) : [...own, mark])
    setEdited(null)
    setText('')
  }
  return (
    <Dialog title={say(WORDS.marks)} onClose={onClose}>
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
          maxLength={MOST_LETTERS}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" disabled={parseDay(date) === null || text.trim() === ''}>
          {say(edited ? WORDS.save : WORDS.addMark)}
        </Button>
        <Button
          disabled={before === null}
          onClick={() => {
            if (before) onMarks(before)
            setBefore(null)
          }}
        >
          {say(WORDS.undo)}
        </Button>
      </form>
      <ul className="marks-list">
        {own.map((mark) => (
          <li key={mark.id}>
            <span>
              {formatDayNumber(dayOf(mark.from))} {name(mark)}{' '}
              <span className="ink2">
                {mark.areaCode ? nameOf(mark.areaCode) : ''} · {say(WORDS.markOwn)}
              </span>
            </span>
            <Button
              onClick={() => {
                setEdited(mark.id)
                setText(mark.label)
                setDate(formatDayNumber(dayOf(mark.from)))
              }}
            >
              {say(WORDS.editMark)}
            </Button>
            <Button onClick={() => keep(own.filter(({ id }) => id !== mark.id))}>
              {say(WORDS.removeMark)}
            </Button>
          </li>
        ))}
        {given.map((mark) => (
          <li key={mark.id}>
            <span>
              {formatDayNumber(dayOf(mark.from))} {name(mark)}{' '}
              <span className="ink2">
                {mark.areaCode ? nameOf(mark.areaCode) : ''} · {say(WORDS.markSource)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>{say(WORDS.close)}</Button>
    </Dialog>
  )
}
