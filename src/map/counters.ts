import type { Losses } from './context-loss'
import type { Rung } from './endurance/loss-ladder'

let frameCount = 0
let byteCount = 0
let lossCounts: Losses = { lost: 0, recovered: 0 }

/** Pictures drawn by map and overlay since the start of the page, each counted. */
export function frames(): number {
  return frameCount
}

/** Bytes handed to the GPU since the start of the page: buffers and textures, of both contexts. */
export function uploads(): number {
  return byteCount
}

/** WebGL contexts lost, and pictures that came back whole. */
export function losses(): Losses {
  return lossCounts
}

let rungNow: Rung | null = null

/** How much of the picture is drawn; null before there is a map. */
export function rung(): Rung | null {
  return rungNow
}

export function noteRung(now: Rung): void {
  rungNow = now
}

export function countFrame(): void {
  frameCount++
}

export function countLoss(change: Partial<Losses>): Losses {
  lossCounts = {
    lost: lossCounts.lost + (change.lost ?? 0),
    recovered: lossCounts.recovered + (change.recovered ?? 0),
  }
  return lossCounts
}

const UPLOADS = [
  'bufferData',
  'bufferSubData',
  'texImage2D',
  'texSubImage2D',
  'texImage3D',
  'texSubImage3D',
] as const

let watching = false

/** Counts from now on. On the prototype, so that no call escapes before a library hands its context out. */
export function watchUploads(): void {
  if (watching || typeof WebGL2RenderingContext === 'undefined') return
  watching = true
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >
  for (const name of UPLOADS) {
    const original = prototype[name]
    if (!original) continue
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      byteCount += bytesOf(args)
      return original.apply(this, args)
    }
  }
}

/** A size alone sets memory aside and sends nothing. */
export function bytesOf(args: readonly unknown[]): number {
  for (const [i, arg] of args.entries()) {
    if (ArrayBuffer.isView(arg)) {
      // bufferData and bufferSubData may name a part of the view: source offset and length, in elements.
      const [offset, length] = i <= 2 ? [args[args.length > 3 ? 3 : i + 1], args[4]] : []
      const size = 'BYTES_PER_ELEMENT' in arg ? Number(arg.BYTES_PER_ELEMENT) : 1
      if (typeof length === 'number' && length > 0) return length * size
      return arg.byteLength - (typeof offset === 'number' && args.length > 3 ? offset * size : 0)
    }
    if (arg instanceof ArrayBuffer) return arg.byteLength
    if (typeof arg === 'object' && arg !== null && 'width' in arg && 'height' in arg)
      return Number(arg.width) * Number(arg.height) * 4
  }
  return 0
}
