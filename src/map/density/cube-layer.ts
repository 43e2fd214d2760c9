import type { UpdateParameters } from '@deck.gl/core'
import { BitmapLayer } from '@deck.gl/layers'
import { Texture } from '@luma.gl/core'
import type { Hex } from '../../ui/tokens'
import { canPaintCubes } from './can-paint'
import { type CellRect, clipped } from './cells'
import type { Cube, Glance, Tail } from './cube'
import { CubePainter } from './cube-painter'
import { classesOf } from './density-layer'
import { densityFragment, densityUniforms } from './density-shader'

interface OwnProps {
  readonly cube: Cube
  readonly tail: Tail | null
  readonly glance: Glance
  /** Lower limits of the classes, ascending, in the unit of the values; at most eight. */
  readonly breaks: readonly number[]
  /** One per break. */
  readonly colours: readonly Hex[]
  /** A line of 0.6 px round the lowest class, for a light ground; null: none. */
  readonly edge: Hex | null
}

export interface CubeLayerProps extends OwnProps {
  readonly id: string
  readonly visible?: boolean
  readonly opacity?: number
}

const NO_DATA: readonly never[] = []

/**
 * The density of any window, out of a cube that was sent once: another window is another uniform. What is not in
 * sight is not reckoned; what is reckoned stays as long as nothing but the camera moves.
 */
export class CubeLayer extends BitmapLayer<OwnProps> {
  static override layerName = 'CubeLayer'
  static override defaultProps = {
    cube: { type: 'object', value: null },
    tail: { type: 'object', value: null, optional: true },
    glance: { type: 'object', value: null },
    breaks: { type: 'array', value: [], compare: true },
    colours: { type: 'array', value: [], compare: true },
    edge: { type: 'object', value: null, optional: true },
  } as never

  declare state: BitmapLayer['state'] & { painter?: CubePainter; texture?: Texture }

  constructor(props: CubeLayerProps) {
    // The extent itself, not a copy: a new array would make a new mesh.
    super({ ...props, bounds: props.cube.extent, data: NO_DATA } as never)
  }

  override getShaders() {
    const shaders = super.getShaders()
    return {
      ...shaders,
      fs: densityFragment,
      defines: { ...shaders.defines, SPLINE: true },
      modules: [...shaders.modules, densityUniforms],
    }
  }

  override initializeState(): void {
    super.initializeState()
    this.setState({ painter: new CubePainter(contextOf(this)) })
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params)
    const { cube } = params.props
    const { texture } = this.state
    if (texture && texture.width === cube.width && texture.height === cube.height) return
    texture?.destroy()
    this.setState({
      texture: this.context.device.createTexture({
        id: `${this.props.id}-values`,
        format: 'r32float',
        width: cube.width,
        height: cube.height,
        usage: Texture.SAMPLE | Texture.RENDER,
        sampler: { minFilter: 'nearest', magFilter: 'nearest' },
      }),
    })
  }

  override finalizeState(context: Parameters<BitmapLayer['finalizeState']>[0]): void {
    this.state.painter?.destroy()
    this.state.texture?.destroy()
    super.finalizeState(context)
  }

  override draw({ shaderModuleProps }: { shaderModuleProps: { picking: { isActive: boolean } } }) {
    const { model, painter, texture, coordinateConversion, bounds } = this.state
    if (!model || !painter || !texture || shaderModuleProps.picking.isActive) return
    const { cube, tail, glance } = this.props
    const seen = this.seen()
    if (seen.x1 <= seen.x0 || seen.y1 <= seen.y0) return
    const { handle } = texture as unknown as { handle: WebGLTexture }
    painter.paint(handle, cube, tail, glance, seen)
    model.shaderInputs.setProps(
      classesOf(this.props, { bitmapTexture: texture, bounds, coordinateConversion }, [1, 1]),
    )
    model.draw(this.context.renderPass)
  }

  /** The cells in sight, and the ring about them that the spline asks for. */
  private seen(): CellRect {
    const { viewport } = this.context
    const { extent, width, height } = this.props.cube
    const [west, south, east, north] = extent
    const [left = 0, foot = 0] = viewport.projectFlat([west, south])
    const [right = 0, top = 0] = viewport.projectFlat([east, north])
    const corners = [
      [0, 0],
      [viewport.width, viewport.height],
    ].map((corner) => viewport.projectFlat(viewport.unproject(corner).slice(0, 2)))
    const xs = corners.map(([x = 0]) => ((x - left) / (right - left)) * width)
    const ys = corners.map(([, y = 0]) => ((top - y) / (top - foot)) * height)
    return clipped(
      {
        x0: Math.min(...xs) - 2,
        y0: Math.min(...ys) - 2,
        x1: Math.max(...xs) + 2,
        y1: Math.max(...ys) + 2,
      },
      width,
      height,
    )
  }
}

function contextOf({ context: { device } }: CubeLayer): WebGL2RenderingContext {
  const { gl } = device as unknown as { gl: WebGL2RenderingContext }
  if (!canPaintCubes(gl)) throw new Error('density: this GPU paints no floats')
  return gl
}
