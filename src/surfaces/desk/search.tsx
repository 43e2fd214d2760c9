import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react'
import { UrgencyMark } from '../../ui/glyph'
import { Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Selected } from '../../view/view'
import type { TopicNow } from '../use-topics'
import type { Found, Spellings } from './find'

const SEARCH = {
  find: { zh: '地点、单元、设备、警情', en: 'Place, unit, incident' },
  findNone: { zh: '没有找到', en: 'Nothing found' },
} as const

interface Props {
  readonly topics: readonly TopicNow[]
  readonly input: RefObject<HTMLInputElement | null>
  readonly onFound: (selected: Selected) => void
}

/** Finds a place, unit, device or incident by any word of its row, or by pinyin. */
export function Search({ topics, input, onFound }: Props) {
  const say = useSay()
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [spellings, setSpellings] = useState<Spellings>()
  // What can be found is read once per opening: a list that shifts under the hand finds the wrong thing.
  const [all, setAll] = useState<readonly Found[]>([])

  const [finder, setFinder] = useState<typeof import('./find') | null>(null)

  function open() {
    if (isOpen) return
    setOpen(true)
    void import('./find').then((found) => {
      setFinder(found)
      setAll(found.findable(topics))
    })
  }
  // Once per opening, and only for those who type Latin letters.
  const isLatin = /[a-z]{2}/i.test(query)
  useEffect(() => {
    let dropped = false
    if (!isOpen || !isLatin || !finder) return
    void finder.spellingsOf(all).then((made) => dropped || setSpellings(made))
    return () => {
      dropped = true
    }
  }, [isOpen, isLatin, all, finder])

  const hits = useMemo(
    () => finder?.find(all, query, spellings) ?? [],
    [finder, all, query, spellings],
  )
  const current = Math.min(at, hits.length - 1)

  function close() {
    setOpen(false)
    setQuery('')
    setAt(0)
    input.current?.blur()
  }
  function choose(found: Found | undefined) {
    if (!found) return
    onFound({ topic: found.topic.id, id: found.id })
    close()
  }
  function onKey(event: KeyboardEvent) {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') choose(hits[current])
    else if (event.key === 'ArrowDown') setAt(Math.min(current + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0))
    else return
    // Keys that meant something here mean nothing to the desk; all others, F6 among them, go on.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="search">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-expanded={isOpen && query !== ''}
        aria-controls="search-hits"
        aria-activedescendant={hits.length > 0 ? `search-hit-${current}` : undefined}
        aria-label={say(SEARCH.find)}
        placeholder={say(SEARCH.find)}
        maxLength={60}
        value={query}
        onFocus={open}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
      />
      <Kbd>/</Kbd>
      {isOpen && query.trim() !== '' && (
        <div id="search-hits" className="search-hits" role="listbox" aria-label={say(SEARCH.find)}>
          {hits.length === 0 && <p className="note">{say(SEARCH.findNone)}</p>}
          {hits.map((found, index) => (
            <Hit
              key={`${found.topic.id}:${found.id}`}
              index={index}
              isCurrent={index === current}
              found={found}
              data={topics.find(({ topic }) => topic.id === found.topic.id)?.data}
              onChoose={choose}
            />
          ))}
        </div>
      )}
    </div>
  )
}

function Hit({
  index,
  isCurrent,
  found,
  data,
  onChoose,
}: {
  readonly index: number
  readonly isCurrent: boolean
  readonly found: Found
  readonly data: unknown
  readonly onChoose: (found: Found) => void
}) {
  const say = useSay()
  const description = found.topic.describe(data, found.id)
  if (!description) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input walks the list
    <div
      id={`search-hit-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className="search-hit"
      // The input must not lose its focus before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(found)}
    >
      {description.urgency && <UrgencyMark urgency={description.urgency} />}
      <strong>{say(description.title)}</strong>
      <span className="ink2">{say(description.subtitle)}</span>
      <span className="ink3">{say(found.topic.name)}</span>
    </div>
  )
}
