import { type Beat, HEIGHT_EM, type Lamp, lampOf } from './lamp'

/** The canvas comes once, sizes and beats for as long as the page can send them. */
export type ToLamp =
  | { readonly is: 'canvas'; readonly canvas: OffscreenCanvas; readonly font: string }
  | { readonly is: 'size'; readonly width: number; readonly height: number }
  | { readonly is: 'beat'; readonly beat: Beat }

const LOOK_MS = 200

let canvas: OffscreenCanvas | null = null
let font = 'sans-serif'
let beat: Beat | null = null
let heardAt = 0
/** Null: what stands there is not ours yet. */
let shown: string | null = null
/** Whether the page was last told that it is lit. */
let told = false

// A worker has its own clock and its own way to the screen: it paints when the page no longer can.
addEventListener('message', ({ data }: MessageEvent<ToLamp>) => {
  if (data.is === 'canvas') {
    canvas = data.canvas
    font = data.font
  } else if (data.is === 'size') {
    if (canvas) Object.assign(canvas, { width: data.width, height: data.height })
    prime()
  } else {
    const isNew = beat?.title !== data.beat.title
    beat = data.beat
    heardAt = performance.now()
    if (isNew) prime()
  }
})
setInterval(look, LOOK_MS)

function look(): void {
  const lamp = lampOf(beat, performance.now() - heardAt)
  const next: string = lamp ? `${lamp.title}\n${lamp.why}` : ''
  if (next === shown) return
  shown = next
  paint(lamp)
  const lit = lamp !== null
  if (lit !== told) postMessage(lit)
  told = lit
}

/**
 * The whole lamp once, next to invisible and gone with the next look. To find a face for these letters at this size a
 * worker needs the page: one that asks for it when the page hangs waits with it, and nothing is painted.
 */
function prime(): void {
  const context = canvas?.getContext('2d')
  if (!context || !beat) return
  context.globalAlpha = 0.01
  for (const stop of ['hung', 'owing', 'lost'] as const)
    paint({ title: `${beat.title} ${beat.clock} 0123456789`, why: beat.why[stop] })
  context.globalAlpha = 1
  shown = null
}

/** Hatched like everything that cannot be trusted, in the ink of the page: no hue of an alarm. */
function paint(lamp: Lamp | null): void {
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return
  const { width, height } = canvas
  context.clearRect(0, 0, width, height)
  if (!lamp || !beat) return
  const edge = height * 0.09
  context.fillStyle = beat.ground
  context.fillRect(0, 0, width, height)
  context.strokeStyle = beat.ink
  context.lineWidth = edge * 0.3
  context.beginPath()
  for (let x = -height; x < width; x += edge) {
    context.moveTo(x, height)
    context.lineTo(x + height, 0)
  }
  context.stroke()
  context.fillRect(edge, edge, width - 2 * edge, height - 2 * edge)
  context.fillStyle = beat.ink
  const em = height / HEIGHT_EM
  context.fillRect(0.7 * em, 0.75 * em, 0.3 * em, 1.4 * em)
  context.fillRect(1.3 * em, 0.75 * em, 0.3 * em, 1.4 * em)
  line(context, lamp.title, 2.2 * em, 1.02 * em, em, 600)
  line(context, lamp.why, 2.2 * em, 2.02 * em, 0.84 * em, 500)
}

/** In one line, smaller where it would not fit. */
function line(
  context: OffscreenCanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
): void {
  context.textBaseline = 'middle'
  context.font = `${weight} ${size}px ${font}`
  const room = context.canvas.width - 1.3 * x
  const fits = Math.min(1, room / context.measureText(text).width)
  if (fits < 1) context.font = `${weight} ${size * fits}px ${font}`
  context.fillText(text, x, y)
}
