import { color, project32, type UpdateParameters } from '@deck.gl/core'
import type { Texture } from '@luma.gl/core'
import { Geometry, Model } from '@luma.gl/engine'
import { paintSymbol, symbolSize } from '../paint-symbol'
import { type Drawing, SPRITE_SCALE, SpriteSheet } from '../sprite-sheet'
import type { SymbolSpec } from '../symbol-spec'
import { GLIDE_DEFAULTS, GlideLayer, type GlideProps } from './glide-layer'
import { glideUniforms } from './glide-shader'
import { packUnits, UNIT_FLOATS, type UnitColumns } from './pack'
import { unitsFragment, unitsUniforms, unitsVertex } from './units-shader'

interface OwnProps extends GlideProps {
  /** Later rows lie over earlier ones. Another object is another poll. */
  readonly units: UnitColumns
  /** How they look, by `units.icon`. Another array is drawn anew, so keep it. Its own angle is left out. */
  readonly looks: readonly SymbolSpec[]
}

export interface UnitsLayerProps extends OwnProps {
  readonly id: string
  readonly visible?: boolean
  readonly opacity?: number
}

/** Many symbols that glide from one reported place to the next. */
export class UnitsLayer extends GlideLayer<OwnProps> {
  static override layerName = 'UnitsLayer'
  static override defaultProps = {
    ...GLIDE_DEFAULTS,
    units: { type: 'object', value: null },
    looks: { type: 'object', value: [] },
  } as never

  declare state: GlideLayer<OwnProps>['state'] & { sheet: SpriteSheet; frames: Texture | null }

  constructor(props: UnitsLayerProps) {
    super(props)
  }

  override getShaders() {
    return super.getShaders({
      vs: unitsVertex,
      fs: unitsFragment,
      modules: [color, project32, glideUniforms, unitsUniforms],
    })
  }

  override initializeState(): void {
    super.initializeState()
    this.setState({ sheet: new SpriteSheet(this.context.device), frames: null })
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params)
    if (!this.state.frames || params.props.looks !== params.oldProps.looks) this.drawLooks()
  }

  override finalizeState(context: Parameters<GlideLayer<OwnProps>['finalizeState']>[0]): void {
    this.state.frames?.destroy()
    this.state.sheet.destroy()
    super.finalizeState(context)
  }

  protected override columns({ units }: OwnProps) {
    return units
  }

  protected override pack() {
    return packUnits(this.props.units)
  }

  protected override makeModel(): Model {
    const bytes = 4 * UNIT_FLOATS
    return new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      bufferLayout: [
        {
          name: 'instances',
          byteStride: bytes,
          stepMode: 'instance',
          attributes: [
            { attribute: 'instanceStart', format: 'float32x4', byteOffset: 0 },
            { attribute: 'instanceStep', format: 'float32x4', byteOffset: 16 },
            { attribute: 'instanceLook', format: 'float32x4', byteOffset: 32 },
          ],
        },
      ],
      geometry: new Geometry({
        topology: 'triangle-strip',
        attributes: {
          positions: { size: 2, value: new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]) },
        },
      }),
      isInstanced: true,
    })
  }

  protected override prepare(model: Model): boolean {
    const { sheet, frames } = this.state
    if (!sheet.texture || !frames) return false
    const { width, height } = sheet.texture
    model.setBindings({ framesTexture: frames, sheetTexture: sheet.texture })
    model.shaderInputs.setProps({
      units: { sheetSize: [width, height], texelsPerPx: SPRITE_SCALE },
    })
    return true
  }

  /** A look that found no room on the sheet has no width, and is not drawn. */
  private drawLooks(): void {
    const { looks } = this.props
    const { sheet, frames: before } = this.state
    const drawings = looks.map(drawingOf)
    sheet.hold(drawings)
    const data = new Float32Array(4 * Math.max(1, looks.length))
    for (const [i, { key }] of drawings.entries()) {
      const sprite = sheet.sprites[key]
      if (sprite) data.set([sprite.x, sprite.y, sprite.width, sprite.height], 4 * i)
    }
    before?.destroy()
    const frames = this.context.device.createTexture({
      id: `${this.props.id}-frames`,
      format: 'rgba32float',
      width: data.length / 4,
      height: 1,
      data,
      sampler: { minFilter: 'nearest', magFilter: 'nearest' },
    })
    this.setState({ frames })
  }
}

function drawingOf(spec: SymbolSpec): Drawing {
  const key = JSON.stringify('shape' in spec ? { ...spec, angleDeg: undefined } : spec)
  return { key, ...symbolSize(spec), draw: (ctx) => paintSymbol(ctx, spec) }
}
