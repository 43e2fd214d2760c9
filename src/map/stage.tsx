import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Flavour, TOKENS } from '../ui/tokens'
import type { Lang } from '../ui/words'
import type { Camera } from '../view/view'
import { attribution, isCovered, NO_BASEMAP } from './basemap/attribution'
import type { Box } from './boxes'
import type { Losses } from './context-loss'
import type { LossLadder } from './endurance/loss-ladder'
import { LiveStage } from './live-stage'
import './stage.css'
import type { Hit, Painted } from './paint'

export type ScreenPoint = readonly [xPx: number, yPx: number]

/** What no label lies across where the camera stands, as boxes of the whole world at its zoom; `keep-clear.ts` makes one. */
export type Clear = (
  camera: Camera,
  size: { readonly width: number; readonly height: number },
) => readonly Box[]

export interface StageProps {
  readonly painted: readonly Painted[]
  readonly hits: readonly Hit[]
  /** West, south, east, north: fitted where the camera is null. */
  readonly extent: readonly [west: number, south: number, east: number, north: number]
  /** Null: the whole extent. The stage moves there (≤ 800 ms) when it differs from where it stands. */
  readonly camera: Camera | null
  readonly flavour: Flavour
  readonly lang: Lang
  /** Everything on the map is drawn this many times larger, on screens read from afar; 1 unless told. */
  readonly magnify?: number
  /**
   * What no label lies across. The names of places are then placed with all other labels, so that none is under a
   * symbol. For screens that nobody moves by hand.
   */
  readonly clear?: Clear
  /** What a screen reader says of the map. */
  readonly label: string
  readonly onHover?: (hit: Hit | null, point: ScreenPoint) => void
  readonly onPick?: (hit: Hit | null) => void
  /** Asked where `hits` has nothing: what is too many to be listed there. */
  readonly seek?: (
    position: readonly [lng: number, lat: number],
    metresPerPx: number,
  ) => Promise<Hit | null>
  /** Whether a hand may take hold of it; the map then stays where it is. */
  readonly canDrag?: (hit: Hit) => boolean
  /** While it is dragged, degrees. */
  readonly onDrag?: (hit: Hit, position: readonly [lng: number, lat: number]) => void
  /** After a person moved the map, when it has come to rest. Owner of the camera is the URL. */
  readonly onCamera?: (camera: Camera) => void
  /** In half steps. Also called once at the start. */
  readonly onZoomStep?: (zoom: number) => void
  /** Something painted is on screen: once after each mount, and not before it is given. */
  readonly onReady?: () => void
  /** A banner is due while `state` is 'lost'. */
  readonly onLoss?: (state: 'lost' | 'recovered', losses: Losses) => void
  /**
   * Nobody stands by: after three losses within ten minutes the picture is drawn at half its resolution, after three
   * more not at all (`onUnavailable`).
   */
  readonly endures?: LossLadder
  /** There is no WebGL here at all, or no more: show tables. */
  readonly onUnavailable?: () => void
  /** Approval number of the officially shown map (审图号), shown beside the attribution. */
  readonly approval?: string
}

let live: LiveStage | null = null

/** Where the map stands now, for zoom buttons and exports; null before it is there. */
export function stageCamera(): Camera | null {
  return live && live.rung !== 'tables' ? live.camera() : null
}

/** Where places stand in the picture, told anew with every move; nothing before the map is there. */
export function watchProjection(
  listener: (project: (lng: number, lat: number) => ScreenPoint) => void,
): () => void {
  const stage = live
  if (!stage || stage.rung === 'tables') return () => {}
  const tell = () => listener(stage.project)
  tell()
  return stage.onScale(tell)
}

/** One map and one deck for the life of the page: mounted again, the same ones come back. One at a time. */
export function Stage(props: StageProps) {
  const host = useRef<HTMLDivElement>(null)
  const [stage, setStage] = useState<LiveStage | null>(null)
  const latest = useRef(props)
  latest.current = props

  useLayoutEffect(() => {
    try {
      live ??= new LiveStage(latest.current)
    } catch (error) {
      // No WebGL: the surface shows tables.
      console.warn('map:', error)
      latest.current.onUnavailable?.()
      return
    }
    if (live.rung === 'tables') {
      latest.current.onUnavailable?.()
      return
    }
    const { element } = live
    host.current?.append(element)
    live.attached()
    setStage(live)
    return () => element.remove()
  }, [])

  useEffect(() => stage?.set(props))

  // The map is laid out smaller and magnified as a whole, so that labels, symbols and pointers agree.
  const { magnify = 1 } = props
  const side = `${100 / magnify}%`

  return (
    <div
      className="stage"
      ref={host}
      style={{ width: side, height: side, transform: `scale(${magnify})` }}
    >
      <div className="stage-foot" style={{ color: TOKENS[props.flavour].ink3 }}>
        <span>
          {isCovered(props.extent)
            ? attribution(props.lang, props.approval)
            : NO_BASEMAP[props.lang]}
        </span>
        {stage && <ScaleBar stage={stage} />}
      </div>
    </div>
  )
}

function ScaleBar({ stage }: { readonly stage: LiveStage }) {
  const { metres, px } = useSyncExternalStore(stage.onScale, stage.scale)
  return (
    <span className="stage-scale" style={{ width: px }}>
      {metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}
    </span>
  )
}
