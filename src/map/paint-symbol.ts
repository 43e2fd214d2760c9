import { GLYPH_PATHS } from '../ui/glyph-paths'
import type { GlyphName } from '../ui/glyphs'
import { FONT_FAMILY } from '../ui/tokens'
import type { GlyphSymbol, PillSymbol, RingSymbol, SymbolLabel, SymbolSpec } from './symbol-spec'

const CASING = 1.6
const GLYPH_SIZE = 20
/** A shape with a digit is this large at least: a triangle of 20 px has no room for 14 px. */
const DIGIT_GLYPH_SIZE = 22
/** Least text of a symbol: what a wall magnifies until it can be read from its farthest seat. */
const TEXT_PX = 14
const RING_R = 16
const RING_STROKE = 4.5
const PILL = { width: 62, height: 26 } as const
const HALO_GAP = 4
const HALO_STROKE = 2

/** CSS px of a symbol's sprite, its own margin included. The symbol's place on the map is its centre. */
export function symbolSize(spec: SymbolSpec): { readonly width: number; readonly height: number } {
  const margin = spec.halo ? 2 * (HALO_GAP + HALO_STROKE) + 2 : 2
  if ('pill' in spec) return { width: PILL.width + margin, height: PILL.height + margin }
  if ('ring' in spec) return square(2 * RING_R + RING_STROKE + margin + 2)
  return square(Math.ceil(glyphSize(spec) + 2 * CASING + margin))
}

function glyphSize({ sizePx = GLYPH_SIZE, digit }: GlyphSymbol): number {
  return digit ? Math.max(sizePx, DIGIT_GLYPH_SIZE) : sizePx
}

/** Draws a symbol centred on the origin, in CSS px. */
export function paintSymbol(ctx: CanvasRenderingContext2D, spec: SymbolSpec): void {
  if ('pill' in spec) paintPill(ctx, spec)
  else if ('ring' in spec) paintRing(ctx, spec)
  else paintGlyph(ctx, spec)
  if (spec.halo) paintHalo(ctx, spec, spec.halo)
}

function paintGlyph(ctx: CanvasRenderingContext2D, spec: GlyphSymbol): void {
  const size = glyphSize(spec)
  glyph(ctx, spec.shape, 0, 0, size, spec.fill, spec.casing, spec.stale)
  if (spec.digit) {
    const drop = spec.shape === 'triangle' ? size * 0.14 : 0
    const px = Math.max(TEXT_PX, size * (spec.digit.length > 1 ? 0.52 : 0.64))
    text(ctx, spec.digit, 0, drop, px, spec.casing ?? '#14181D', 600, spec.stale && spec.fill)
  }
}

function paintRing(ctx: CanvasRenderingContext2D, { ring }: RingSymbol): void {
  ctx.fillStyle = ring.ground
  ctx.beginPath()
  ctx.arc(0, 0, RING_R + RING_STROKE / 2 + 1, 0, TURN)
  ctx.fill()
  ctx.lineWidth = RING_STROKE
  ctx.strokeStyle = ring.track
  arc(ctx, RING_R, 0, 1)
  ctx.stroke()
  if (ring.share !== null && ring.share > 0) {
    ctx.strokeStyle = ring.arc
    ctx.setLineDash(ring.stale ? [3, 3] : [])
    arc(ctx, RING_R, 0, Math.min(1, ring.share))
    ctx.stroke()
    ctx.setLineDash([])
  }
  ctx.lineWidth = 1.2
  for (const tick of [0.8, 0.9, 1]) {
    const a = tick * TURN - TURN / 4
    const [inner, outer] = [RING_R - RING_STROKE / 2 - 0.5, RING_R + RING_STROKE / 2 + 1]
    ctx.strokeStyle = ring.ground
    ctx.beginPath()
    ctx.moveTo(inner * Math.cos(a), inner * Math.sin(a))
    ctx.lineTo(outer * Math.cos(a), outer * Math.sin(a))
    ctx.stroke()
  }
  if (ring.stale) hatch(ctx, ring.ink, () => ctx.arc(0, 0, RING_R - RING_STROKE / 2 - 1, 0, TURN))
  else text(ctx, ring.text, 0, 0.5, TEXT_PX, ring.ink, 500)
}

