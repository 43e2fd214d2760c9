import { lazy, Suspense, useMemo, useState } from 'react'
import type { LngLat } from '../../domain/geo'
import type { Hit } from '../../map/paint'
import { metresPerPx } from '../../map/scale'
import { TOPICS } from '../../topics'
import { useFlavour, useLang, useSay } from '../../ui/lang'
import type { ChangeView } from '../../view/use-view'
import type { View } from '../../view/view'
import type { TopicNow } from '../use-topics'
import type { Acts } from './acts'
import { describeSelected } from './describe-selected'
import { ghosts } from './dispatch/ghosts'
import type { Placed } from './dispatch/what-if'
import { MapTools } from './map-tools'
import { seekIn } from './seek-in'
import type { Picture } from './use-picture'
import { WORDS } from './words'

// The map is four fifths of the code; the panels are on screen before it.
const MapStage = lazy(() => import('./map-stage'))
const Tooltip = lazy(async () => ({ default: (await import('./tooltip')).Tooltip }))
const ReplayFrame = lazy(async () => ({ default: (await import('./replay-marks')).ReplayFrame }))
const Insets = lazy(() => import('./insets'))
// Opened by hand, and not before the map is there.
const TableView = lazy(() => import('./table-view'))

interface Props {
  readonly picture: Picture
  readonly view: View
  readonly change: ChangeView
  readonly acts: Acts
  readonly zoom: number
  readonly onZoomStep: (zoom: number) => void
  /** The browser draws no map: tables stand in its place. */
  readonly noWebgl: boolean
  readonly onUnavailable: () => void
  /** Units that are put somewhere to see what it would bring. */
  readonly placed: Placed
  readonly onPlace: (unitId: string, position: LngLat) => void
  readonly onFile: () => void
  readonly why: (now: TopicNow) => string | null
}

/** The map with all that lies on it, or a table in its place. */
export function MapArea({
  picture,
  view,
  change,
  acts,
  zoom,
  onZoomStep,
  noWebgl,
  onUnavailable,
  placed,
  onPlace,
  onFile,
  why,
}: Props) {
  const say = useSay()
  const lang = useLang()
  const flavour = useFlavour()
  const { topics, shownTopics, region, hasAnswer, beacons, clock } = picture
  const [hover, setHover] = useState<{ hit: Hit; point: readonly [number, number] } | null>(null)
  const [isLost, setLost] = useState(false)
  const painted = useMemo(
    () => shownTopics.flatMap(({ depiction }) => depiction.painted),
    [shownTopics],
  )
  const withGhosts = useMemo(() => {
    if (placed.size === 0) return painted
    const callSign = (id: string) =>
      describeSelected(topics, { topic: 'patrols', id: `unit:${id}` })?.title[lang]
    return [...painted, ...ghosts(placed, flavour, callSign)]
  }, [painted, placed, flavour, topics, lang])
  const hits = useMemo(() => shownTopics.flatMap(({ depiction }) => depiction.hits), [shownTopics])
  const tableId = view.table ?? (noWebgl ? (TOPICS[0]?.id ?? null) : null)
  return (
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
              onPick={(hit) => acts.select(hit && { topic: hit.topic, id: hit.id })}
              onCamera={(camera) => change({ camera })}
              onZoomStep={onZoomStep}
              canDrag={({ topic, id }) =>
                view.task === 'moves' && topic === 'patrols' && id.startsWith('unit:')
              }
              onDrag={({ id }, position) => onPlace(id.slice('unit:'.length), position)}
              onReady={() => {
                document.documentElement.dataset.ready = ''
              }}
              onLoss={(state) => setLost(state === 'lost')}
              onUnavailable={onUnavailable}
              hasData={hasAnswer}
              beacons={beacons}
              onBeacon={(id) => acts.selectAndGo({ topic: 'alarms', id })}
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
      {clock.isReplay && (
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
              onSelect={acts.select}
            />
          </Suspense>
        </div>
      )}
      <MapTools
        isTable={tableId !== null}
        canMap={!noWebgl}
        onToggle={acts.toggleTable}
        onZoom={acts.zoomBy}
        onFit={() => change({ camera: null })}
        onFile={onFile}
      />
    </main>
  )
}
