import { type Beat, FLAT_FROM_EM, HEIGHT_EM, type Lamp, lampOf, PATIENCE_MS, TALL_EM } from './lamp'

/** The canvas comes once, sizes and beats for as long as the page can send them. */
export type ToLamp =
  | { readonly is: 'canvas'; readonly canvas: OffscreenCanvas; readonly font: string }
  | { readonly is: 'size'; readonly width: number; readonly height: number }
  | { readonly is: 'beat'; readonly beat: Beat }

let canvas: OffscreenCanvas | null = null
let font = 'sans-serif'
let beat: Beat | null = null
let heardAt = 0
/** Falls due when the next beat does not come. */
let due: ReturnType<typeof setTimeout> | undefined
/** A compositor that is behind may drop what was painted once, and a lamp that went out must not stay on the wall. */
const PAINTS = 3
const APART_MS = 400
let paintsLeft = 0
let again: ReturnType<typeof setTimeout> | undefined
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
    look()
    clearTimeout(due)
    due = setTimeout(look, PATIENCE_MS + 1)
  }
})

function look(): void {
  const lamp = lampOf(beat, performance.now() - heardAt)
  const next: string = lamp ? `${lamp.title}\n${lamp.why}` : ''
  const lit = lamp !== null
  if (next !== shown) {
    shown = next
    paintsLeft = PAINTS
    if (lit !== told) postMessage(lit)
    told = lit
  }
  if (paintsLeft === 0) return
  paintsLeft--
  paint(lamp)
  clearTimeout(again)
  again = setTimeout(look, APART_MS)
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
  const isTall = width * TALL_EM < height * FLAT_FROM_EM
  const em = height / (isTall ? TALL_EM : HEIGHT_EM)
  const edge = 0.26 * em
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
  const middle = height / 2 / em
  context.fillRect(0.7 * em, (middle - 0.7) * em, 0.3 * em, 1.4 * em)
  context.fillRect(1.3 * em, (middle - 0.7) * em, 0.3 * em, 1.4 * em)
  if (isTall) {
    // Its last word is the time.
    const cut = lamp.title.lastIndexOf(' ')
    line(context, lamp.title.slice(0, cut), 2 * em, 1 * em, em, 600)
    line(context, lamp.title.slice(cut + 1), 2 * em, 2.15 * em, em, 600)
    line(context, lamp.why, 2 * em, 3.25 * em, 0.84 * em, 500)
    return
  }
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
