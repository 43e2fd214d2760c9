import type { Pulse } from '../../../map/endurance/pulse'
import type { Phrase } from '../../../ui/words'

/** The page proves that its picture can move with every second of its clock; without a proof for so long it hangs. */
export const PATIENCE_MS = 1_700
/** With a picture owed for so long the map has stopped. */
export const OWED_MS = 1_400

/** The lamp's size, in font sizes of its title. */
export const WIDTH_EM = 20
export const HEIGHT_EM = 2.9
/** Its height where a display is too narrow for that: time, sign and reason each have a line. */
export const TALL_EM = 4.2
/** Narrower than this it is tall. */
export const FLAT_FROM_EM = 16
const BANNER_EM = 3.8
const BANNER_SHARE = 0.14

/** Where it stands, px from the wall's top left: under the banner, whole on one display. */
export function lampBox(
  criticalPx: number,
  { width, height, displays: [cols, rows] }: LampFrame,
): LampBox {
  const [pitch, high] = [width / cols, height / rows]
  const wide = Math.min(WIDTH_EM * criticalPx, 0.96 * pitch)
  const isTall = wide < FLAT_FROM_EM * criticalPx
  const tall = (isTall ? TALL_EM : HEIGHT_EM) * criticalPx
  const under = Math.max(BANNER_SHARE * height, BANNER_EM * criticalPx)
  // On the next display down where the seam would cross it.
  const row = Math.floor(under / high)
  const isCrossed = under + tall > (row + 1) * high && row + 1 < rows
  const top = isCrossed ? (row + 1) * high + (high - Math.min(high, tall)) / 2 : under
  const left = Math.floor(cols / 2) * pitch
  return { left: left + (pitch - wide) / 2, top, width: wide, height: tall }
}

export interface LampFrame {
  readonly width: number
  readonly height: number
  readonly displays: readonly [cols: number, rows: number]
}

type LampBox = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>

/** Why a picture stands still; `hung` is what the worker finds when nobody tells it anything any more. */
export type Stop = 'owing' | 'lost' | 'hung'

export const WORDS = {
  stopped: { zh: '画面停止', en: 'PICTURE STOPPED' },
  why: {
    owing: { zh: '地图不再绘制', en: 'the map draws no more' },
    lost: { zh: '显卡上下文丢失，正在恢复', en: 'graphics context lost, recovering' },
    hung: { zh: '页面无响应', en: 'the page does not answer' },
  },
} as const satisfies { stopped: Phrase; why: Record<Stop, Phrase> }

/** One proof of life, handed to the worker. */
export interface Beat {
  /** Time of day to be shown if this was the last one. */
  readonly clock: string
  /** Null: the picture moves, or could. */
  readonly stop: Exclude<Stop, 'hung'> | null
  /** Time of day at which it stopped. */
  readonly since: string
  readonly title: string
  readonly why: Readonly<Record<Stop, string>>
  readonly ink: string
  readonly ground: string
}

/** What the lamp says, or null while it is dark. */
export interface Lamp {
  readonly title: string
  readonly why: string
}

/** The lamp by the last beat and how long ago it came. */
export function lampOf(beat: Beat | null, silentMs: number): Lamp | null {
  if (!beat) return null
  if (silentMs > PATIENCE_MS)
    return { title: `${beat.title} ${beat.stop ? beat.since : beat.clock}`, why: beat.why.hung }
  if (beat.stop) return { title: `${beat.title} ${beat.since}`, why: beat.why[beat.stop] }
  return null
}

export const stopOf = ({ state }: Pulse): Beat['stop'] => (state === 'beating' ? null : state)
