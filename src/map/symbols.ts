import { CompositeLayer, type Layer, type UpdateParameters } from '@deck.gl/core'
import { IconLayer } from '@deck.gl/layers'
import { labelSize, paintLabel, paintSymbol, symbolSize } from './paint-symbol'
import { type Drawing, SpriteSheet } from './sprite-sheet'
import type { LabelSide, SymbolItem, SymbolLabel, SymbolSpec } from './symbol-spec'

export * from './symbol-spec'

export interface SymbolLayerProps {
  readonly id: string
  /** Later items lie over earlier ones. */
  readonly data: readonly SymbolItem[]
  /** Which labels are drawn, and on which side. Set by the stage; null draws every label on its first side. */
  readonly slots?: ReadonlyMap<string, LabelSide | null> | null
  /** What gives way to another layer's, by id; null: nothing. Set by the stage. */
  readonly gone?: ReadonlySet<string> | null
}

export const SIDES: readonly LabelSide[] = ['right', 'left', 'below', 'above']

/** Symbols and their labels; `new SymbolLayer({ id, data })`. Touches no canvas before it is on a GPU. */
export class SymbolLayer extends CompositeLayer<SymbolLayerProps> {
  static override layerName = 'SymbolLayer'
  static override defaultProps = {
    slots: { type: 'object', value: null, optional: true } as const,
    gone: { type: 'object', value: null, optional: true } as const,
  }

  declare state: {
    sheet: SpriteSheet
    shown: readonly SymbolItem[]
    labelled: readonly Labelled[]
  }

  override initializeState(): void {
    this.setState({ sheet: new SpriteSheet(this.context.device), shown: [], labelled: [] })
  }

  override updateState({ props, oldProps, changeFlags }: UpdateParameters<this>): void {
    const { slots, gone } = props
    if (!changeFlags.dataChanged && slots === oldProps.slots && gone === oldProps.gone) return
    const shown = gone?.size ? props.data.filter(({ id }) => !gone.has(id)) : props.data
    const labelled = shown.flatMap((item) => {
      const side = item.label && sideOf(item, slots)
      return item.label && side ? [{ item, label: item.label, side }] : []
    })
    this.state.sheet.hold([
      ...shown.map(({ spec }) => symbolDrawing(spec)),
      ...labelled.map(({ label }) => labelDrawing(label)),
    ])
    this.setState({ shown, labelled })
  }

  override finalizeState(context: Parameters<CompositeLayer['finalizeState']>[0]): void {
    super.finalizeState(context)
    this.state.sheet.destroy()
  }

  override renderLayers(): Layer[] {
    const { sheet, shown, labelled } = this.state
    if (!sheet.texture) return []
    const shared = {
      iconAtlas: sheet.texture,
      iconMapping: sheet.sprites,
      billboard: true,
      alphaCutoff: 0,
      sizeUnits: 'pixels' as const,
      parameters: { depthCompare: 'always' as const, depthWriteEnabled: false },
    }
    return [
      new IconLayer<SymbolItem>({
        ...shared,
        ...this.getSubLayerProps({ id: 'symbols' }),
        data: shown as SymbolItem[],
        getPosition: ({ position }) => [position[0], position[1]],
        getIcon: ({ spec }) => symbolKey(spec),
        getSize: ({ spec }) => symbolSize(spec).height,
        getPixelOffset: ({ offsetPx }) => (offsetPx ? [offsetPx[0], offsetPx[1]] : [0, 0]),
        getAngle: ({ spec }) => ('shape' in spec ? -(spec.angleDeg ?? 0) : 0),
        updateTriggers: { getIcon: sheet.sprites },
      }),
      new IconLayer<Labelled>({
        ...shared,
        ...this.getSubLayerProps({ id: 'labels' }),
        data: labelled as Labelled[],
        getPosition: ({ item: { position } }) => [position[0], position[1]],
        getIcon: ({ label }) => labelKey(label),
        getSize: ({ label }) => labelSize(label).height,
        getPixelOffset: ({ item: { spec, offsetPx = [0, 0] }, label, side }) => {
          const [x, y] = labelOffset(spec, label, side)
          return [x + offsetPx[0], y + offsetPx[1]]
        },
        updateTriggers: { getIcon: sheet.sprites },
      }),
    ]
  }
}

interface Labelled {
  readonly item: SymbolItem
  readonly label: SymbolLabel
  readonly side: LabelSide
}

/** From the symbol's centre to the label's, in CSS px, y down. */
export function labelOffset(
  spec: SymbolSpec,
  label: SymbolLabel,
  side: LabelSide,
): [number, number] {
  const symbol = symbolSize(spec)
  const text = labelSize(label)
  const [x, y] = [(symbol.width + text.width) / 2, (symbol.height + text.height) / 2]
  return { right: [x, 0], left: [-x, 0], below: [0, y], above: [0, -y] }[side] as [number, number]
}

function sideOf(item: SymbolItem, slots: SymbolLayerProps['slots']): LabelSide | null | undefined {
  return slots ? slots.get(item.id) : (item.label?.sides ?? SIDES)[0]
}

/** Equal specs have equal keys; the angle is no part of the sprite. */
function symbolKey(spec: SymbolSpec): string {
  return JSON.stringify('shape' in spec ? { ...spec, angleDeg: undefined } : spec)
}

function labelKey({ text, colour, halo, sizePx }: SymbolLabel): string {
  return `${text}|${colour}|${halo}|${sizePx ?? ''}`
}

function symbolDrawing(spec: SymbolSpec): Drawing {
  return { key: symbolKey(spec), ...symbolSize(spec), draw: (ctx) => paintSymbol(ctx, spec) }
}

function labelDrawing(label: SymbolLabel): Drawing {
  return { key: labelKey(label), ...labelSize(label), draw: (ctx) => paintLabel(ctx, label) }
}
