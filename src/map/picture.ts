import type { Layer, LayersList } from '@deck.gl/core'
import { inBandOrder } from './bands'
import { halfStep } from './camera'
import { type Claims, type InSight, NO_CLAIMS, placeClaims } from './claims'
import { placeLabels } from './declutter'
import { drawsTheSame, sameValue } from './endurance/same-picture'
import type { Painted } from './paint'
import type { StageProps } from './stage'
import { SymbolLayer } from './symbols'

interface Shown {
  readonly topic: string
  readonly layer: Layer
}

/** From where it is seen, and past what. */
interface Sight extends InSight {
  readonly clear: StageProps['clear']
}

/** What is painted and where its labels stand, as it was when it last said something else: the same again costs nothing. */
export class Picture {
  /** What must be seen, and what has given way to it. */
  claims: Claims = NO_CLAIMS
  private shown: readonly Shown[] = []
  private sight: Sight | null = null
  private placed: ReturnType<typeof placeLabels> = []

  /** Takes what is to be painted, sorted by band; false where it says what it said. */
  take(painted: readonly Painted[], sight: Sight): boolean {
    const { shown, placed, claims } = this
    const known = new Map(shown.map(({ layer }) => [layer.id, layer]))
    const now = inBandOrder(painted).map(({ topic, layer }): Shown => {
      const before = known.get(layer.id)
      return { topic, layer: before && drawsTheSame(before, layer) ? before : layer }
    })
    const isSame = sameValue(now, shown)
    if (isSame && sameValue(sight, this.sight)) return false
    this.shown = now
    this.sight = sight
    this.place(sight)
    return !(isSame && placed === this.placed && claims === this.claims)
  }

  /**
   * Twins of the callers' layers: a layer keeps what it owns on the context where it was first drawn, and a caller may
   * keep a layer beyond a loss.
   */
  layers(): LayersList {
    return this.shown.map(({ topic, layer }, i) =>
      layer instanceof SymbolLayer
        ? layer.clone({
            slots: this.placed[i] ?? null,
            gone: this.claims.gone.get(topic) ?? null,
          })
        : layer.clone({}),
    )
  }

  /** Labels against one another over all layers. */
  private place({ camera, width, height, clear }: Sight): void {
    const groups = this.shown.map(({ topic, layer }) => ({
      topic,
      items: layer instanceof SymbolLayer ? layer.props.data : [],
    }))
    // A camera that nobody moves by hand is known to the px.
    const zoom = clear ? camera.zoom : halfStep(camera.zoom)
    const kept = clear?.(camera, { width, height })
    const claims = placeClaims(groups, zoom, { camera, width, height }, kept)
    const placed = placeLabels(groups, zoom, kept, claims)
    if (!sameValue(placed, this.placed)) this.placed = placed
    if (!sameValue(claims, this.claims)) this.claims = claims
  }
}
