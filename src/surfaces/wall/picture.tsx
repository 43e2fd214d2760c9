import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { FEED_IDS } from '../../api/feeds'
import { useServerNow } from '../../api/readings'
import { SECOND_MS } from '../../domain/time'
import { wallLayout } from '../../domain/wall-layout'
import { nearestUnits } from '../../domain/wall-near'
import { NOTO_HEIGHTS, type WallProfile, wallType } from '../../domain/wall-profile'
import { ON_WALLS } from '../../topics/on-walls'
import type { Urgent } from '../../topics/topic'
import { faceHeights } from '../../ui/face-heights'
import { useFlavour, useLang, useSay } from '../../ui/lang'
import { URGENCIES, type Urgency } from '../../ui/tokens'
import type { View } from '../../view/view'
import type { SceneLayout } from '../../view/wall-script'
import { attentionOf, countOf, wholeOf } from '../attention'
import { PROVENANCE_NAME } from '../feed-words'
import { summarise } from '../probe'
import { useProbe } from '../use-probe'
import { useTopics } from '../use-topics'
import { Banner } from './banner'
import { Card } from './card'
import { clearOf } from './clear-of'
import { ClockPanel } from './clock-panel'
import { FigurePanel } from './figure-panel'
import { Legend } from './legend'
import { NearPanel } from './near-panel'
import { placed } from './panel'
import { sceneCamera } from './scene-camera'
import { TakeOverBanner } from './take-over-banner'
import { takeOverCamera, takeOverPaint } from './take-over-map'
import { useSources } from './use-sources'
import './wall.css'
import { REFUSAL, WORDS } from './words'

const MapPanel = lazy(() => import('./map-panel'))

/** The smallest text of the map, px before it is magnified. */
const MAP_TEXT_PX = 14
/** How long each of several alarms is told of in full. */
const FOCUS_MS = 12 * SECOND_MS
const NEAREST = 3

interface Props {
  readonly width: number
  readonly height: number
  readonly profile: WallProfile
  readonly view: View
  readonly layout: SceneLayout
  readonly figures: readonly string[]
  readonly mocked: boolean
  /** Occurrences of the alarms that hold the wall; none: the scene is shown. */
  readonly heldBy: readonly string[]
  /** Told whenever it changes, the first time too: what waits for an answer. */
  readonly onUrgent: (urgent: readonly Urgent[]) => void
  /** What is wrong with the script, in few words; null: nothing. */
  readonly fault: string | null
}