function paintPill(ctx: CanvasRenderingContext2D, { pill }: PillSymbol): void {
  const [x, y] = [-PILL.width / 2, -PILL.height / 2]
  ctx.beginPath()
  ctx.roundRect(x + 0.5, y + 0.5, PILL.width - 1, PILL.height - 1, 3)
  ctx.fillStyle = pill.ground
  ctx.fill()
  ctx.lineWidth = 1
  ctx.strokeStyle = pill.border
  ctx.stroke()
  // What is old is hatched, and what it says lies on a patch of the ground.
  const patch = pill.stale && pill.ground
  if (patch) hatch(ctx, pill.border, () => ctx.rect(x + 1, y + 1, PILL.width - 2, PILL.height - 2))
  const casing = pill.shapeCasing ?? (patch || null)
  if (pill.known === null) {
    glyph(ctx, pill.shape, x + 14, 0, 18, pill.shapeFill ?? pill.ink, casing)
    text(ctx, pill.text, 9, 0.5, 16, pill.ink, 600, patch)
    return
  }
  glyph(ctx, pill.shape, x + 13, -2.5, 13, pill.shapeFill ?? pill.ink, casing)
  text(ctx, pill.text, 8, -2, TEXT_PX, pill.ink, 500, patch)
  const [left, width, top, height] = [x + 6, PILL.width - 12, y + PILL.height - 7, 3]
  const known = Math.min(1, Math.max(0, pill.known))
  const unknown = Math.min(1 - known, Math.max(0, pill.unknown))
  ctx.fillStyle = pill.track
  ctx.fillRect(left, top, width, height)
  ctx.fillStyle = pill.ink
  ctx.fillRect(left, top, width * known, height)
  if (unknown > 0)
    hatch(
      ctx,
      pill.ink,
      () => ctx.rect(left + width * known, top - 1, width * unknown, height + 2),
      3,
    )
}

function paintHalo(ctx: CanvasRenderingContext2D, spec: SymbolSpec, colour: string): void {
  const { width, height } = symbolSize(spec)
  ctx.lineWidth = HALO_STROKE
  ctx.strokeStyle = colour
  ctx.beginPath()
  if ('pill' in spec) ctx.roundRect(2 - width / 2, 2 - height / 2, width - 4, height - 4, 7)
  else ctx.arc(0, 0, width / 2 - 2, 0, TURN)
  ctx.stroke()
}

const LABEL_SIZE = 14
const LABEL_HALO = 3

/** CSS px of a label. Estimated: a CJK character is a square, others a little over half of one. */
export function labelSize(label: SymbolLabel): { readonly width: number; readonly height: number } {
  const size = label.sizePx ?? LABEL_SIZE
  let ems = 0
  for (const char of label.text) ems += /[\u2e80-\uffef]/.test(char) ? 1 : 0.58
  return { width: Math.ceil(ems * size) + 2 * LABEL_HALO, height: Math.ceil(size * 1.3) }
}

/** Draws a label centred on the origin, in CSS px. */
export function paintLabel(ctx: CanvasRenderingContext2D, label: SymbolLabel): void {
  const { width } = labelSize(label)
  ctx.font = `500 ${label.sizePx ?? LABEL_SIZE}px ${FONT_FAMILY}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  ctx.lineWidth = 1.5 * LABEL_HALO
  ctx.strokeStyle = label.halo
  ctx.strokeText(label.text, 0, 0.5, width)
  ctx.fillStyle = label.colour
  ctx.fillText(label.text, 0, 0.5, width)
}

const TURN = 2 * Math.PI
const square = (side: number) => ({ width: side, height: side })

function glyph(
  ctx: CanvasRenderingContext2D,
  name: GlyphName,
  x: number,
  y: number,
  size: number,
  fill: string,
  casing: string | null,
  stale?: boolean,
): void {
  const path = new Path2D(GLYPH_PATHS[name])
  ctx.save()
  ctx.translate(x - size / 2, y - size / 2)
  ctx.scale(size / 24, size / 24)
  if (casing) {
    ctx.lineJoin = 'round'
    ctx.lineWidth = (2 * CASING * 24) / size
    ctx.strokeStyle = casing
    ctx.stroke(path)
    // Holes show the casing, not the map: a bar stays readable on any ground.
    ctx.fillStyle = casing
    ctx.fill(path, 'nonzero')
  }
  ctx.fillStyle = fill
  ctx.fill(path, 'evenodd')
  if (stale) {
    ctx.clip(path, 'evenodd')
    stripes(ctx, casing ?? '#14181D', 6, 2)
  }
  ctx.restore()
}

function arc(ctx: CanvasRenderingContext2D, r: number, from: number, to: number): void {
  ctx.beginPath()
  ctx.arc(0, 0, r, from * TURN - TURN / 4, to * TURN - TURN / 4)
}

function text(
  ctx: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  px: number,
  fill: string,
  weight: number,
  patch?: string | false,
): void {
  ctx.font = `${weight} ${px}px ${FONT_FAMILY}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  if (patch) {
    ctx.lineJoin = 'round'
    ctx.lineWidth = 5
    ctx.strokeStyle = patch
    ctx.strokeText(words, x, y + px * 0.04)
  }
  ctx.fillStyle = fill
  ctx.fillText(words, x, y + px * 0.04)
}

/** Lines at 135° inside an outline: stale or unknown. */
function hatch(ctx: CanvasRenderingContext2D, ink: string, outline: () => void, every = 5): void {
  ctx.save()
  ctx.beginPath()
  outline()
  ctx.clip()
  stripes(ctx, ink, every, 1.3)
  ctx.restore()
}

function stripes(ctx: CanvasRenderingContext2D, ink: string, every: number, width: number): void {
  ctx.beginPath()
  for (let x = -80; x <= 80; x += every) {
    ctx.moveTo(x - 30, 30)
    ctx.lineTo(x + 30, -30)
  }
  ctx.lineWidth = width
  ctx.strokeStyle = ink
  ctx.stroke()
}
