import type { GlyphName } from '../ui/glyphs'
import type { Hex } from '../ui/tokens'

/**
 * How one symbol looks, as plain data: a topic makes it in pure code, `SymbolLayer` rasterises it beside the GPU.
 * Equal specs share one sprite. All sizes in CSS px.
 */
export type SymbolSpec = GlyphSymbol | RingSymbol | PillSymbol

/** One glyph of `ui/glyphs` in one colour. */
export interface GlyphSymbol {
  readonly shape: GlyphName
  readonly fill: Hex
  /** 1.6 px outline, usually the halo colour or URGENCY_CASING; null: none. */
  readonly casing: Hex | null
  /** Hatched in the casing colour: its word is old. */
  readonly stale?: boolean
  /** Side of the glyph's 24-box; 20 unless told, and 22 at least where it holds a digit. */
  readonly sizePx?: number
  /** At most two characters inside the shape, in the casing colour. */
  readonly digit?: string
  /** Clockwise from north. Rotates the sprite, digit and all. Not part of the sprite: turning costs nothing. */
  readonly angleDeg?: number
  /** A ring around the symbol (a P1, the selected item): 2 px, with a gap of 4 px. */
  readonly halo?: Hex
}

/** A share as a ring: r 16, stroke 4.5, ticks at 80, 90 and 100 %. */
export interface RingSymbol {
  readonly ring: {
    /** 0 to 1; beyond 1 the ring is closed and the number says the rest. Null: unknown, only the track. */
    readonly share: number | null
    /** Inside the ring, at most three characters: "83", "—". Left out where `stale`. */
    readonly text: string
    /** Hatched inside, arc in the colour given but dashed. */
    readonly stale?: boolean
    readonly arc: Hex
    readonly track: Hex
    /** Disc under the number. */
    readonly ground: Hex
    readonly ink: Hex
  }
  readonly halo?: Hex
}

/** A group of devices: 62 x 26, glyph, count, and a bar whose unknown share is hatched. */
export interface PillSymbol {
  readonly pill: {
    readonly shape: GlyphName
    /** Colour of the glyph; `ink` unless told. */
    readonly shapeFill?: Hex
    /** Casing of the glyph, where its colour needs one. */
    readonly shapeCasing?: Hex
    /** At most five characters. */
    readonly text: string
    /** 0 to 1: the part that is ready, drawn solid. Null: nothing is shared out, and there is no bar. */
    readonly known: number | null
    /** 0 to 1: the part that is unknown, drawn hatched after the solid one. */
    readonly unknown: number
    readonly ink: Hex
    readonly ground: Hex
    readonly border: Hex
    readonly track: Hex
    /** Hatched under what it says. */
    readonly stale?: boolean
  }
  readonly halo?: Hex
}

export const LABEL_SIDES = ['right', 'left', 'below', 'above'] as const
export type LabelSide = (typeof LABEL_SIDES)[number]

/** Text beside a symbol. Drawn where it finds a free slot, else not at all. */
export interface SymbolLabel {
  readonly text: string
  readonly colour: Hex
  readonly halo: Hex
  /** Higher is placed first, over all layers: selected 100, urgent 80, scenic area 50, unit 20. */
  readonly priority: number
  /** 14 unless told. */
  readonly sizePx?: number
  /** Tried in this order; right, left, below, above unless told. */
  readonly sides?: readonly LabelSide[]
}

/** One record of a `SymbolLayer`. */
export interface SymbolItem {
  readonly id: string
  readonly position: readonly [lng: number, lat: number]
  readonly spec: SymbolSpec
  /** From the position to the symbol's centre, CSS px, y down: a sign that must not cover what it stands for. */
  readonly offsetPx?: readonly [x: number, y: number]
  readonly label?: SymbolLabel
  /** So small and so many that a label may lie over it. */
  readonly yields?: boolean
  /**
   * It must be seen, and named wherever there is room: the places that it stands for. What other topics show there,
   * under it or under its name gives way, unless it was chosen. With no place (`[]`) only pills on it give way.
   */
  readonly claims?: readonly (readonly [lng: number, lat: number])[]
}
