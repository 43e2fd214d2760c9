import { useMemo, useState } from 'react'
import { type FirePack, getFirePack, putFirePack } from '../../api/fire-records'
import { useReading } from '../../api/readings'
import { type PackFault, readRulePack } from '../../domain/fire-rule-pack'
import { formatStamp } from '../../ui/clock'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import { FIRE, PACK_CAUSE } from './fire-words'
import { Here } from './here'
import { useAsked } from './use-asked'
import { WORDS } from './words'

/** The rule pack: text, one rule a line; a wrong one is refused with line and column. */
export function Pack() {
  const say = useSay()
  const [asked, again] = useAsked(getFirePack)
  return (
    <section>
      <h2>{say(FIRE.pack)}</h2>
      <p className="ink3">{say(FIRE.packHow)}</p>
      <Here asked={asked} again={again}>
        {(pack) => <PackEditor first={pack} />}
      </Here>
    </section>
  )
}

function PackEditor({ first }: { readonly first: FirePack }) {
  const say = useSay()
  const by = useReading('meta').snapshot?.items[0]?.roles[0] || 'duty-officer'
  const [live, setLive] = useState(first)
  const [text, setText] = useState(first.text)
  const [message, setMessage] = useState<Phrase | null>(null)
  const isChanged = text !== live.text
  const read = useMemo(() => {
    const inUse = readRulePack(live.text)
    return readRulePack(text, isChanged && inUse.ok ? inUse.pack.version : null)
  }, [text, live, isChanged])
  async function save() {
    const answer = await putFirePack(live, text, by)
    if (answer.ok) {
      setLive(answer.value)
      setMessage(WORDS.saved)
    } else if (answer.cause === 'changed') {
      const now = await getFirePack(new AbortController().signal)
      if (now.ok) setLive(now.value)
      setMessage(WORDS.conflict)
    } else setMessage(WORDS.failed)
  }
  return (
    <div className="alarms-pack">
      <textarea
        aria-label={say(FIRE.pack)}
        spellCheck={false}
        rows={14}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setMessage(null)
        }}
      />
      <div className="alarms-rules-bar">
        <Button onClick={save} disabled={!isChanged || !read.ok}>
          {say(WORDS.save)}
        </Button>
        <Button onClick={() => setText(live.text)} disabled={!isChanged}>
          {say(WORDS.undo)}
        </Button>
        <span className="ink2">
          rev {live.rev} · {live.changedBy}
          {live.changedAt > 0 && ` · ${formatStamp(live.changedAt)}`}
        </span>
        <strong role="status">
          {message ? say(message) : isChanged && read.ok ? say(WORDS.changed) : ''}
        </strong>
      </div>
      {!read.ok && (
        <ul className="note hatched" role="alert">
          {read.faults.slice(0, 8).map((fault) => (
            <li key={`${fault.line}:${fault.column}:${fault.cause}`}>{faultWords(fault, say)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function faultWords(
  { line, column, cause, detail }: PackFault,
  say: (phrase: Phrase) => string,
): string {
  const where = say({ zh: `第 ${line} 行第 ${column} 列`, en: `line ${line}, column ${column}` })
  return `${where}：${say(PACK_CAUSE[cause])}${detail === null ? '' : `（${detail}）`}`
}
