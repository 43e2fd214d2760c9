/**
 * Names of the one-colour symbols, shared by panels and map. Their outlines are SVG path data in a 24 x 24 box,
 * ideas from GA/T 492-2004, GB 13495.1 / ISO 7010 and Maki; drawn for this product.
 */
export const GLYPHS = [
  'octagon',
  'triangle',
  'square',
  'circle',
  'arrow',
  'paused',
  'silent',
  'place-fresh',
  'place-due',
  'place-overdue',
  'place-long-overdue',
  'place-idle',
  'flame',
  'eye',
  'bolt',
  'barred',
  'question',
  'check',
  'clock',
  'hydrant',
  'village',
  'incident-extreme',
  'incident-severe',
  'incident-moderate',
  'incident-minor',
  'pin',
] as const
export type GlyphName = (typeof GLYPHS)[number]
