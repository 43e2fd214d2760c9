import { corner, FOOT, LEGEND, noticeBox } from './wall-corners'
import { bannerSlots, sceneSlots } from './wall-slots'

/** Px from the wall's top left. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface WallFrame {
  readonly width: number
  readonly height: number
  /** Font size of the body, px: what every panel is measured by. */
  readonly body: number
  readonly displays: readonly [cols: number, rows: number]
  /** `map`: over all but the banner and the clock. `figures`: no map, the figures in its place. Both unless told. */
  readonly shows?: 'map' | 'figures'
  /** Something is told of the wall itself: figures alone leave its place free. */
  readonly isTold?: boolean
}

/** Where everything of a wall stands. No box of text lies across a seam between displays. */
export interface WallLayout {
  /** Four of a take-over, from left to right: what it is, where, how far it has been dealt with, since when. */
  readonly banner: readonly Box[]
  /** Four of a scene: who this is, how much is urgent, what is most urgent, what kind of data. */
  readonly sceneBanner: readonly Box[]
  readonly map: Box
  /** Clock and sources. */
  readonly clock: Box
  /** Room for figures, the most important first; two neighbours are merged by a take-over. */
  readonly tiles: readonly Box[]
  /** Over the map: the card of a take-over; one box for each display that it covers. */
  readonly card: readonly Box[]
  /** Over the map, bottom left and bottom right. */
  readonly legend: Box
  readonly foot: Box
  /** Top right, clear of the card: what is told of the wall itself. As high as it may become. */
  readonly notice: Box
}

export type LayoutRefusal = 'displays-too-small' | 'too-little-room'

/** Least room that the words of a panel need, in body sizes. */
const PANEL_WIDTH = 12.6
const PANEL_HEIGHT = 6
const BANNER_HEIGHT = 4.15
const SLOT_WIDTH = 8.6
/** Clock and four figures; with banner and map that makes seven panels. */
const MOST_PANELS = 5
const CARD_PARTS = 4
/** Four lines of guidance and their title: where a quarter has less, the card has three parts. */
const GUIDANCE_HEIGHT = 8
const COLUMN_SHARE = 1 / 5
/** A second column must leave at least this share of the wall to the map. */
const LEAST_MAP_SHARE = 0.45
/** A map wider than so many of its heights shows no more of the province, only ground beyond every basemap. */
const MOST_MAP_RATIO = 1.8
const MOST_COLUMN_SHARE = 0.3

/** The places of all panels, or why this wall cannot be read from its farthest seat. */
export function wallLayout(frame: WallFrame): WallLayout | LayoutRefusal {
  const { width, height, body, displays } = frame
  const [cols, rows] = displays
  const display = { width: width / cols, height: height / rows }
  if (cols > 1 && display.width < PANEL_WIDTH * body) return 'displays-too-small'
  if (rows > 1 && display.height < PANEL_HEIGHT * body) return 'displays-too-small'
  const narrow = Math.min(display.width, Math.max(width * COLUMN_SHARE, PANEL_WIDTH * body))
  const bannerHeight = Math.min(display.height, Math.max(BANNER_HEIGHT * body, height / 10))
  const isTwo = width - 2 * narrow >= LEAST_MAP_SHARE * width
  const spare = width - 2 * narrow - MOST_MAP_RATIO * (height - bannerHeight)
  const { right, left } = columns(frame, bannerHeight, isTwo, spare > 0)
  // What a very wide wall has to spare goes to the columns; where displays meet they keep to one.
  const column =
    cols === 1 && left.length > 0 && spare > 0
      ? Math.min(narrow + spare / 2, MOST_COLUMN_SHARE * width)
      : narrow
  if (right.length < 2 || width - column < LEAST_MAP_SHARE * width) return 'too-little-room'
  const [clock, ...tiles] = right.map((span) => ({ left: width - column, width: column, ...span }))
  const banner = bannerSlots(width - column, bannerHeight, cols === 1 ? null : display.width)
  if (!clock || banner.some((slot) => slot.width < SLOT_WIDTH * body)) return 'too-little-room'
  const mapLeft = left.length > 0 ? column : 0
  const map: Box =
    frame.shows === 'map'
      ? { left: 0, top: bannerHeight, width, height: height - bannerHeight }
      : {
          left: mapLeft,
          top: bannerHeight,
          width: width - column - mapLeft,
          height: height - bannerHeight,
        }
  const beside = [...tiles, ...left.map((span) => ({ left: 0, width: column, ...span }))]
  const notice = noticeBox({ ...map, left: column, width: width - 2 * column }, frame)
  const below = frame.isTold ? notice.top + notice.height : map.top
  const alone = quarters(
    { left: 0, top: below, width: width - column, height: height - below },
    frame,
  )
  return {
    banner,
    sceneBanner: cols === 1 ? sceneSlots(banner, body) : banner,
    map,
    clock,
    tiles:
      frame.shows === 'map'
        ? []
        : frame.shows === 'figures'
          ? [...alone, ...tiles].slice(0, MOST_PANELS - 1)
          : beside,
    card: cardSpans(frame, bannerHeight).map((span) => ({ left: 0, width: column, ...span })),
    legend: corner(map, LEGEND, body, display, 'left'),
    foot: corner(map, FOOT, body, display, 'right'),
    notice,
  }
}

