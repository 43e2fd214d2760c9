import type { UpdateParameters } from '@deck.gl/core'
import { BitmapLayer } from '@deck.gl/layers'
import type { Texture } from '@luma.gl/core'
import type { Hex } from '../../ui/tokens'
import { densityFragment, densityUniforms, MAX_CLASSES } from './density-shader'
import { type Surface, type Texels, texelsOf } from './surface'

interface OwnProps {
  readonly grid: Surface
  /** Lower limits of the classes, ascending, in the unit of the values; at most eight. */
  readonly breaks: readonly number[]
  /** One per break. */
  readonly colours: readonly Hex[]
  /** A line of 0.6 px round the lowest class, for a light ground; null: none. */
  readonly edge: Hex | null
}

export interface DensityLayerProps extends OwnProps {
  readonly id: string
  readonly visible?: boolean
  readonly opacity?: number
}

const EDGE_PX = 0.6
/** Higher than any value: a class that nothing reaches. */
const NEVER = 1e30

/**
 * A surface in classes of fixed colour: what a place is coloured depends on its value alone. The numbers go to the
 * GPU once per grid; camera, breaks and colours cost nothing.
 */
export class DensityLayer extends BitmapLayer<OwnProps> {
  static override layerName = 'DensityLayer'
  static override defaultProps = {
    grid: { type: 'object', value: null },
    breaks: { type: 'array', value: [], compare: true },
    colours: { type: 'array', value: [], compare: true },
    edge: { type: 'object', value: null, optional: true },
  } as never

  declare state: BitmapLayer['state'] & {
    texture?: Texture
    span: Texels['span']
  }

  constructor(props: DensityLayerProps) {
    super({ ...props, bounds: [...props.grid.extent], data: [] as never } as never)
  }

  override getShaders() {
    const shaders = super.getShaders()
    return {
      ...shaders,
      fs: densityFragment,
      defines: { ...shaders.defines, ...(this.isLinear() && { LINEAR_FILTER: true }) },
      modules: [...shaders.modules, densityUniforms],
    }
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params)
    if (params.props.grid !== params.oldProps.grid) this.upload(params.props.grid)
  }

  override finalizeState(context: Parameters<BitmapLayer['finalizeState']>[0]): void {
    this.state.texture?.destroy()
    super.finalizeState(context)
  }

  override draw({ shaderModuleProps }: { shaderModuleProps: { picking: { isActive: boolean } } }) {
    const { model, texture, span, coordinateConversion, bounds } = this.state
    if (!model || !texture || shaderModuleProps.picking.isActive) return
    model.shaderInputs.setProps(
      classesOf(this.props, { bitmapTexture: texture, bounds, coordinateConversion }, span),
    )
    model.draw(this.context.renderPass)
  }

  private upload(grid: Surface): void {
    const { device } = this.context
    const { values, width, height, span } = texelsOf(grid, device.limits.maxTextureDimension2D)
    const before = this.state.texture
    if (before && before.width === width && before.height === height) {
      before.writeData(values)
      this.setState({ span })
      return
    }
    before?.destroy()
    const filter = this.isLinear() ? 'linear' : 'nearest'
    const texture = device.createTexture({
      id: `${this.props.id}-values`,
      format: 'r32float',
      width,
      height,
      data: values,
      sampler: {
        minFilter: filter,
        magFilter: filter,
        addressModeU: 'clamp-to-edge',
        addressModeV: 'clamp-to-edge',
      },
    })
    this.setState({ texture, span })
  }

  /** Whether this GPU interpolates 32-bit floats by itself; where it does not, the shader does. */
  private isLinear(): boolean {
    return this.context.device.isTextureFormatFilterable('r32float')
  }
}

/** What the shader of classes is told. */
export function classesOf(
  { breaks, colours, edge }: Pick<OwnProps, 'breaks' | 'colours' | 'edge'>,
  bitmap: object,
  span: readonly [number, number],
) {
  const limit = (i: number) => breaks[i] ?? NEVER
  const colour = (i: number) => rgb(colours[i] ?? '#000000')
  return {
    bitmap: {
      ...bitmap,
      desaturate: 0,
      tintColor: [1, 1, 1],
      transparentColor: [0, 0, 0, 0],
    },
    density: {
      breaks0: [limit(0), limit(1), limit(2), limit(3)],
      breaks1: [limit(4), limit(5), limit(6), limit(7)],
      ...Object.fromEntries(
        Array.from({ length: MAX_CLASSES }, (_, i) => [`colour${i}`, colour(i)]),
      ),
      edge: rgb(edge ?? '#000000'),
      span,
      edgePx: edge ? EDGE_PX : 0,
    },
  }
}

/** 0 to 1, opaque. */
function rgb(hex: Hex): [number, number, number, number] {
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [byte(1), byte(3), byte(5), 1]
}
