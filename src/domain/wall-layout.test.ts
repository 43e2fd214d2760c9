import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, crossesSeam, type WallFrame, type WallLayout, wallLayout } from './wall-layout'
import { NOTO_HEIGHTS, wallType } from './wall-profile'

/** What hangs in halls: width and farthest seat in m, px, displays. */
const WALLS: readonly (readonly [string, number, number, number, number, number, number])[] = [
  ['2 m read from 4 m, FHD', 2, 4, 1920, 1080, 1, 1],
  ['6 m read from 10 m, 4K', 6, 10, 3840, 2160, 1, 1],
  ['6 m of 5 x 5 displays', 6, 10, 3840, 2160, 5, 5],
  ['6 m of 3 x 3 displays', 6, 10, 3840, 2160, 3, 3],
  ['12 m read from 15 m, 8K', 12, 15, 7680, 4320, 1, 1],
  ['32:9 of LED', 10, 12, 6656, 1792, 1, 1],
  ['98 inches, 4K', 2.17, 4, 3840, 2160, 1, 1],
  ['P1.5 LED', 4.8, 8, 3200, 1800, 1, 1],
]

const frameOf = ([
  ,
  widthM,
  seatM,
  width,
  height,
  cols,
  rows,
]: (typeof WALLS)[number]): WallFrame => {
  const displays = [cols, rows] as const
  const profile = { widthM, seatM, pixels: [width, height] as const, displays }
  return { width, height, displays, body: wallType(profile, width, NOTO_HEIGHTS).body }
}

const boxesOf = ({ banner, clock, tiles, legend, foot, notice }: WallLayout): readonly Box[] => [
  ...banner,
  clock,
  ...tiles,
  legend,
  foot,
  notice,
]

const overlap = (a: Box, b: Box) =>
  a.left + 1 < b.left + b.width &&
  b.left + 1 < a.left + a.width &&
  a.top + 1 < b.top + b.height &&
  b.top + 1 < a.top + a.height

function expectSound(layout: WallLayout, frame: WallFrame) {
  const panels = [...new Set([...layout.banner, layout.clock, ...layout.tiles, layout.map])]
  for (const [i, a] of panels.entries())
    for (const b of panels.slice(i + 1)) expect(overlap(a, b), JSON.stringify([a, b])).toBe(false)
  const [first, ...others] = layout.sceneBanner
  // Side by side, from edge to edge of the other banner.
  let end = (first?.left ?? Number.NaN) + (first?.width ?? 0)
  for (const { left, width } of others) {
    expect(left).toBeCloseTo(end)
    end = left + width
  }
  const last = layout.banner.at(-1)
  expect(end).toBeCloseTo((last?.left ?? Number.NaN) + (last?.width ?? 0))
  for (const box of [...boxesOf(layout), ...layout.sceneBanner, ...layout.card]) {
    expect(crossesSeam(box, frame), JSON.stringify(box)).toBe(false)
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.top + box.height).toBeLessThanOrEqual(frame.height + 1)
  }
}

describe.each(WALLS)('%s', (...wall) => {
  const frame = frameOf(wall)
  const layout = wallLayout(frame)

  it('has a place for everything, none over another and none across a seam', () => {
    if (typeof layout === 'string') throw new Error(layout)
    expectSound(layout, frame)
    expect(overlap(layout.legend, layout.foot)).toBe(false)
    for (const box of [layout.legend, layout.foot, ...layout.card, ...layout.banner])
      expect(overlap(layout.notice, box), JSON.stringify([layout.notice, box])).toBe(false)
    expect(layout.banner).toHaveLength(4)
    expect(layout.tiles.length).toBeGreaterThanOrEqual(3)
    // Banner, map, clock and figures.
    expect(3 + layout.tiles.length).toBeLessThanOrEqual(7)
  })

  it('has a place for what is told of the wall itself, which figures alone leave free', () => {
    const alone = wallLayout({ ...frame, shows: 'figures', isTold: true })
    if (typeof alone === 'string') throw new Error(alone)
    expect(alone.tiles.length).toBeGreaterThanOrEqual(2)
    for (const tile of alone.tiles) expect(overlap(alone.notice, tile)).toBe(false)
    const { width, height } = alone.notice
    expect((width * height) / frame.body ** 2).toBeGreaterThan(94)
  })

  it.each(['map', 'figures'] as const)('also where it shows the %s alone', (shows) => {
    const alone = wallLayout({ ...frame, shows })
    if (typeof alone === 'string') throw new Error(alone)
    if (shows === 'figures') expectSound({ ...alone, map: alone.banner[0] as Box }, frame)
    expect(alone.tiles).toHaveLength(shows === 'map' ? 0 : 4)
    for (const { width, height } of alone.tiles) {
      expect(width / frame.body).toBeGreaterThanOrEqual(12.5)
      expect(height / frame.body).toBeGreaterThanOrEqual(5.9)
    }
  })

  it('has room for four lines of guidance and their title', () => {
    if (typeof layout === 'string') throw new Error(layout)
    // Of five the first two are one photograph.
    const guidance = layout.card[layout.card.length >= 5 ? 2 : 1]
    // 30 minutes of arc for each line, 25 for the title.
    expect((guidance?.height ?? 0) / frame.body).toBeGreaterThanOrEqual(1.35 + 4 * 1.2 * 1.2 + 0.8)
  })

  it('gives every panel the room that its words need', () => {
    if (typeof layout === 'string') throw new Error(layout)
    for (const { width, height } of [layout.clock, ...layout.tiles]) {
      expect(width / frame.body).toBeGreaterThanOrEqual(12.5)
      expect(height / frame.body).toBeGreaterThanOrEqual(5.9)
    }
  })
})

