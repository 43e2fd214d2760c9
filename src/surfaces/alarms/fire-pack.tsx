import { useMemo, useRef, useState } from 'react'
import { type FirePack, getFirePack, putFirePack } from '../../api/fire-records'
import { useReading } from '../../api/readings'
import { losesAnything, packLoss } from '../../domain/fire-rule-loss'
import { type PackFault, readRulePack, signRulePack } from '../../domain/fire-rule-pack'
import { halfWidth } from '../../domain/fire-rule-width'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import { EarlierPacks } from './fire-pack-earlier'
import { PackLines } from './fire-pack-lines'
import { Breaking, lossPhrase } from './fire-pack-loss'
import { PackText } from './fire-pack-text'
import { FIRE, PACK_CAUSE } from './fire-words'
import { failedPhrase, Here } from './here'
import { Revision } from './revision'
import { useAsked } from './use-asked'
import { WORDS } from './words'

/** The rule pack: text, one rule a line; a wrong one is refused with line and column. */
export function Pack() {
  const [asked, again] = useAsked(getFirePack)
  return (
    <div className="page-body alarms-pack">
      <Here asked={asked} again={again}>
        {(pack) => <PackEditor first={pack} />}
      </Here>
    </div>
  )
}

/** What was typed and is not live, while another view is open. */
let draft: { readonly rev: number; readonly text: string } | null = null

function PackEditor({ first }: { readonly first: FirePack }) {
  const say = useSay()
  const by = useReading('meta').snapshot?.items[0]?.roles[0] || 'duty-officer'
  const [live, setLive] = useState(first)
  const [text, setText] = useState(draft?.rev === first.rev ? draft.text : first.text)
  draft = { rev: live.rev, text }
  const [message, setMessage] = useState<Phrase | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const isChanged = text !== live.text
  const [isSure, setSure] = useState(false)
  const { inUse, read } = useMemo(() => {
    const now = readRulePack(live.text)
    const pack = now.ok ? now.pack : null
    return { inUse: pack, read: readRulePack(text, isChanged && pack ? pack.version : null) }
  }, [text, live, isChanged])
  const { text: half, changed } = useMemo(() => halfWidth(text), [text])
  const faults = read.ok ? [] : read.faults

  function edit(to: string) {
    setText(to)
    setMessage(null)
    setSure(false)
  }
  async function save() {
    const loss = inUse && read.ok ? packLoss(inUse, read.pack) : null
    if (loss && losesAnything(loss) && !isSure) {
      setSure(true)
      return setMessage(lossPhrase(loss))
    }
    setSure(false)
    const answer = await putFirePack(live, signRulePack(half, by), by)
    if (answer.ok) {
      setLive(answer.value)
      setText(answer.value.text)
      setMessage(WORDS.saved)
    } else if (answer.cause === 'changed') {
      const now = await getFirePack(new AbortController().signal)
      if (now.ok) setLive(now.value)
      setMessage(WORDS.conflict)
    } else setMessage(failedPhrase(WORDS.notSaved, answer.cause))
  }
  function goTo({ line, column }: PackFault) {
    if (area.current) putCaret(area.current, line, column)
  }
  return (
    <>
      <div className="alarms-rules-bar">
        <Button onClick={save} disabled={!isChanged || !read.ok}>
          {say(isSure ? WORDS.saveSure : WORDS.save)}
        </Button>
        <Button onClick={() => edit(live.text)} disabled={!isChanged}>
          {say(WORDS.undo)}
        </Button>
        <Revision {...live} />
        <EarlierPacks key={live.rev} onTake={edit} />
        {inUse && <Breaking inUse={inUse} edited={read.ok ? read.pack : null} />}
        <strong role="status">
          {message
            ? say(message)
            : faults.length > 0
              ? say(WORDS.faulty)
              : isChanged
                ? say(WORDS.changed)
                : ''}
        </strong>
        {changed > 0 && (
          <>
            <span className="ink2">
              {say({
                zh: `${changed} 处全角标点、数字按半角读入`,
                en: `${changed} full-width characters are read as half-width`,
              })}
            </span>
            <Button onClick={() => edit(half)}>{say(FIRE.toHalfWidth)}</Button>
          </>
        )}
        <span className="ink3 alarms-pack-how">{say(FIRE.packHow)}</span>
      </div>
      <PackText
        ref={area}
        label={say(FIRE.pack)}
        text={text}
        faulty={new Set(faults.map(({ line }) => line))}
        onEdit={edit}
      />
      {read.ok ? (
        <PackLines pack={read.pack} lineNumbers={read.lineNumbers} />
      ) : (
        <section className="alarms-pack-faults" role="alert">
          <h2>
            {say(FIRE.faults)} <span className="ink2">{faults.length}</span>
          </h2>
          <ol>
            {faults.map((fault) => (
              <li key={`${fault.line}:${fault.column}:${fault.cause}:${fault.detail}`}>
                <Button onClick={() => goTo(fault)}>
                  {say({
                    zh: `第 ${fault.line} 行第 ${fault.column} 列`,
                    en: `Line ${fault.line}, column ${fault.column}`,
                  })}
                </Button>{' '}
                {say(PACK_CAUSE[fault.cause])}
                {fault.detail !== null && <code>{fault.detail}</code>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

/** Chromium shows the caret only where it is typed: the line is brought into view by hand. */
function putCaret(area: HTMLTextAreaElement, line: number, column: number): void {
  const lines = area.value.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  const at = Math.min(area.value.length, before + column - 1)
  area.focus()
  area.setSelectionRange(at, Math.min(area.value.length, at + 1))
  const { lineHeight, fontSize } = getComputedStyle(area)
  area.scrollTop = (line - 1) * Number.parseFloat(lineHeight) - area.clientHeight / 2
  // Half an em is what a monospaced letter takes.
  area.scrollLeft = (column * Number.parseFloat(fontSize)) / 2 - area.clientWidth / 2
}
