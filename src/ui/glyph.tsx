import { GLYPH_PATHS } from './glyph-paths'
import type { GlyphName } from './glyphs'
import { URGENCY_CASING, URGENCY_HUE, type Urgency } from './tokens'

interface GlyphProps {
  readonly name: GlyphName
  /** Side in rem. */
  readonly size?: number
  readonly colour?: string
  readonly casing?: string
}

/** One of the product's own symbols. Decorative: the words stand beside it. */
export function Glyph({ name, size = 1, colour = 'currentColor', casing }: GlyphProps) {
  return (
    <svg
      className="glyph"
      viewBox="0 0 24 24"
      width={`${size}rem`}
      height={`${size}rem`}
      aria-hidden="true"
    >
      <path
        d={GLYPH_PATHS[name]}
        fill={colour}
        fillRule="evenodd"
        stroke={casing ?? 'none'}
        strokeWidth={casing ? 1.6 : 0}
        paintOrder="stroke"
      />
    </svg>
  )
}

export const URGENCY_SHAPE: Record<Urgency, GlyphName> = {
  p1: 'octagon',
  p2: 'triangle',
  p3: 'square',
  p4: 'circle',
}

/** An urgency in shape, colour and digit. `hollow` where there is none of it: zero is information. */
export function UrgencyMark({
  urgency,
  digit = true,
  hollow = false,
}: {
  readonly urgency: Urgency
  readonly digit?: boolean
  readonly hollow?: boolean
}) {
  const path = GLYPH_PATHS[URGENCY_SHAPE[urgency]]
  return (
    <svg className="urgency-mark" viewBox="-1 -1 26 26" aria-hidden="true">
      {hollow ? (
        <path d={path} fill="none" stroke="var(--ink3)" strokeWidth={1.5} />
      ) : (
        <path d={path} fill={URGENCY_HUE[urgency]} stroke={URGENCY_CASING} strokeWidth={1} />
      )}
      {digit && !hollow && (
        <text x="12" y={urgency === 'p2' ? 19 : 17} textAnchor="middle" fill={URGENCY_CASING}>
          {urgency.slice(1)}
        </text>
      )}
    </svg>
  )
}
