import { expect, it } from 'vitest'
import { arcMinutesOf, DEFAULT_PROFILE, NOTO_HEIGHTS, wallType } from '../domain/wall-profile'
import { faceHeights } from '../ui/face-heights'
import { paintLabel, paintSymbol } from './paint-symbol'
import type { PillSymbol, RingSymbol, SymbolSpec } from './symbol-spec'

/** Width and farthest seat in m, px across. */
const WALLS = [
  [2, 4, 1920],
  [6, 10, 3840],
  [12, 15, 7680],
  [10, 12, 6656],
  [2.17, 4, 3840],
  [4.8, 8, 3200],
] as const
/** What a wall magnifies until it is the body. */
const MAP_TEXT_PX = 14
const SCALE = 8
const SIDE = 96

const glyph = { fill: '#FFFFFF', casing: '#000000' } as const
const ring = {
  share: 0.5,
  arc: '#888888',
  track: '#444444',
  ground: '#000000',
  ink: '#FFFFFF',
} as const
const pill: PillSymbol['pill'] = {
  shape: 'circle',
  text: '23180',
  known: 0.5,
  unknown: 0,
  ink: '#FFFFFF',
  ground: '#000000',
  border: '#444444',
  track: '#444444',
}
/** Every symbol that holds text, and the same one without it. */
const SYMBOLS: readonly (readonly [name: string, full: SymbolSpec, bare: SymbolSpec])[] = [
  ...(['octagon', 'triangle', 'square', 'circle'] as const).flatMap((shape, i) =>
    [undefined, 20, 28].map((sizePx) => {
      const sized = { ...glyph, shape, ...(sizePx && { sizePx }) }
      const [full, bare] = [String(i + 1), ' '].map((digit) => ({ ...sized, digit }))
      return [`${shape} ${sizePx ?? ''}`, full, bare] as unknown as readonly [
        string,
        SymbolSpec,
        SymbolSpec,
      ]
    }),
  ),
  ...['83', '104'].map((text): readonly [string, RingSymbol, RingSymbol] => [
    `ring ${text}`,
    { ring: { ...ring, text } },
    { ring: { ...ring, text: '' } },
  ]),
  ['pill', { pill }, { pill: { ...pill, text: '' } }],
]

function pixels(spec: SymbolSpec): Uint8ClampedArray {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * SCALE
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
  ctx.scale(SCALE, SCALE)
  ctx.translate(SIDE / 2, SIDE / 2)
  paintSymbol(ctx, spec)
  return ctx.getImageData(0, 0, canvas.width, canvas.height).data
}

/** Height in px of what the text alone has coloured. */
function textHeight(full: SymbolSpec, bare: SymbolSpec): number {
  const [with_, without] = [pixels(full), pixels(bare)]
  const rows = new Set<number>()
  for (let i = 0; i < with_.length; i += 4)
    if (Math.abs((with_[i] ?? 0) - (without[i] ?? 0)) > 100)
      rows.add(Math.floor(i / 4 / SIDE / SCALE))
  return (Math.max(...rows) - Math.min(...rows) + 1) / SCALE
}

/** How many px differ plainly, of those that the first symbol covers. */
function sharePx(of: SymbolSpec, other: SymbolSpec): number {
  const [before, after] = [pixels(of), pixels(other)]
  let [covered, changed] = [0, 0]
  for (let i = 0; i < before.length; i += 4) {
    if ((before[i + 3] ?? 0) < 128) continue
    covered++
    if (Math.abs((before[i] ?? 0) - (after[i] ?? 0)) > 60) changed++
  }
  return changed / covered
}

it.each([
  ...(['incident-severe', 'incident-extreme', 'flame', 'triangle', 'place-overdue'] as const).map(
    (shape) =>
      [
        shape,
        { ...glyph, shape, sizePx: 12 },
        { ...glyph, shape, sizePx: 12, stale: true },
      ] as const,
  ),
  [
    'pill',
    { pill: { ...pill, border: '#777777' } },
    { pill: { ...pill, border: '#777777', stale: true } },
  ] as const,
])('an old %s is hatched: a tenth of it at least is of another shade, not half', (_, now, old) => {
  expect(sharePx(now, old)).toBeGreaterThan(0.1)
  expect(sharePx(now, old)).toBeLessThan(0.5)
})

it('little shows of a unit that glides beneath a name', () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * SCALE
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D
  ctx.scale(SCALE, SCALE)
  ctx.translate(SIDE / 2, SIDE / 2)
  ctx.fillStyle = '#FFFFFF'
  ctx.fillRect(0, -6, 12, 12)
  paintLabel(ctx, { text: '铜仁', colour: '#808080', halo: '#000000', priority: 1 })
  const side = 12 * SCALE
  const middle = (SIDE * SCALE) / 2
  const { data } = ctx.getImageData(middle, middle - side / 2, side, side)
  const shown = data.filter((value, i) => i % 4 === 0 && value > 200).length
  expect(shown / side ** 2).toBeLessThan(0.2)
})

it.each(SYMBOLS)('the text of a %s fills 20 minutes of arc on six walls', (_, full, bare) => {
  const height = textHeight(full, bare)
  for (const [widthM, seatM, across] of WALLS) {
    const profile = { ...DEFAULT_PROFILE, widthM, seatM }
    const { body } = wallType(profile, across, faceHeights(NOTO_HEIGHTS))
    const arc = arcMinutesOf(profile, height * (body / MAP_TEXT_PX), across)
    expect(arc, `${widthM} m from ${seatM} m`).toBeGreaterThanOrEqual(19.8)
  }
})
