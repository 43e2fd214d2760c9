import type { Pulse } from '../../../map/endurance/pulse'
import type { Phrase } from '../../../ui/words'

/** The page proves that its picture can move with every second of its clock; without a proof for so long it hangs. */
export const PATIENCE_MS = 1_700
/** With a picture owed for so long the map has stopped. */
export const OWED_MS = 1_400

/** The lamp's size, in font sizes of its title. */
export const WIDTH_EM = 20
export const HEIGHT_EM = 2.9

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
