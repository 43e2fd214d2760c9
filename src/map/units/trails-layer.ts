import { color, project32 } from '@deck.gl/core'
import { Geometry, Model } from '@luma.gl/engine'
import type { Hex } from '../../ui/tokens'
import type { GlideColumns } from './glide'
import { GLIDE_DEFAULTS, GlideLayer, type GlideProps } from './glide-layer'
import { glideUniforms } from './glide-shader'
import { packTrails, TRAIL_FLOATS } from './pack'
import { trailsFragment, trailsUniforms, trailsVertex } from './trails-shader'

interface OwnProps extends GlideProps {
  /** Steps of the last minutes, several per thing. The step on which a thing is gliding grows with it. */
  readonly trails: GlideColumns
  /** Seconds after which a place on the way is gone. */
  readonly fadeS: number
  readonly colour: Hex
  readonly widthPx: number
}

export interface TrailsLayerProps extends OwnProps {
  readonly id: string
  readonly visible?: boolean
  readonly opacity?: number
}

/** Steps of a fade that an eye can tell. */
const FADE_STEPS = 24

/** Where things came from: lines that fade with the age of each place on them. */
export class TrailsLayer extends GlideLayer<OwnProps> {
  static override layerName = 'TrailsLayer'
  static override defaultProps = {
    ...GLIDE_DEFAULTS,
    trails: { type: 'object', value: null },
    fadeS: { type: 'number', value: 300 },
    colour: { type: 'object', value: '#000000' },
    widthPx: { type: 'number', value: 2 },
  } as never

  constructor(props: TrailsLayerProps) {
    super(props)
  }

  override getShaders() {
    return super.getShaders({
      vs: trailsVertex,
      fs: trailsFragment,
      modules: [color, project32, glideUniforms, trailsUniforms],
    })
  }

  protected override columns({ trails }: OwnProps) {
    return trails
  }

  protected override pack() {
    return packTrails(this.props.trails)
  }

  protected override makeModel(): Model {
    return new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      bufferLayout: [
        {
          name: 'instances',
          byteStride: 4 * TRAIL_FLOATS,
          stepMode: 'instance',
          attributes: [
            { attribute: 'instanceStart', format: 'float32x4', byteOffset: 0 },
            { attribute: 'instanceStep', format: 'float32x4', byteOffset: 16 },
          ],
        },
      ],
      geometry: new Geometry({
        topology: 'triangle-strip',
        // Along the step, and across it.
        attributes: { positions: { size: 2, value: new Float32Array([0, -1, 0, 1, 1, -1, 1, 1]) } },
      }),
      isInstanced: true,
    })
  }

  protected override prepare(model: Model): boolean {
    const { colour, fadeS, widthPx } = this.props
    const byte = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255
    model.shaderInputs.setProps({
      trails: { colour: [byte(1), byte(3), byte(5), 1], fadeS, widthPx },
    })
    return true
  }

  protected override idleMs(nowS: number): number {
    const { fadeS } = this.props
    const isFading = nowS < this.state.motion.untilS + fadeS
    return isFading ? (1000 * fadeS) / FADE_STEPS : Number.POSITIVE_INFINITY
  }
}
