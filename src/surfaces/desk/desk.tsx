import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { FEED_IDS } from '../../api/feeds'
import { flightRecorder } from '../../api/readings'
import { spanOf } from '../../domain/clock-window'
import type { LngLat } from '../../domain/geo'
import { HOUR_MS } from '../../domain/time'
import { TOPICS } from '../../topics'
import { KeysWait } from '../../ui/keys'
import { useLang, useSay } from '../../ui/lang'
import type { ChangeView } from '../../view/use-view'
import type { View } from '../../view/view'
import { summarise } from '../probe'
import { useProbe } from '../use-probe'
import type { TopicNow } from '../use-topics'
import { actsOn } from './acts'
import { AttentionList } from './attention-list'
import './desk.css'
import type { Placed } from './dispatch/what-if'
import { MapArea } from './map-area'
import { Rail } from './rail'
import { neighbour, RightColumn } from './right-column'
import { noteOf } from './told'
import { TopBar } from './top-bar'
import { useNextAsking } from './use-next-asking'
import { usePicture } from './use-picture'
import { useShortcuts } from './use-shortcuts'
import { WORDS } from './words'

const Search = lazy(async () => ({ default: (await import('./search')).Search }))
const ReplayNote = lazy(async () => ({ default: (await import('./replay-marks')).ReplayNote }))
const TimeBar = lazy(() => import('./time-bar'))
// Opened by hand, and not before the map is there.
const Detail = lazy(() => import('./detail'))
const DropZone = lazy(() => import('./bring/drop-zone'))
const Help = lazy(() => import('./help'))

const NOTHING_PLACED: Placed = new Map()

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
  const [zoom, setZoom] = useState(6.5)
  const [noWebgl, setNoWebgl] = useState(false)
  const [helpOpen, setHelpOpen] = useState(false)
  const [isBringing, setBringing] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const [placed, setPlaced] = useState<Placed>(NOTHING_PLACED)
  const place = (unitId: string, position: LngLat) =>
    setPlaced((before) => new Map(before).set(unitId, position))

  const picture = usePicture(view, change, zoom)
  const { sources, readings, clock, hasAnswer, brought, meta, topics, attention, whole } = picture
  const { isReplay } = clock
  const isBlind = hasAnswer && !picture.isLive
  const acts = actsOn(picture, view, change, zoom)
  const { nextAsking, isNoneWaiting } = useNextAsking(picture, view.selected?.id, acts.choose)
  const teller = topics.find(({ topic, error }) => topic.timeline && !error)

  const painted = useMemo(() => topics.flatMap(({ depiction }) => depiction.painted), [topics])
  const layers = useRef(() => summarise(painted, view.shown))
  layers.current = () => summarise(painted, view.shown)
  useProbe(() => layers.current())

  useEffect(() => {
    if (noWebgl && hasAnswer) document.documentElement.dataset.ready = ''
  }, [noWebgl, hasAnswer])

  // What held the focus may have left with the choice; the next key is then the map's, not the page's.
  const choice = [view.selected?.topic, view.selected?.id, view.table].join(' ')
  const lastChoice = useRef(choice)
  useEffect(() => {
    if (choice === lastChoice.current) return
    lastChoice.current = choice
    if (document.activeElement === document.body)
      document.getElementById('desk-map')?.focus({ preventScroll: true })
  }, [choice])

  // A file that is put away leaves the present.
  const hadFile = useRef(false)
  useEffect(() => {
    if (hadFile.current && !brought) change({ until: null, since: null, span: '7d', camera: null })
    hadFile.current = brought !== null
  }, [brought, change])

  useShortcuts(
    {
      ...Object.fromEntries(TOPICS.map((topic) => [topic.shortcut, () => acts.toggle(topic.id)])),
      t: acts.toggleTable,
      w: acts.nextSpan,
      l: clock.live,
      o: () => setBringing(true),
      ' ': clock.togglePlay,
      '[': () => clock.zoom(-1),
      ']': () => clock.zoom(1),
      '/': () => search.current?.focus(),
      j: () => acts.step(1),
      k: () => acts.step(-1),
      n: () => {
        change({ task: 'alarms' })
        nextAsking()
      },
      b: onBrief,
      p: onWall,
      q: () => change({ task: neighbour(view.task, 1) }),
      enter: acts.goToSelected,
      '+': () => acts.zoomBy(1),
      '=': () => acts.zoomBy(1),
      '-': () => acts.zoomBy(-1),
      '0': () => change({ camera: null }),
      escape: () =>
        view.table ? change({ table: null, filter: '' }) : view.selected && acts.select(null),
      '?': () => setHelpOpen(true),
    },
    isShown,
  )

  const why = ({ topic }: Pick<TopicNow, 'topic'>) => noteOf(meta?.sources ?? [], topic.feeds, lang)
  return (
    <div className="desk" hidden={!isShown}>
      <TopBar
        readings={sources}
        clock={clock}
        regionName={
          meta ? (lang === 'zh' ? meta.region.name : meta.region.nameEn) : say(WORDS.guizhou)
        }
        provenance={meta?.provenance ?? (mocked ? 'simulated' : null)}
        isFresh={FEED_IDS.some((id) => ['live', 'late'].includes(sources[id].quality))}
        span={view.span}
        onSpan={clock.setSpan}
        urgent={picture.urgent}
        isBlind={isBlind}
        search={
          <Suspense>
            <Search topics={topics} input={search} onFound={acts.selectAndGo} />
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
        onToggle={acts.toggle}
        onOptions={acts.setOptions}
        onSelect={acts.selectAndGo}
      />
      <MapArea
        picture={picture}
        view={view}
        change={change}
        acts={acts}
        zoom={zoom}
        onZoomStep={setZoom}
        noWebgl={noWebgl}
        onUnavailable={() => setNoWebgl(true)}
        placed={placed}
        onPlace={place}
        onFile={() => setBringing(true)}
        why={why}
      />
      <Suspense fallback={<section className="desk-time" />}>
        <TimeBar
          timeline={teller?.topic.timeline?.(teller.data)}
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
        now={clock.at}
        areas={picture.areas}
        roles={meta?.roles}
        seat={seat}
        placed={placed}
        onPlace={place}
        onReset={() => setPlaced(NOTHING_PLACED)}
        onSelect={acts.select}
        onGo={acts.goToSelected}
        list={
          <AttentionList
            items={hasAnswer ? attention : null}
            whole={whole}
            readings={readings}
            selected={view.selected}
            now={clock.at}
            isBlind={isBlind}
            recordedSince={isReplay ? flightRecorder().since() : undefined}
            isNoneWaiting={isNoneWaiting}
            onSelect={acts.choose}
            onGo={acts.selectAndGo}
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
              now={clock.at}
              isReplay={isReplay}
              onClose={() => acts.select(null)}
              onGo={acts.goToSelected}
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
