import type { ReactNode } from 'react'
import type { Readings } from '../../api/reading'
import { useServerNow } from '../../api/readings'
import type { Provenance } from '../../domain/meta'
import { SECOND_MS } from '../../domain/time'
import { formatClock, formatDate, formatWeekday } from '../../ui/clock'
import { UrgencyMark } from '../../ui/glyph'
import { Button, Kbd, ToggleGroup } from '../../ui/kit'
import { useFlavour, useLang, useSay } from '../../ui/lang'
import { URGENCIES, type Urgency } from '../../ui/tokens'
import { Toolbar } from '../../ui/toolbar'
import type { Span } from '../../view/view'
import { FeedStrip } from './feed-strip'
import { LiveBadge } from './live-badge'
import { PagesMenu } from './pages-menu'
import type { DeskClock } from './use-desk-clock'
import { WORDS } from './words'

interface Props {
  readonly readings: Readings
  readonly regionName: string
  readonly provenance: Provenance | null
  /** Some source follows the present. */
  readonly isFresh: boolean
  readonly clock: DeskClock
  readonly span: Span
  readonly onSpan: (span: Span) => void
  readonly urgent: Readonly<Record<Urgency, number | null>>
  /** Some sources are stale or lost: the counts are what is known at least. */
  readonly isBlind: boolean
  readonly search: ReactNode
  readonly onLang: () => void
  readonly onFlavour: () => void
  readonly onAlarms: () => void
  readonly onCoverage: () => void
  readonly onBrief: () => void
  readonly onFeeds: () => void
  readonly onReview: () => void
  readonly onWall: () => void
  readonly onHelp: () => void
  readonly onAbout: () => void
}

/** Who, when, which window, can it be trusted, how much is urgent. */
export function TopBar(props: Props) {
  const say = useSay()
  const lang = useLang()
  const flavour = useFlavour()
  const spans = [
    { value: '24h', label: say(WORDS.h24) },
    { value: '7d', label: say(WORDS.d7) },
    { value: '28d', label: say(WORDS.d28) },
  ] as const
  return (
    <header id="desk-top" className="desk-top" tabIndex={-1} data-region="top">
      <div className="desk-brand">
        <Pagoda />
        <h1>鼓楼</h1>
        <span className="ink2">Drumtower</span>
        <strong className="desk-place">{props.regionName}</strong>
      </div>
      <Clock isFresh={props.isFresh} clock={props.clock} />
      <div className="desk-span">
        <ToggleGroup
          label={say(WORDS.window)}
          value={props.span}
          choices={spans}
          onChange={props.onSpan}
        />
        <Kbd>W</Kbd>
      </div>
      <div className="desk-search">{props.search}</div>
      <FeedStrip readings={props.readings} onOpen={props.onFeeds} />
      <ul
        className="desk-urgent"
        aria-label={say(WORDS.attention)}
        title={say(WORDS.attentionCounts)}
      >
        {props.isBlind && <li className="ink2">≥</li>}
        {URGENCIES.map((urgency) => (
          <li key={urgency}>
            <UrgencyMark urgency={urgency} digit={false} hollow={!props.urgent[urgency]} />
            <span className="ink2">{urgency.toUpperCase()}</span>
            <strong>{props.urgent[urgency] ?? '—'}</strong>
          </li>
        ))}
      </ul>
      <div className="desk-tools">
        <Toolbar className="desk-looks" label={say(WORDS.looks)}>
          <Button className="plain" onClick={props.onLang} lang={lang === 'zh' ? 'en' : 'zh-CN'}>
            {say(WORDS.otherLang)}
          </Button>
          <Button
            className="plain"
            onClick={props.onFlavour}
            aria-label={say(flavour === 'night' ? WORDS.toLight : WORDS.toDark)}
            title={say(flavour === 'night' ? WORDS.toLight : WORDS.toDark)}
          >
            {flavour === 'night' ? <Sun /> : <Moon />}
          </Button>
        </Toolbar>
        <PagesMenu
          pages={[
            { name: WORDS.alarms, onOpen: props.onAlarms },
            { name: WORDS.coverage, onOpen: props.onCoverage },
            { name: WORDS.review, onOpen: props.onReview },
            { name: WORDS.wallEditor, shortcut: 'P', onOpen: props.onWall },
            { name: WORDS.brief, shortcut: 'B', onOpen: props.onBrief },
            { name: WORDS.feeds, onOpen: props.onFeeds },
            { name: WORDS.about, onOpen: props.onAbout },
            { name: WORDS.help, shortcut: '?', onOpen: props.onHelp },
          ]}
        />
      </div>
      {props.provenance && props.provenance !== 'live' && (
        <strong className="desk-stamp">{say(WORDS[props.provenance])}</strong>
      )}
    </header>
  )
}

function Clock({ isFresh, clock }: { readonly isFresh: boolean; readonly clock: DeskClock }) {
  const say = useSay()
  const lang = useLang()
  const serverNow = useServerNow(SECOND_MS)
  const now = clock.isReplay ? clock.at : serverNow
  return (
    <div className="desk-clock">
      <LiveBadge isFresh={isFresh} isReplay={clock.isReplay} />
      <time>{formatClock(now)}</time>
      <span className="ink2">
        {now === null
          ? say(WORDS.noServerTime)
          : `${formatDate(now).slice(0, 5)}${formatWeekday(now, lang)} · UTC+8`}
      </span>
    </div>
  )
}

function Pagoda() {
  return (
    <svg viewBox="0 0 24 24" width="1.5rem" height="1.5rem" aria-hidden="true">
      <path
        fill="currentColor"
        d="M12 1l1 2.6h3.2l1.6 3H6.2l1.6-3H11zM8.2 8h7.6l2.4 3.6H5.8zM7 13h10l3 4.2H4zM6 18.6h2.2V23H6zm4.9 0h2.2V23h-2.2zm4.9 0H18V23h-2.2z"
      />
    </svg>
  )
}

function Sun() {
  return (
    <svg viewBox="0 0 24 24" width="1.25rem" height="1.25rem" aria-hidden="true">
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        d="M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12 1.5v3M12 19.5v3M1.5 12h3M19.5 12h3M4.6 4.6l2.1 2.1M17.3 17.3l2.1 2.1M4.6 19.4l2.1-2.1M17.3 6.7l2.1-2.1"
      />
    </svg>
  )
}

function Moon() {
  return (
    <svg viewBox="0 0 24 24" width="1.25rem" height="1.25rem" aria-hidden="true">
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"
      />
    </svg>
  )
}
