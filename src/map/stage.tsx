import type { Flavour } from '../ui/tokens'
import type { Lang } from '../ui/words'
import type { Camera } from '../view/view'
import type { Losses } from './context-loss'
import type { Hit, Painted } from './paint'

export type ScreenPoint = readonly [xPx: number, yPx: number]

export interface StageProps {
  readonly painted: readonly Painted[]
  readonly hits: readonly Hit[]
  /** West, south, east, north: fitted where the camera is null. */
  readonly extent: readonly [west: number, south: number, east: number, north: number]
  /** Null: the whole extent. The stage moves there (≤ 800 ms) when it differs from where it stands. */
  readonly camera: Camera | null
  readonly flavour: Flavour
  readonly lang: Lang
  /** What a screen reader says of the map. */
  readonly label: string
  readonly onHover?: (hit: Hit | null, point: ScreenPoint) => void
  readonly onPick?: (hit: Hit | null) => void
  /** After a person moved the map, when it has come to rest. Owner of the camera is the URL. */
  readonly onCamera?: (camera: Camera) => void
  /** In half steps. Also called once at the start. */
  readonly onZoomStep?: (zoom: number) => void
  /** The first data layer is on screen (or, with nothing painted, the basemap). */
  readonly onReady?: () => void
  /** A banner is due while `state` is 'lost'. */
  readonly onLoss?: (state: 'lost' | 'recovered', losses: Losses) => void
  /** There is no WebGL here at all: show tables. */
  readonly onUnavailable?: () => void
  /** Approval number of the officially shown map (审图号), shown beside the attribution. */
  readonly approval?: string
}

/** One map and one deck for the life of the page: mount it once, hide it rather than unmounting. */
export function Stage(_props: StageProps) {
  return <div />
}