/** One scene of the wall, or the alarms that took it over, at any size. */
export function Picture({ width, height, profile, view, fault, mocked, ...props }: Props) {
  const { layout, figures, heldBy, onUrgent } = props
  const say = useSay()
  const lang = useLang()
  const flavour = useFlavour()
  const [zoom, setZoom] = useState(6)
  const [noWebgl, setNoWebgl] = useState(false)
  const [isLost, setLost] = useState(false)
  const sources = useSources(view.span)
  const { readings, now, meta, region, areas } = sources
  const turn = Math.floor((useServerNow(FOCUS_MS) ?? now) / FOCUS_MS)
  const topics = useTopics(sources, { zoom, flavour, lang, selectedId: null }, view.selected)

  const whole = wholeOf(topics)
  const attention = useMemo(() => attentionOf(topics), [topics])
  const urgent = useMemo(
    () => (whole ? (ON_WALLS[whole.topic.id]?.urgent?.(whole.data) ?? []) : []),
    [whole],
  )
  // Before it is painted: the hall must not see the scene again between two steps of the ladder.
  useLayoutEffect(() => onUrgent(urgent), [urgent, onUrgent])

  const held = useMemo(
    () => urgent.filter(({ occurrence }) => heldBy.includes(occurrence)),
    [urgent, heldBy],
  )
  const focus = held[turn % Math.max(1, held.length)] ?? null
  const units = readings.units.snapshot?.items
  const near = useMemo(
    () =>
      focus?.position && units
        ? nearestUnits(units, focus.position, focus.areaCode, now, NEAREST)
        : null,
    [focus, units, now],
  )

  const type = wallType(profile, width, faceHeights(NOTO_HEIGHTS))
  const isMapless = noWebgl || (layout === 'figures' && held.length === 0)
  const shows = isMapless ? 'figures' : layout === 'map' && held.length === 0 ? 'map' : null
  const { displays } = profile
  const plan = useMemo(
    () => wallLayout({ width, height, body: type.body, displays, ...(shows && { shows }) }),
    [width, height, type.body, displays, shows],
  )
  const magnify = type.body / MAP_TEXT_PX

  // What needs a response is drawn on every scene.
  const shown = useMemo(
    () =>
      topics.filter(
        ({ topic }) =>
          view.shown.includes(topic.id) ||
          topic.tellsAll ||
          (held.length > 0 && ON_WALLS[topic.id]?.urgent),
      ),
    [topics, view.shown, held.length],
  )
  const painted = useMemo(
    () => [
      ...shown.flatMap(({ depiction }) => depiction.painted),
      ...(held.length > 0 ? takeOverPaint(held, focus, near, { flavour, lang }) : []),
    ],
    [shown, held, focus, near, flavour, lang],
  )
  const names = shown.map(({ topic }) => topic.id)
  const layers = useRef(() => summarise(painted, names))
  layers.current = () => summarise(painted, names)
  useProbe(() => layers.current())

  const hasAnswer = now > 0
  useEffect(() => {
    if (noWebgl && hasAnswer) document.documentElement.dataset.ready = ''
  }, [noWebgl, hasAnswer])

  const wide = typeof plan === 'string' ? null : plan
  const mapWidth = wide?.map.width ?? width
  const mapHeight = wide?.map.height ?? height
  const cardWidth = Math.max(0, (wide?.card[0]?.width ?? 0) - (wide?.map.left ?? 0))
  const camera = useMemo(() => {
    const frame = { width: mapWidth / magnify, height: mapHeight / magnify }
    return (
      takeOverCamera(held, { ...frame, covered: cardWidth / magnify }) ??
      sceneCamera(view.camera, frame)
    )
  }, [held, view.camera, mapWidth, mapHeight, cardWidth, magnify])
  const isHeld = held.length > 0
  const clear = useMemo(() => {
    const over = wide ? [wide.foot, ...(isHeld ? wide.card : [wide.legend]), wide.clock] : []
    return clearOf(wide?.map, over, { width, height, displays }, magnify)
  }, [wide, isHeld, width, height, displays, magnify])
  const flashing = useMemo(
    () => urgent.flatMap(({ position }) => (position ? [position] : [])),
    [urgent],
  )

  if (!wide) {
    return (
      <div className="wall-face wall-refusal" style={{ width, height }}>
        <h1>{say(WORDS.noRoom)}</h1>
        <p>{say(REFUSAL[plan as keyof typeof REFUSAL])}</p>
      </div>
    )
  }

  const counted = whole ? (['alarms'] as const) : FEED_IDS
  const isBlind = counted.some((id) => ['stale', 'lost'].includes(readings[id].quality))
  const counts = Object.fromEntries(
    URGENCIES.map((urgency) => [
      urgency,
      hasAnswer ? countOf(attention.filter((one) => one.urgency === urgency)) : null,
    ]),
  ) as Record<Urgency, number | null>
  const provenance = meta?.provenance ?? (mocked ? 'simulated' : null)
  const stamp = (
    <>
      {isLost && <em className="wall-notice">{say(WORDS.loss)}</em>}
      {noWebgl && <em className="wall-notice">{say(WORDS.noWebgl)}</em>}
      {fault && <em className="wall-notice wall-script-fault">{fault}</em>}
      {provenance && provenance !== 'live' && (
        <b className="wall-stamp">{say(PROVENANCE_NAME[provenance])}</b>
      )}
    </>
  )
  const regionName = meta
    ? lang === 'zh'
      ? meta.region.name
      : meta.region.nameEn
    : say(WORDS.guizhou)
  const headlines = (held.length > 0 ? topics.map(({ topic }) => topic.id) : figures).flatMap(
    (id) => {
      const one = topics.find(({ topic }) => topic.id === id)
      const headline = one && !one.error ? ON_WALLS[id]?.headline?.(one.data) : undefined
      return headline ? [{ id, headline }] : []
    },
  )
  const facts = (focus && whole?.topic.describe(whole.data, focus.id)?.facts) ?? []
  const beside = topics.flatMap(({ topic, data, error }) =>
    focus?.position && !error
      ? (ON_WALLS[topic.id]?.headlineNear?.(data, focus.position) ?? [])
      : [],
  )[0]
  const [nearBox, howBox, ...left] = wide.tiles
  // The card stands where a second column has its figures.
  const tiles = focus ? left.filter((box) => box.left > 0) : wide.tiles
  return (
    <div
      className="wall-face"
      data-take-over={held.length}
      style={
        {
          width,
          height,
          '--u': `${type.body}px`,
          '--critical': `${type.critical}px`,
          '--least': `${type.least}px`,
          '--foot': `${wide.foot.width / magnify}px`,
        } as React.CSSProperties
      }
    >
      {!isMapless && (
        <section
          className="wall-map"
          style={placed(wide.map)}
          data-panel="map"
          aria-label={say(WORDS.mapLabel)}
        >
          <Suspense>
            <MapPanel
              painted={painted}
              hits={[]}
              extent={region}
              camera={camera}
              flavour={flavour}
              lang={lang}
              magnify={magnify}
              clear={clear}
              label={say(WORDS.mapLabel)}
              endures
              onZoomStep={setZoom}
              onReady={() => {
                document.documentElement.dataset.ready = ''
              }}
              onLoss={(state) => setLost(state === 'lost')}
              onUnavailable={() => setNoWebgl(true)}
              hasData={hasAnswer}
              flashing={flashing}
            />
          </Suspense>
        </section>
      )}
      {focus ? (
        <TakeOverBanner
          slots={wide.banner}
          focus={focus}
          unanswered={urgent.length}
          now={now}
          stamp={stamp}
        />
      ) : (
        <Banner
          slots={wide.banner}
          region={regionName}
          counts={counts}
          isBlind={hasAnswer && isBlind}
          unanswered={urgent.length}
          first={attention[0] ?? null}
          now={now}
          stamp={stamp}
        />
      )}
      {!isMapless && !focus && names.includes('incidents') && (
        <Legend box={wide.legend} span={view.span} />
      )}
      {focus && (
        <Card
          boxes={wide.card}
          focus={focus}
          all={urgent}
          facts={facts}
          figure={beside ?? null}
          body={type.body}
          now={now}
        />
      )}
      <ClockPanel box={wide.clock} />
      {focus && near && nearBox && (
        <NearPanel near={near} areas={areas} boxes={[nearBox, howBox]} />
      )}
      {tiles.map((box, i) => {
        const one = headlines[i]
        return one ? (
          <FigurePanel
            key={one.id}
            name={one.id}
            headline={one.headline}
            box={box}
            body={type.body}
          />
        ) : null
      })}
    </div>
  )
}