it('is the grid of the drawings on 5 x 5 displays', () => {
  const layout = wallLayout(frameOf(WALLS[2] as (typeof WALLS)[number]))
  if (typeof layout === 'string') throw new Error(layout)
  expect(layout.map).toEqual({ left: 0, top: 216, width: 3072, height: 1944 })
  expect(layout.banner.map(({ left, width }) => [left, width])).toEqual([
    [0, 768],
    [768, 768],
    [1536, 768],
    [2304, 768],
  ])
  expect([layout.clock, ...layout.tiles].map(({ top, height }) => [top, height])).toEqual([
    [0, 432],
    [432, 432],
    [864, 432],
    [1296, 432],
    [1728, 432],
  ])
})

it.each([
  ['6656 x 1792', 10, 12, 6656, 1792],
  ['3840 x 1080', 8, 10, 3840, 1080],
  ['3840 x 1080, read from near', 8, 4, 3840, 1080],
] as const)(
  'gives what a wall of 32:9 has to spare to its columns: %s',
  (name, widthM, seatM, width, height) => {
    const layout = wallLayout(frameOf([name, widthM, seatM, width, height, 1, 1]))
    if (typeof layout === 'string') throw new Error(layout)
    expect(layout.map.width / layout.map.height).toBeLessThanOrEqual(1.8 + 1e-9)
    // As much to either side: the map stands in the middle.
    expect(layout.map.left).toBeCloseTo(width - layout.map.left - layout.map.width)
    expect(layout.tiles).toHaveLength(4)
  },
)

it('refuses displays that no line of text fits on', () => {
  const frame = { width: 3840, height: 2160, body: 52 }
  expect(wallLayout({ ...frame, displays: [12, 1] })).toBe('displays-too-small')
  expect(wallLayout({ ...frame, displays: [1, 9] })).toBe('displays-too-small')
})

it('refuses a wall that is too small for its seat', () => {
  expect(wallLayout({ width: 1920, height: 1080, body: 90, displays: [1, 1] })).toBe(
    'too-little-room',
  )
})

it('is sound or refused, whatever hangs there', () => {
  let sound = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 800, max: 8192 }),
      fc.double({ min: 0.25, max: 0.7, noNaN: true }),
      fc.double({ min: 0.004, max: 0.03, noNaN: true }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      (width, aspect, share, cols, rows) => {
        const frame = {
          width,
          height: Math.round(width * aspect),
          body: width * share,
          displays: [cols, rows] as const,
        }
        const layout = wallLayout(frame)
        if (typeof layout === 'string') return
        sound++
        expectSound(layout, frame)
      },
    ),
    { numRuns: 400 },
  )
  expect(sound).toBeGreaterThan(60)
})

it('gives figures alone as many places as there is room for, and never none', () => {
  const alone = (width: number, height: number, displays: readonly [number, number]) => {
    const plan = wallLayout({ width, height, body: 27.8, displays, shows: 'figures' })
    return typeof plan === 'string' ? plan : plan.tiles
  }
  // Four in the map's place.
  expect(alone(1920, 1080, [1, 1]).length).toBe(4)
  // Too low for two rows: the others stand in the columns, none over another.
  for (const [width, height] of [
    [1920, 420],
    [1400, 700],
    [2400, 500],
  ] as const) {
    const boxes = alone(width, height, [1, 1])
    if (typeof boxes === 'string') continue
    expect(boxes.length).toBeGreaterThan(1)
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.left + a.width <= b.left + 1 ||
          b.left + b.width <= a.left + 1 ||
          a.top + a.height <= b.top + 1 ||
          b.top + b.height <= a.top + 1
        expect(apart, JSON.stringify([width, height, a, b])).toBe(true)
      }
  }
})

it('gives guidance the height that its four lines need', () => {
  const card = (height: number) => {
    const plan = wallLayout({ width: 3328, height, body: 32, displays: [1, 1] })
    return typeof plan === 'string' ? [] : plan.card
  }
  expect(card(1800).length).toBe(4)
  expect(card(896).length).toBe(3)
})