type Span = Pick<Box, 'top' | 'height'>

/** Panels of the right column, and of a second one where the first has no room for all of them, or the wall to spare. */
function columns(
  { height, body, displays: [, rows] }: WallFrame,
  banner: number,
  isTwo: boolean,
  isWide: boolean,
) {
  const fit = Math.floor(height / rows / (PANEL_HEIGHT * body))
  if (rows === 1) {
    if ((fit < MOST_PANELS || isWide) && fit >= 3 && isTwo)
      return { right: evenly(0, height, 3), left: evenly(banner, height - banner, MOST_PANELS - 3) }
    return { right: evenly(0, height, Math.min(fit, MOST_PANELS)), left: [] }
  }
  const each = Math.max(1, Math.min(fit, Math.ceil(MOST_PANELS / rows)))
  const spans = evenly(0, height, rows * each)
  const right = spans.slice(0, MOST_PANELS)
  const last = right[MOST_PANELS - 1]
  // What is left over of its display goes to the last panel.
  if (last) {
    const display = Math.ceil((last.top + 1) / (height / rows)) * (height / rows)
    right[MOST_PANELS - 1] = { top: last.top, height: display - last.top }
  }
  const left = rows === 3 && right.length === 3 && isTwo ? spans.slice(1) : []
  return { right, left }
}

function evenly(from: number, height: number, count: number): Span[] {
  return Array.from({ length: count }, (_, i) => ({
    top: from + (i * height) / count,
    height: height / count,
  }))
}

/** The card's column under the banner, cut where displays meet; without seams, in four. */
function cardSpans({ height, body, displays: [, rows] }: WallFrame, banner: number): Span[] {
  if (rows === 1) {
    const room = height - banner
    const guidance = GUIDANCE_HEIGHT * body
    if (room / CARD_PARTS >= guidance) return evenly(banner, room, CARD_PARTS)
    const middle = Math.min(Math.max(room / (CARD_PARTS - 1), guidance), room)
    const each = (room - middle) / 2
    return [
      { top: banner, height: each },
      { top: banner + each, height: middle },
      { top: banner + each + middle, height: each },
    ]
  }
  return evenly(0, height, rows).flatMap((span) => {
    const top = Math.max(span.top, banner)
    const left = span.top + span.height - top
    return left >= span.height / 3 ? [{ top, height: left }] : []
  })
}

/** Four in the map's place, or two, or one: each on a display of its own where there are several; none without room. */
function quarters(map: Box, { body, displays, width, height }: WallFrame): Box[] {
  const [cols, rows] = displays
  const xs = cols === 1 ? halves(map.left, map.width) : whole(map.left, map.width, width / cols)
  const ys = rows === 1 ? halves(map.top, map.height) : whole(map.top, map.height, height / rows)
  const across = cols === 1 ? [{ from: map.left, size: map.width }] : xs.slice(0, 1)
  const down = rows === 1 ? [{ from: map.top, size: map.height }] : ys.slice(0, 1)
  const hasRoom = (one: Box) => one.width >= PANEL_WIDTH * body && one.height >= PANEL_HEIGHT * body
  const tried = [
    [xs, ys],
    [xs, down],
    [across, ys],
    [across, down],
  ] as const
  for (const [columns, lines] of tried) {
    const boxes = lines.flatMap(({ from: top, size: high }) =>
      columns.map(({ from: left, size: wide }) => ({ left, top, width: wide, height: high })),
    )
    if (boxes.length > 0 && boxes.every(hasRoom)) return boxes
  }
  return []
}

interface Piece {
  readonly from: number
  readonly size: number
}

const halves = (from: number, size: number): Piece[] => [
  { from, size: size / 2 },
  { from: from + size / 2, size: size / 2 },
]

/** The first and the middle one of the displays that lie whole inside. */
function whole(from: number, size: number, pitch: number): Piece[] {
  const first = Math.ceil((from - 0.5) / pitch)
  const count = Math.floor((from + size + 0.5) / pitch) - first
  if (count === 1) return [{ from: first * pitch, size: pitch }]
  return count < 1
    ? []
    : [first, first + Math.floor(count / 2)].map((n) => ({ from: n * pitch, size: pitch }))
}

/** Whether a box of text is cut by a seam; a px of tolerance. */
export function crossesSeam(
  { left, top, width, height }: Box,
  frame: Omit<WallFrame, 'body'>,
): boolean {
  const [cols, rows] = frame.displays
  const cut = (from: number, size: number, pitch: number) => {
    const seam = Math.ceil((from + 1) / pitch) * pitch
    return seam < from + size - 1
  }
  return (
    (cols > 1 && cut(left, width, frame.width / cols)) ||
    (rows > 1 && cut(top, height, frame.height / rows))
  )
}
