import type { KeyboardEvent } from 'react'
import type { FeedId } from '../../api/feeds'
import { isAwaited, type Readings } from '../../api/reading'
import { worst } from '../../domain/quality'
import { formatAge } from '../../ui/clock'
import { Empty, ErrorNote, Kbd, Skeleton, Switch } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import type { Selected } from '../../view/view'
import { type CauseWords, causeWords } from '../cause-words'
import { FEED_NAME, QUALITY_NAME } from '../feed-words'
import { PanelBoundary } from '../panel-boundary'
import type { TopicNow } from '../use-topics'
import { Waiting } from './waiting'
import { WORDS } from './words'

interface Props {
  readonly topics: readonly TopicNow[] | null
  readonly readings: Readings
  readonly shown: readonly string[]
  /** What the sources say about themselves, e.g. why they are empty. */
  readonly noteOf: (topic: TopicNow) => string | null
  readonly onToggle: (topic: string) => void
  /** Which of these options are on. */
  readonly onOptions: (ids: readonly string[], on: readonly string[]) => void
  readonly onSelect: (selected: Selected) => void
}

/** Up and down from switch to switch. */
function moveOverSwitches(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-topic]')]
  const at = all.indexOf(event.target as HTMLElement)
  if (!step || at < 0) return
  event.preventDefault()
  all[(at + step + all.length) % all.length]?.focus()
}

/** A section per topic: switch, count, legend and key figures. A topic that is off keeps its count. */
export function Rail({ topics, readings, shown, noteOf, onToggle, onOptions, onSelect }: Props) {
  const say = useSay()
  return (
    <nav
      id="desk-rail"
      className="desk-rail"
      tabIndex={-1}
      data-region="rail"
      aria-label={say(WORDS.map)}
      onKeyDown={moveOverSwitches}
    >
      {topics === null ? (
        <div className="rail-section">
          <Waiting readings={readings} />
        </div>
      ) : (
        topics.map((now, i) => (
          <Section
            key={now.topic.id}
            isFirst={i === 0}
            now={now}
            readings={readings}
            why={noteOf(now)}
            isShown={shown.includes(now.topic.id)}
            onToggle={() => onToggle(now.topic.id)}
            onOptions={(on) => onOptions(now.topic.optionIds ?? [], on)}
            onSelect={(id) => onSelect({ topic: now.topic.id, id })}
          />
        ))
      )}
    </nav>
  )
}

function Section({
  now: { topic, data, inputs, error },
  readings,
  why,
  isShown,
  isFirst,
  onToggle,
  onOptions,
  onSelect,
}: {
  readonly now: TopicNow
  readonly readings: Readings
  readonly why: string | null
  readonly isShown: boolean
  readonly isFirst: boolean
  readonly onToggle: () => void
  readonly onOptions: (on: readonly string[]) => void
  readonly onSelect: (id: string) => void
}) {
  const say = useSay()
  const lang = useLang()
  const count = error ? null : topic.count(data)
  // Of a moment that nobody recorded the panel itself says what is not known; it may still know something.
  const isEmpty = topic.feeds.every(
    (id) => readings[id].snapshot?.items.length === 0 && !readings[id].flags.includes('replay'),
  )
  const isAlone = topic.standsAlone?.(data)
  const isOld =
    !isAlone && ['stale', 'lost'].includes(worst(topic.feeds.map((id) => readings[id].quality)))
  const isWaiting = topic.feeds.every((id) => isAwaited(readings[id]))
  return (
    <section className="rail-section" aria-label={say(topic.name)}>
      <header className="rail-head">
        <Switch
          pressed={isShown}
          label={`${say(WORDS.switchTopic)}${say(topic.name)}`}
          data-topic={topic.id}
          // One Tab stop for all of them: arrows go on from the first, digits reach any.
          tabIndex={isFirst ? 0 : -1}
          onClick={onToggle}
        />
        <h2>{say(topic.name)}</h2>
        <span className="ink2">
          {formatCount(count)} {say(topic.countUnit)}
        </span>
        <Kbd>{topic.shortcut}</Kbd>
      </header>
      {!isAlone && <FeedNote feeds={topic.feeds} readings={readings} />}
      {isWaiting ? (
        <Skeleton>{say(WORDS.loading)}</Skeleton>
      ) : error ? (
        <ErrorNote what={say(topic.name)} todo={error.message} />
      ) : isEmpty && !topic.tellsAll ? (
        <Empty title={say(WORDS.noRecords)} why={why} />
      ) : (
        <PanelBoundary lang={lang}>
          {!topic.tellsAll && (
            <div className={isOld ? 'rail-old' : undefined}>
              <topic.Panel data={data} inputs={inputs} onOptions={onOptions} onSelect={onSelect} />
            </div>
          )}
        </PanelBoundary>
      )}
    </section>
  )
}

/** What is wrong with the sources of a panel, under its head and over its numbers. */
function FeedNote({
  feeds,
  readings,
}: {
  readonly feeds: readonly FeedId[]
  readonly readings: Readings
}) {
  const say = useSay()
  const lang = useLang()
  const quality = worst(feeds.map((id) => readings[id].quality))
  if (quality === 'live') return null
  const faulty = feeds.filter((id) => readings[id].quality !== 'live')
  if (quality === 'late' && faulty.every((id) => readings[id].cause === null)) return null
  return (
    <ul className="rail-note hatched">
      {faulty.map((id) => {
        const { cause, ageMs, flags } = readings[id]
        if (flags.includes('replay'))
          return (
            <li key={id}>
              {/* Of incidents the past is known from the history: what a recording lacks are the open ones. */}
              {say(id === 'incidents' ? WORDS.openIncidents : FEED_NAME[id])}{' '}
              {say(WORDS.notRecorded)}
            </li>
          )
        const words: CauseWords | null = cause && causeWords(cause)
        return (
          <li key={id}>
            <span>
              {say(FEED_NAME[id])} {say(QUALITY_NAME[readings[id].quality])}{' '}
              {formatAge(ageMs, lang)}
              {words && ` · ${say(words.what)}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
