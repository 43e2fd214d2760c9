import { CompositeLayer, type Layer } from '@deck.gl/core'
import { PathStyleExtension } from '@deck.gl/extensions'
import { PathLayer } from '@deck.gl/layers'
import type { Rgba } from './areas'

/** A line round something, on an under-stroke that sets it off from any ground. */
export interface OutlineItem {
  /** Closed, degrees. */
  readonly ring: readonly (readonly [number, number])[]
  readonly line: Rgba
  readonly under: Rgba
  readonly widthPx: number
  /** Lengths in px; null: unbroken. */
  readonly dash: readonly [on: number, off: number] | null
}

interface OutlineLayerProps {
  readonly id: string
  readonly data: readonly OutlineItem[]
}

/** How far the under-stroke stands out on each side. */
const UNDER_PX = 1

// A line of many short pieces keeps its rhythm only where lengths are summed along it.
const DASHES = new PathStyleExtension({ dash: true, highPrecisionDash: true })

/** Outlines in px, unbroken or dashed. Comes with a chunk of its own: the first map frame has none. */
export class OutlineLayer extends CompositeLayer<OutlineLayerProps> {
  static override layerName = 'OutlineLayer'

  override renderLayers(): Layer[] {
    const { data } = this.props
    const shared = {
      getPath: ({ ring }: OutlineItem) => ring as [number, number][],
      widthUnits: 'pixels',
      jointRounded: true,
    } as const
    const dashed = data.filter(({ dash }) => dash !== null)
    return [
      new PathLayer<OutlineItem>(this.getSubLayerProps({ id: 'under' }), {
        ...shared,
        data: data as OutlineItem[],
        getColor: ({ under }) => under as [number, number, number],
        getWidth: ({ widthPx }) => widthPx + 2 * UNDER_PX,
      }),
      new PathLayer<OutlineItem>(this.getSubLayerProps({ id: 'solid' }), {
        ...shared,
        data: data.filter(({ dash }) => dash === null),
        getColor: ({ line }) => line as [number, number, number],
        getWidth: ({ widthPx }) => widthPx,
      }),
      new PathLayer<OutlineItem, { getDashArray: (item: OutlineItem) => [number, number] }>(
        this.getSubLayerProps({ id: 'dashed' }),
        {
          ...shared,
          data: dashed,
          getColor: ({ line }) => line as [number, number, number],
          getWidth: ({ widthPx }) => widthPx,
          // In widths of the line.
          getDashArray: ({ dash, widthPx }) => [
            (dash?.[0] ?? 1) / widthPx,
            (dash?.[1] ?? 0) / widthPx,
          ],
          extensions: [DASHES],
        },
      ),
    ]
  }
}
