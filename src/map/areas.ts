import { CompositeLayer, type Layer } from '@deck.gl/core'

export type Rgba = readonly [red: number, green: number, blue: number, alpha?: number]

/** One area, as plain data. */
export interface AreaItem {
  /** Closed, degrees; two ends where it is hollow and no more than a line. */
  readonly ring: readonly (readonly [number, number])[]
  /** Null: hollow. */
  readonly fill: Rgba | null
  readonly line: Rgba
  readonly lineWidthPx: number
}

interface AreaLayerProps {
  readonly id: string
  readonly data: readonly AreaItem[]
}

type Parts = typeof import('./area-parts')
let parts: Parts | null = null

/** Areas with an outline of constant width; the library's own layer for them brings holes, heights and textures along. */
export class AreaLayer extends CompositeLayer<AreaLayerProps> {
  static override layerName = 'AreaLayer'

  override initializeState(): void {
    if (parts) return
    void import('./area-parts').then((loaded) => {
      parts = loaded
      this.setNeedsUpdate()
    })
  }

  override renderLayers(): Layer[] {
    if (!parts) return []
    const { PathLayer, SolidPolygonLayer } = parts
    const { data } = this.props
    const filled = data.filter(({ fill }) => fill !== null)
    return [
      new SolidPolygonLayer<AreaItem>(this.getSubLayerProps({ id: 'fill' }), {
        data: filled as AreaItem[],
        getPolygon: ({ ring }) => ring as [number, number][],
        getFillColor: ({ fill }) => fill as [number, number, number, number],
      }),
      new PathLayer<AreaItem>(this.getSubLayerProps({ id: 'line' }), {
        data: data as AreaItem[],
        getPath: ({ ring }) => ring as [number, number][],
        getColor: ({ line }) => line as [number, number, number],
        getWidth: ({ lineWidthPx }) => lineWidthPx,
        widthUnits: 'pixels',
      }),
    ]
  }
}

export function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
