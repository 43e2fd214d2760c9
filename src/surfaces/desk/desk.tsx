import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useBrought } from '../../api/bring/brought'
import { FEED_IDS } from '../../api/feeds'
import { isAwaited } from '../../api/reading'
import { flightRecorder, useReadings, useServerNow } from '../../api/readings'
import { spanOf } from '../../domain/clock-window'
import type { Extent } from '../../domain/geo'
import { HOUR_MS, SECOND_MS } from '../../domain/time'
import type { Hit } from '../../map/paint'
import { metresPerPx } from '../../map/scale'
import { TOPICS } from '../../topics'
import type { Attention } from '../../topics/topic'
import { areaNames } from '../../ui/area-names'
import { KeysWait } from '../../ui/keys'
import { useFlavour, useLang, useSay } from '../../ui/lang'
import { URGENCIES, type Urgency } from '../../ui/tokens'
import type { ChangeView } from '../../view/use-view'
import { type Selected, SPANS, type View } from '../../view/view'
import { attentionOf, countOf, wholeOf } from '../attention'
import { summarise } from '../probe'
import { AttentionList } from './attention-list'
import './desk.css'
import { useProbe } from '../use-probe'
import { useTopics } from '../use-topics'
import { describeSelected } from './describe-selected'
import { ghosts } from './dispatch/ghosts'
import type { Placed } from './dispatch/what-if'
import { MapTools } from './map-tools'
import { Rail } from './rail'
import { neighbour, RightColumn } from './right-column'
import { seekIn } from './seek-in'
import { beaconsOf, noteOf } from './told'
import { TopBar } from './top-bar'
import { useDeskClock, useReadingsAt } from './use-desk-clock'
import { useShortcuts } from './use-shortcuts'
import { WORDS } from './words'

// The map is four fifths of the code; the panels are on screen before it.
const MapStage = lazy(() => import('./map-stage'))
const Search = lazy(async () => ({ default: (await import('./search')).Search }))
const Tooltip = lazy(async () => ({ default: (await import('./tooltip')).Tooltip }))
const ReplayFrame = lazy(async () => ({ default: (await import('./replay-marks')).ReplayFrame }))
const ReplayNote = lazy(async () => ({ default: (await import('./replay-marks')).ReplayNote }))
const TimeBar = lazy(() => import('./time-bar'))
const Insets = lazy(() => import('./insets'))
// Opened by hand, and not before the map is there.
const Detail = lazy(() => import('./detail'))
const TableView = lazy(() => import('./table-view'))
const DropZone = lazy(() => import('./bring/drop-zone'))
const Help = lazy(() => import('./help'))

/** Where the map stands until the source has told its region. */
const GUIZHOU: Extent = [103.55, 24.6, 109.65, 29.25]
/** Everything that depends on the clock is derived anew this often. */
const DERIVE_EVERY_MS = 5 * SECOND_MS
const NOTHING_PLACED: Placed = new Map()
/** Close enough to see a unit in its street and the zones of a scenic area. */
const NEAR_ZOOM = 13

interface Props {
  readonly view: View
  readonly change: ChangeView
  readonly isShown: boolean
  readonly mocked: boolean
  readonly seat: number
  readonly onLang: () => void
  readonly onFlavour: () => void
  readonly onAlarms: () => void
  readonly onCoverage: () => void
  readonly onReview: () => void
  readonly onBrief: () => void
  readonly onSeat: (seat: number) => void
  readonly onFeeds: () => void
  readonly onAbout: () => void
  /** To the scenes of the wall, with this view in hand. */
  readonly onWall: () => void
}

