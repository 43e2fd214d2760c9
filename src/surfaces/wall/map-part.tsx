import { lazy, Suspense, useMemo, useRef } from 'react'
import type { WallLayout } from '../../domain/wall-layout'
import type { WallProfile } from '../../domain/wall-profile'
import { LOSS_LADDER } from '../../map/endurance/loss-ladder'
import { keepClear } from '../../map/keep-clear'
import { ON_WALLS } from '../../topics/on-walls'
import { useFlavour, useLang, useSay } from '../../ui/lang'
import type { Camera } from '../../view/view'
import { summarise } from '../probe'
import { useProbe } from '../use-probe'
import { clearOf } from './clear-of'
import { placed } from './panel'
import { sceneCamera } from './scene-camera'
import { takeOverCamera, takeOverPaint } from './take-over-map'
import type { Situation } from './use-situation'
import { WORDS } from './words'

const MapPanel = lazy(() => import('./map-panel'))

interface Props {
  readonly situation: Situation
  readonly layout: WallLayout
  readonly size: { readonly width: number; readonly height: number }
  readonly displays: WallProfile['displays']
  readonly magnify: number
  /** Of the scene; null: the whole region. */
  readonly camera: Camera | null
  /** False where figures stand in its place: what it would draw is told all the same. */
  readonly isShown: boolean
  /** For which everything is depicted. */
  readonly zoom: number
  /** Something is told of the wall itself, over the map. */
  readonly isTold: boolean
  readonly onZoomStep: (zoom: number) => void
  readonly onLost: (isLost: boolean) => void
  readonly onUnavailable: () => void
}

const ready = () => {
  document.documentElement.dataset.ready = ''
}

/** The map of a scene, or of the alarms that hold the wall. */
export function MapPart({ situation, layout, displays, magnify, zoom, ...props }: Props) {
  const { isShown, isTold } = props
  const { camera: asked, onZoomStep, onLost, onUnavailable } = props
  const { width, height } = props.size
  const { held, near, shown, whole, leadId, region, now } = situation
  const say = useSay()
  const lang = useLang()
  const flavour = useFlavour()
  const painted = useMemo(
    () => [
      ...shown.flatMap(({ depiction }) => depiction.painted),
      ...(held.length > 0 ? takeOverPaint(held, near, flavour) : []),
    ],
    [shown, held, near, flavour],
  )
  const names = shown.map(({ topic }) => topic.id)
  const layers = useRef(() => summarise(painted, names))
  layers.current = () => summarise(painted, names)
  useProbe(() => layers.current())

  const { width: mapWidth, height: mapHeight, left, top } = layout.map
  const covered = Math.max(0, (layout.card[0]?.width ?? 0) - left)
  const roof = isTold ? layout.notice.top + layout.notice.height - top : 0
  const camera = useMemo(() => {
    const frame = { width: mapWidth / magnify, height: mapHeight / magnify }
    return (
      takeOverCamera(held, { ...frame, covered: covered / magnify, roof: roof / magnify }) ??
      sceneCamera(asked, frame)
    )
  }, [held, asked, mapWidth, mapHeight, covered, roof, magnify])
  const isHeld = held.length > 0
  const clear = useMemo(() => {
    const over = [
      layout.foot,
      ...(isHeld ? layout.card : [layout.legend]),
      ...(isTold ? [layout.notice] : []),
      layout.clock,
    ]
    return keepClear(clearOf(layout.map, over, { width, height, displays }, magnify))
  }, [layout, isHeld, isTold, width, height, displays, magnify])
  const flashing = useMemo(
    () => (whole && ON_WALLS[whole.topic.id]?.flashing?.(whole.data, { zoom, leadId })) ?? [],
    [whole, leadId, zoom],
  )

  if (!isShown) return null
  return (
    <section
      className="wall-map"
      style={placed(layout.map)}
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
          endures={LOSS_LADDER}
          onZoomStep={onZoomStep}
          onReady={ready}
          onLoss={(state) => onLost(state === 'lost')}
          onUnavailable={onUnavailable}
          hasData={now > 0}
          flashing={flashing}
        />
      </Suspense>
    </section>
  )
}
