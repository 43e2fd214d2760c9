import { useEffect, useRef } from 'react'
import type { Readings } from '../../api/reading'
import type { Attention } from '../../topics/topic'
import { formatAge, formatStamp, UNKNOWN } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { Empty, Kbd } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Phrase } from '../../ui/words'
import type { Selected } from '../../view/view'
import type { TopicNow } from '../use-topics'
import { Waiting } from './waiting'
import { WORDS } from './words'

/** What the list draws at most; the tables hold the rest. */
const DRAWN = 600

interface Props {
  /** Null: the alarm service does not answer; the list is derived from readings. */
  readonly whole: TopicNow | null
  /** Null: nothing has ever arrived. */
  readonly items: readonly Attention[] | null
  readonly readings: Readings
  readonly selected: Selected | null
  readonly now: number
  readonly isBlind: boolean
  /** Since when this page has recorded alarms, where the clock stands in the past; undefined: in the present. */
  readonly recordedSince?: number | null | undefined
  /** N was pressed, and there is none to go to: silence would look like a broken key. */
  readonly isNoneWaiting: boolean
  readonly onSelect: (item: Attention) => void
  readonly onGo: (item: Attention) => void
}

const keyOf = ({ topic, id }: Selected) => `attention-${topic}-${id}`

export function AttentionList({
  items,
  whole,
  readings,
  selected,
  now,
  isBlind,
  recordedSince,
  isNoneWaiting,
  onSelect,
  onGo,
}: Props) {
  const say = useSay()
  const lang = useLang()
  const list = useRef<HTMLDivElement>(null)
  const selectedKey = selected && keyOf(selected)
  // None is told, and none was recorded: not none.
  const isUntold = recordedSince !== undefined && !whole && items?.length === 0
  useEffect(() => {
    const row = selectedKey && document.getElementById(selectedKey)
    if (row && list.current?.contains(row)) row.scrollIntoView({ block: 'nearest' })
  }, [selectedKey])
  return (
    <section
      id="desk-list"
      className="desk-list"
      tabIndex={-1}
      data-region="list"
      aria-label={say(WORDS.attention)}
    >
      <header className="desk-list-head">
        <h2>{say(whole ? WORDS.queue : WORDS.attention)}</h2>
        <span className="ink2">{say(countsOf(isUntold ? null : items, whole !== null))}</span>
        <span className="spread" />
        <span className="ink2 attention-how">{say(WORDS.attentionHow)}</span>
        {whole && <Kbd>N</Kbd>}
        <Kbd>J</Kbd>
        <Kbd>K</Kbd>
      </header>
      <p role="status" className={isNoneWaiting ? 'rail-note' : 'sr-only'}>
        {isNoneWaiting && say(WORDS.noneWaiting)}
      </p>
      {isBlind && recordedSince === undefined && (
        <p className="rail-note hatched">{say(WORDS.attentionBlind)}</p>
      )}
      {items === null ? (
        <div className="note">
          <Waiting readings={readings} />
        </div>
      ) : items.length === 0 ? (
        !isUntold ? (
          <Empty title={say(WORDS.attentionNone)} why={say(WORDS.attentionNoneWhy)} />
        ) : (
          <Empty
            title={say(WORDS.notRecorded)}
            why={`${say(WORDS.recordedSince)} ${formatStamp(recordedSince)}`}
          />
        )
      ) : (
        <div
          ref={list}
          className="desk-list-rows"
          role="listbox"
          tabIndex={0}
          aria-label={say(WORDS.attention)}
          aria-activedescendant={
            items.some((item) => keyOf(item) === selectedKey) && selectedKey
              ? selectedKey
              : undefined
          }
        >
          {items.slice(0, DRAWN).map((item) => (
            <Row
              key={keyOf(item)}
              item={item}
              isSelected={keyOf(item) === selectedKey}
              age={item.since === null ? '' : formatAge(now - item.since, lang)}
              onSelect={onSelect}
              onGo={onGo}
            />
          ))}
          {items.length > DRAWN && (
            <p className="note">
              {say(WORDS.more)} {formatCount(items.length - DRAWN)} {say(WORDS.moreRest)}
            </p>
          )}
        </div>
      )}
      <footer className="desk-list-foot ink3">
        {whole ? (
          <whole.topic.Panel data={whole.data} inputs={whole.inputs} />
        ) : (
          say(recordedSince === undefined ? WORDS.attentionNote : WORDS.attentionPast)
        )}
      </footer>
    </section>
  )
}

/** Rows may stand for several alarms: both are told where they differ. */
function countsOf(items: readonly Attention[] | null, isAlarms: boolean): Phrase {
  if (!items) return { zh: UNKNOWN, en: UNKNOWN }
  const rows = formatCount(items.length)
  const all = formatCount(items.reduce((sum, { count = 1 }) => sum + count, 0))
  const inRows = all !== rows && { zh: `，${rows} 行`, en: ` in ${rows} rows` }
  return isAlarms
    ? { zh: `${all} 条${inRows ? inRows.zh : ''}`, en: `${all}${inRows ? inRows.en : ''}` }
    : { zh: `${rows} 条`, en: rows }
}

function Row({
  item,
  isSelected,
  age,
  onSelect,
  onGo,
}: {
  readonly item: Attention
  readonly isSelected: boolean
  readonly age: string
  readonly onSelect: (item: Attention) => void
  readonly onGo: (item: Attention) => void
}) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J, K and Enter walk the list
    <div
      id={keyOf(item)}
      className={item.asks ? 'attention attention-asks' : 'attention'}
      data-alarm={item.occurrence}
      data-state={item.alarmState}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      onClick={() => onSelect(item)}
      onDoubleClick={() => onGo(item)}
    >
      <UrgencyMark urgency={item.urgency} />
      <span className="attention-what">
        <strong>{say(item.title)}</strong>
        {item.note && <span className="ink2">{say(item.note)}</span>}
      </span>
      <span className="attention-age">{age}</span>
      <span className="ink2 attention-where">
        <span>{say(item.place)}</span>
        <span className="attention-state">{say(item.state)}</span>
      </span>
    </div>
  )
}
