import { type Beat, type Lamp, lampOf } from './lamp'

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
let shown = ''

// A worker has its own clock and its own way to the screen: it paints when the page no longer can.
addEventListener('message', ({ data }: MessageEvent<ToLamp>) => {
  if (data.is === 'canvas') {
    canvas = data.canvas
    font = data.font
  } else if (data.is === 'size') {
    if (canvas) Object.assign(canvas, { width: data.width, height: data.height })
    shown = ''
  } else {
    beat = data.beat
    heardAt = performance.now()
  }
  look()
})
setInterval(look, LOOK_MS)

function look(): void {
  const lamp = lampOf(beat, performance.now() - heardAt)
  const next = lamp ? `${lamp.title}\n${lamp.why}` : ''
  if (next === shown) return
  shown = next
  paint(lamp)
  postMessage(lamp !== null)
}

/** Hatched like everything that cannot be trusted, in the ink of the page: no hue of an alarm. */
function paint(lamp: Lamp | null): void {
  const context = canvas?.getContext('2d')
  if (!canvas || !context || !beat) return
  const { width, height } = canvas
  context.clearRect(0, 0, width, height)
  if (!lamp) return
  const edge = height * 0.12
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
  const bar = height * 0.09
  context.fillRect(2.4 * edge, height * 0.28, bar, height * 0.44)
  context.fillRect(2.4 * edge + 2 * bar, height * 0.28, bar, height * 0.44)
  const left = 2.4 * edge + 4.4 * bar
  line(context, lamp.title, left, height * 0.42, height * 0.36, 600)
  line(context, lamp.why, left, height * 0.74, height * 0.2, 500)
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
  const room = context.canvas.width - x - context.canvas.height * 0.3
  const fits = Math.min(1, room / context.measureText(text).width)
  if (fits < 1) context.font = `${weight} ${size * fits}px ${font}`
  context.fillText(text, x, y)
}