/** The duty officer's surface: what needs me now, where, and can it be trusted. */
export function Desk({
  view,
  change,
  isShown,
  mocked,
  seat,
  onCoverage,
  onBrief,
  onSeat,
  onWall,
  ...actions
}: Props) {
  const say = useSay()
  const lang = useLang()
  const flavour = useFlavour()
  const sources = useReadings()
  const serverNow = useServerNow(DERIVE_EVERY_MS)

  // Until the server has told the time, the newest answer is the best clock there is; the feeds' marks say so.
  const newest = Math.max(...FEED_IDS.map((id) => sources[id].snapshot?.observedAt ?? 0))
  const present = serverNow ?? Math.floor(newest / DERIVE_EVERY_MS) * DERIVE_EVERY_MS
  const hasAnswer = present > 0
  const brought = useBrought()
  const clock = useDeskClock(view, change, present, brought?.held.covers.from)
  const { at: now, window, isReplay } = clock
  const readings = useReadingsAt(sources, clock)
  const meta = readings.meta.snapshot?.items[0] ?? null
  const region = brought?.extent ?? meta?.region.extent ?? GUIZHOU
  // Named anew by every answer and hardly ever changed: compared by what it says.
  const named = JSON.stringify(meta?.areas ?? [])
  const areas = useMemo(() => areaNames(JSON.parse(named)), [named])

  const [zoom, setZoom] = useState(6.5)
  const [hover, setHover] = useState<{ hit: Hit; point: readonly [number, number] } | null>(null)
  const [noWebgl, setNoWebgl] = useState(false)
  const [isLost, setLost] = useState(false)
  const [helpOpen, setHelpOpen] = useState(false)
  const [isBringing, setBringing] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const [askedN, setAskedN] = useState(false)
  const isEarlyN = useRef(false)
  const [placed, setPlaced] = useState<Placed>(NOTHING_PLACED)

  const topics = useTopics(
    {
      readings,
      now,
      present,
      presentReadings: sources,
      window,
      region,
      areas,
      options: view.options,
    },
    { zoom, flavour, lang, selectedId: null },
    view.selected,
  )
  const isEarly = !isReplay && isAwaited(readings.alarms)
  const attention = useMemo(() => attentionOf(topics), [topics])
  // What flashes asks for an answer now.
  const beacons = useMemo(() => (isReplay ? [] : beaconsOf(topics)), [topics, isReplay])
  const painted = useMemo(() => topics.flatMap(({ depiction }) => depiction.painted), [topics])
  const shownTopics = useMemo(
    () => topics.filter(({ topic }) => view.shown.includes(topic.id)),
    [topics, view.shown],
  )
  const shownPainted = useMemo(
    () => shownTopics.flatMap(({ depiction }) => depiction.painted),
    [shownTopics],
  )
  const withGhosts = useMemo(() => {
    if (placed.size === 0) return shownPainted
    const callSign = (id: string) =>
      describeSelected(topics, { topic: 'patrols', id: `unit:${id}` })?.title[lang]
    return [...shownPainted, ...ghosts(placed, flavour, callSign)]
  }, [shownPainted, placed, flavour, topics, lang])
  const hits = useMemo(() => shownTopics.flatMap(({ depiction }) => depiction.hits), [shownTopics])
  const teller = topics.find(({ topic, error }) => topic.timeline && !error)
  const timeline = teller?.topic.timeline?.(teller.data)

  const layers = useRef(() => summarise(painted, view.shown))
  layers.current = () => summarise(painted, view.shown)
  useProbe(() => layers.current())

  const tableId = view.table ?? (noWebgl ? (TOPICS[0]?.id ?? null) : null)
  const isFresh = FEED_IDS.some((id) => ['live', 'late'].includes(sources[id].quality))
  const whole = wholeOf(topics)
  // Old readings ask for nothing, so what is counted from them is a lower bound and says so; the alarms' own count is
  // whole as long as they are fresh themselves.
  const counted = whole ? (['alarms'] as const) : FEED_IDS
  const isLive =
    hasAnswer && counted.every((id) => !['stale', 'lost'].includes(readings[id].quality))
  const urgent = Object.fromEntries(
    URGENCIES.map((urgency) => [
      urgency,
      hasAnswer && !(isReplay && !whole)
        ? countOf(attention.filter((item) => item.urgency === urgency))
        : null,
    ]),
  ) as Record<Urgency, number | null>

  useEffect(() => {
    if (noWebgl && hasAnswer) document.documentElement.dataset.ready = ''
  }, [noWebgl, hasAnswer])

  // What held the focus may have left with the choice; the next key is then the map's, not the page's.
  const choice = [view.selected?.topic, view.selected?.id, tableId].join(' ')
  const lastChoice = useRef(choice)
  useEffect(() => {
    if (choice === lastChoice.current) return
    lastChoice.current = choice
    if (document.activeElement === document.body)
      document.getElementById('desk-map')?.focus({ preventScroll: true })
  }, [choice])

  function select(selected: Selected | null) {
    change({ selected }, 'push')
  }
  function goTo(position: readonly [number, number] | null | undefined) {
    if (!position) return
    const [lng, lat] = position
    change({ table: null, camera: { lng, lat, zoom: Math.max(view.camera?.zoom ?? 0, NEAR_ZOOM) } })
  }
  function selectAndGo(selected: Selected) {
    select(selected)
    goTo(describeSelected(topics, selected)?.position)
  }
  function toggle(topic: string) {
    const shown = TOPICS.map(({ id }) => id).filter(
      (id) => view.shown.includes(id) !== (id === topic),
    )
    change({ shown })
  }
  function setOptions(ids: readonly string[], on: readonly string[]) {
    const others = view.options.filter((id) => !ids.includes(id))
    change({ options: [...others, ...on] }, 'push')
  }
  function step(by: number) {
    const at = attention.findIndex(
      ({ topic, id }) => topic === view.selected?.topic && id === view.selected.id,
    )
    const next = attention[Math.min(attention.length - 1, Math.max(0, at < 0 ? 0 : at + by))]
    if (next) change({ selected: { topic: next.topic, id: next.id } })
  }
  function nextAsking() {
    setAskedN(true)
    isEarlyN.current = isEarly
    if (isEarly) return
    const asking = attention.filter(({ asks }) => asks)
    const at = asking.findIndex(({ id }) => id === view.selected?.id)
    const next = asking[(at + 1) % Math.max(1, asking.length)]
    if (next) change({ selected: { topic: next.topic, id: next.id } })
  }
  // N before the alarms have come: what is derived from readings until then is not what it is for.
  useEffect(() => {
    if (isEarlyN.current && whole) nextAsking()
  })
  function zoomBy(by: number) {
    const centre = view.camera ?? {
      lng: (region[0] + region[2]) / 2,
      lat: (region[1] + region[3]) / 2,
      zoom,
    }
    change({ camera: { ...centre, zoom: Math.min(17, Math.max(4, centre.zoom + by)) } })
  }
  const toggleTable = () =>
    change({
      table: view.table
        ? null
        : (view.selected?.topic ??
          shownTopics.map(({ topic, data }) => topic.tableOnTop?.(data)).find(Boolean) ??
          TOPICS[0]?.id ??
          null),
      filter: '',
    })
  // A file that is put away leaves the present.
  const hadFile = useRef(false)
  useEffect(() => {
    if (hadFile.current && !brought) change({ until: null, since: null, span: '7d', camera: null })
    hadFile.current = brought !== null
  }, [brought, change])
  const nextSpan = () =>
    clock.setSpan(
      SPANS[((SPANS as readonly string[]).indexOf(view.span) + 1) % SPANS.length] ?? '7d',
    )

  useShortcuts(
    {
      ...Object.fromEntries(TOPICS.map((topic) => [topic.shortcut, () => toggle(topic.id)])),
      t: toggleTable,
      w: nextSpan,
      l: clock.live,
      o: () => setBringing(true),
      ' ': clock.togglePlay,
      '[': () => clock.zoom(-1),
      ']': () => clock.zoom(1),
      '/': () => search.current?.focus(),
      j: () => step(1),
      k: () => step(-1),
      n: () => {
        change({ task: 'alarms' })
        nextAsking()
      },
      b: onBrief,
      p: onWall,
      q: () => change({ task: neighbour(view.task, 1) }),
      enter: () => goTo(describeSelected(topics, view.selected)?.position),
      '+': () => zoomBy(1),
      '=': () => zoomBy(1),
      '-': () => zoomBy(-1),
      '0': () => change({ camera: null }),
      escape: () =>
        view.table ? change({ table: null, filter: '' }) : view.selected && select(null),
      '?': () => setHelpOpen(true),
    },
    isShown,
  )

  const why = ({ topic }: { readonly topic: { readonly feeds: readonly string[] } }) =>
    noteOf(meta?.sources ?? [], topic.feeds, lang)
  const choose = ({ topic, id }: Attention) => change({ selected: { topic, id } })
  return (
    <div className="desk" hidden={!isShown}>
      <TopBar
        readings={sources}
        clock={clock}
        regionName={
          meta ? (lang === 'zh' ? meta.region.name : meta.region.nameEn) : say(WORDS.guizhou)
        }
        provenance={meta?.provenance ?? (mocked ? 'simulated' : null)}
        isFresh={isFresh}
        span={view.span}
        onSpan={clock.setSpan}
        urgent={urgent}
        isBlind={hasAnswer && !isLive}
        search={
          <Suspense>
            <Search topics={topics} input={search} onFound={selectAndGo} />
          </Suspense>
        }
        onHelp={() => setHelpOpen(true)}
        onCoverage={onCoverage}
        onBrief={onBrief}
        onWall={onWall}
        {...actions}
      />
      <Rail
        topics={hasAnswer ? topics : null}
        readings={readings}
        shown={view.shown}
        noteOf={why}
        onToggle={toggle}
        onOptions={setOptions}
        onSelect={selectAndGo}
      />
      <main
        id="desk-map"
        className="desk-map"
        tabIndex={-1}
        data-region="map"
        aria-label={say(WORDS.map)}
      >
        <div className="desk-stage" inert={tableId !== null}>
          {!noWebgl && (
            <Suspense fallback={<p className="note">{say(WORDS.loadingMap)}</p>}>
              <MapStage
                painted={withGhosts}
                hits={hits}
                extent={region}
                camera={view.camera}
                flavour={flavour}
                lang={lang}
                label={say(WORDS.mapLabel)}
                onHover={(hit, point) => setHover(hit && { hit, point })}
                seek={seekIn(shownTopics)}
                onPick={(hit) => select(hit && { topic: hit.topic, id: hit.id })}
                onCamera={(camera) => change({ camera })}
                onZoomStep={setZoom}
                canDrag={({ topic, id }) =>
                  view.task === 'moves' && topic === 'patrols' && id.startsWith('unit:')
                }
                onDrag={({ id }, position) =>
                  setPlaced((before) => new Map(before).set(id.slice('unit:'.length), position))
                }
                onReady={() => {
                  document.documentElement.dataset.ready = ''
                }}
                onLoss={(state) => setLost(state === 'lost')}
                onUnavailable={() => setNoWebgl(true)}
                hasData={hasAnswer}
                beacons={beacons}
                onBeacon={(id) => selectAndGo({ topic: 'alarms', id })}
              />
            </Suspense>
          )}
          {hasAnswer && !noWebgl && (
            <Suspense>
              <Insets
                topics={shownTopics}
                marks={beacons}
                metresPerPx={metresPerPx(view.camera?.lat ?? (region[1] + region[3]) / 2, zoom)}
                onGo={(position, zoom) =>
                  change({ camera: { lng: position[0], lat: position[1], zoom } })
                }
              />
            </Suspense>
          )}
          {hover && !tableId && (
            <Suspense>
              <Tooltip topics={topics} hit={hover.hit} point={hover.point} />
            </Suspense>
          )}
        </div>
        {isReplay && (
          <Suspense>
            <ReplayFrame clock={clock} />
          </Suspense>
        )}
        {isLost && (
          <p className="desk-banner" role="alert">
            {say(WORDS.lossBanner)}
          </p>
        )}
        {tableId && (
          <div className="desk-table">
            {noWebgl && <p className="note hatched">{say(WORDS.noWebgl)}</p>}
            <Suspense fallback={<p className="note">{say(WORDS.loadingTable)}</p>}>
              <TableView
                topics={topics}
                id={tableId}
                filter={view.filter}
                selected={view.selected}
                why={why}
                onTable={(table) => change({ table, filter: '' })}
                onFilter={(filter) => change({ filter })}
                onSelect={select}
              />
            </Suspense>
          </div>
        )}
        <MapTools
          isTable={tableId !== null}
          canMap={!noWebgl}
          onToggle={toggleTable}
          onZoom={zoomBy}
          onFit={() => change({ camera: null })}
          onFile={() => setBringing(true)}
        />
      </main>
      <Suspense fallback={<section className="desk-time" />}>
        <TimeBar
          timeline={timeline}
          clock={hasAnswer ? clock : null}
          count={teller ? teller.topic.count(teller.data) : null}
          unit={teller?.topic.countUnit ?? null}
        />
      </Suspense>
      <RightColumn
        isShown={isShown}
        task={isReplay ? 'alarms' : view.task}
        replayNote={
          isReplay ? (
            <Suspense>
              <ReplayNote onLive={clock.live} />
            </Suspense>
          ) : null
        }
        onCoverage={onCoverage}
        onBrief={onBrief}
        onSeat={onSeat}
        onTask={(task) => change({ task })}
        topics={topics}
        selected={view.selected}
        now={now}
        areas={areas}
        roles={meta?.roles}
        seat={seat}
        placed={placed}
        onPlace={(unitId, position) => setPlaced((before) => new Map(before).set(unitId, position))}
        onReset={() => setPlaced(NOTHING_PLACED)}
        onSelect={select}
        onGo={() => goTo(describeSelected(topics, view.selected)?.position)}
        list={
          <AttentionList
            items={hasAnswer ? attention : null}
            whole={whole}
            readings={readings}
            selected={view.selected}
            now={now}
            isBlind={hasAnswer && !isLive}
            recordedSince={isReplay ? flightRecorder().since() : undefined}
            isNoneWaiting={askedN && !isEarly && !attention.some(({ asks }) => asks)}
            onSelect={choose}
            onGo={selectAndGo}
          />
        }
        detail={(more) => (
          <Suspense
            fallback={
              <section className="desk-detail">
                <KeysWait />
              </section>
            }
          >
            <Detail
              topics={topics}
              selected={view.selected}
              now={now}
              isReplay={isReplay}
              onClose={() => select(null)}
              onGo={() => goTo(describeSelected(topics, view.selected)?.position)}
              more={more}
            />
          </Suspense>
        )}
      />
      {isShown && (
        <Suspense>
          <DropZone
            isOpen={isBringing}
            onOpen={setBringing}
            onShow={({ covers: { from, to } }) =>
              change(
                { until: to, since: null, span: spanOf((to - from) / HOUR_MS), camera: null },
                'push',
              )
            }
          />
        </Suspense>
      )}
      {helpOpen && (
        <Suspense>
          <Help onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
