import type { GlyphName } from './glyphs'

/**
 * SVG path data in a 24 x 24 box, one colour, to be filled by the even-odd rule: an inner outline is a hole.
 * The arrow points north.
 */
export const GLYPH_PATHS: Record<GlyphName, string> = {
  octagon: polygon(8, 11, 22.5),
  triangle: 'M12 2 23 21.5H1Z',
  square: 'M3 3H21V21H3Z',
  circle: disc(10.5),

  arrow: 'M12 1 20.5 22.5 12 17.5 3.5 22.5Z',
  paused: `${disc(10)}M8.1 7.5H10.9V16.5H8.1ZM13.1 7.5H15.9V16.5H13.1Z`,
  silent: `${dashes(11, 8.8, 8)}M11 6H13V11.8L16.6 14.1 15.5 15.8 11 12.9Z`,

  // A watch place fills from below as its idleness grows; past the interval it is full, with a bar for each time over.
  'place-fresh': `${frame(4, 2)}M6 13H18V18H6Z`,
  'place-due': `${frame(4, 2)}M6 8.5H18V18H6Z`,
  'place-overdue': 'M4 4H20V20H4ZM7.5 10.9H16.5V13.1H7.5Z',
  'place-long-overdue': `${frame(1, 1.8)}M5 5H19V19H5ZM8 8.6H16V10.6H8ZM8 13.4H16V15.4H8Z`,
  'place-idle': `${frame(4, 2)}M8.5 11H15.5V13H8.5Z`,

  flame:
    'M12.4 1C13.6 6.2 19.5 9.4 19.5 15.2A7.5 7.5 0 0 1 4.5 15.2C4.5 11.6 6.6 9.6 7.8 7 8.6 8.6 9.4 9.6 10.6 10.2 11.6 7.4 12.6 4.6 12.4 1Z' +
    'M12 20.8A3.1 3.1 0 0 0 15.1 17.7C15.1 15.8 13.2 14.8 12 12.6 10.8 14.8 8.9 15.8 8.9 17.7A3.1 3.1 0 0 0 12 20.8Z',
  eye:
    'M12 4.5C6.5 4.5 2.8 8.8 1 12 2.8 15.2 6.5 19.5 12 19.5S21.2 15.2 23 12C21.2 8.8 17.5 4.5 12 4.5Z' +
    'M12 6.7C8 6.7 5.1 9.7 3.6 12 5.1 14.3 8 17.3 12 17.3S18.9 14.3 20.4 12C18.9 9.7 16 6.7 12 6.7Z' +
    disc(3.4),
  bolt: 'M14 1 4 13.8H10.8L9 23 20 9.6H13Z',
  barred: `${ring(11, 8.8)}M5.3 6.8 6.8 5.3 18.7 17.2 17.2 18.7Z`,
  question: `${dashedBox()}M9 9.6C9 7.6 10.4 6.4 12.1 6.4S15.1 7.6 15.1 9.2C15.1 11.4 13.1 11.6 13.1 13.4H11.1C11.1 10.8 13 10.6 13 9.3 13 8.7 12.6 8.3 12.1 8.3S11.1 8.7 11.1 9.6ZM11 15H13.2V17.2H11Z`,
  check: 'M9.5 19 2.5 12 4.6 9.9 9.5 14.8 19.4 4.9 21.5 7Z',
  clock: `${ring(11, 8.8)}M11 6H13V11.8L16.6 14.1 15.5 15.8 11 12.9Z`,
  hydrant:
    'M10.2 1H13.8V3.4A5 5 0 0 1 17.8 8.2H19V10.4H17.8V13H20V17.4H17.8V20.6H19.5V23H4.5V20.6H6.2V17.4H4V13H6.2V10.4H5V8.2H6.2A5 5 0 0 1 10.2 3.4Z' +
    disc(2.4, 12, 15.2),
  // An incident is a diamond that fills with its severity; the worst is called out.
  'incident-extreme':
    'M12 0.5 23.5 12 12 23.5 0.5 12ZM10.6 5.5H13.4V14H10.6ZM10.6 15.8H13.4V18.6H10.6Z',
  'incident-severe': 'M12 1.5 22.5 12 12 22.5 1.5 12Z',
  'incident-moderate': 'M12 2 22 12 12 22 2 12ZM12 5.1 5.6 11.5H18.4Z',
  'incident-minor': 'M12 2 22 12 12 22 2 12ZM12 5.1 5.1 12 12 18.9 18.9 12Z',

  village:
    'M12 1 16.6 5.8H15.4L18.8 10H17.4L22.5 15.4H19.6V23H14.2V18H9.8V23H4.4V15.4H1.5L6.6 10H5.2L8.6 5.8H7.4Z',
  pin: 'M12 22L5.9 12.4A7 7 0 1 1 18.1 12.4ZM12 6A3 3 0 1 0 12 12A3 3 0 1 0 12 6Z',
}

function polygon(corners: number, radius: number, turnDeg: number): string {
  const points = Array.from({ length: corners }, (_, i) =>
    at(turnDeg + (i * 360) / corners, radius),
  )
  return `M${points.join(' ')}Z`
}

function disc(r: number, x = 12, y = 12): string {
  return `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`
}

function ring(outer: number, inner: number): string {
  return disc(outer) + disc(inner)
}

function frame(inset: number, width: number): string {
  const box = (i: number) => `M${i} ${i}H${24 - i}V${24 - i}H${i}Z`
  return box(inset) + box(inset + width)
}

/** A ring of equal dashes, gaps half as long. */
function dashes(outer: number, inner: number, count: number): string {
  const step = 360 / count
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [i * step - step / 3, i * step + step / 3]
    return `M${at(from, outer)}A${outer} ${outer} 0 0 1 ${at(to, outer)}L${at(to, inner)}A${inner} ${inner} 0 0 0 ${at(from, inner)}Z`
  }).join('')
}

/** Corners and the middle of each side of a square. */
function dashedBox(): string {
  const corners = 'M2 2H7V4H4V7H2ZM17 2H22V7H20V4H17ZM20 17H22V22H17V20H20ZM2 17H4V20H7V22H2Z'
  return `${corners}M10 2H14V4H10ZM20 10H22V14H20ZM10 20H14V22H10ZM2 10H4V14H2Z`
}

/** A point on a circle round the centre, degrees clockwise from north. */
function at(deg: number, r: number): string {
  const a = (deg * Math.PI) / 180
  return `${round(12 + r * Math.sin(a))} ${round(12 - r * Math.cos(a))}`
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
