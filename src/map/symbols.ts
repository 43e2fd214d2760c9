import { CompositeLayer, type Layer } from '@deck.gl/core'
import type { LabelSide, SymbolItem } from './symbol-spec'

export * from './symbol-spec'

export interface SymbolLayerProps {
  readonly id: string
  /** Later items lie over earlier ones. */
  readonly data: readonly SymbolItem[]
  /** Which labels are drawn, and on which side. Set by the stage; null draws every label on its first side. */
  readonly slots?: ReadonlyMap<string, LabelSide> | null
}

/** Symbols and their labels; `new SymbolLayer({ id, data })`. Touches no canvas before it is on a GPU. */
export class SymbolLayer extends CompositeLayer<SymbolLayerProps> {
  static override layerName = 'SymbolLayer'

  override renderLayers(): Layer[] {
    return []
  }
}
