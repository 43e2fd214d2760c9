import type { UpdateParameters } from '@deck.gl/core'
import { BitmapLayer } from '@deck.gl/layers'
import type { Texture } from '@luma.gl/core'
import type { Hex } from '../../ui/tokens'
import { idlenessFragment, idlenessUniforms } from './idleness-shader'
import { type LastVisits, maskedVisits } from './last-visits'
import type { IdlenessRamp } from './ramp'

interface OwnProps {
  /** A new object after each change of its numbers: that is what sends them to the GPU. */
  readonly visits: LastVisits
  /** One per cell, 0 outside; null: all are inside. */
  readonly mask: Uint8Array | null
  /** ms since 1970. A new time is a new picture and sends nothing. */
  readonly now: number
  /** The interval within which a cell is to be visited, in seconds; null: nothing is asked now, nothing is painted. */
  readonly everyS: number | null
  readonly ramp: IdlenessRamp
  /** Lines over what was never visited, and is as idle as the record is long at least. */
  readonly hatch: Hex
}

export interface IdlenessLayerProps extends OwnProps {
  readonly id: string
  readonly visible?: boolean
  readonly opacity?: number
}

const NO_DATA: readonly never[] = []

/** How long ago each cell was visited, in fixed classes of the interval asked for; the shader reckons the age. */
export class IdlenessLayer extends BitmapLayer<OwnProps> {
  static override layerName = 'IdlenessLayer'
  static override defaultProps = {
    visits: { type: 'object', value: null },
    mask: { type: 'object', value: null, optional: true },
    now: { type: 'number', value: 0 },
    everyS: { type: 'object', value: null, optional: true },
    ramp: { type: 'array', value: [], compare: true },
    hatch: { type: 'object', value: null },
  } as never

  declare state: BitmapLayer['state'] & { texture?: Texture }

  constructor(props: IdlenessLayerProps) {
    // The extent itself, not a copy: a new array would make a new mesh.
    super({ ...props, bounds: props.visits.extent, data: NO_DATA } as never)
  }

  override getShaders() {
    const shaders = super.getShaders()
    return { ...shaders, fs: idlenessFragment, modules: [...shaders.modules, idlenessUniforms] }
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params)
    const { props, oldProps } = params
    if (props.visits !== oldProps.visits || props.mask !== oldProps.mask) this.upload()
  }

  override finalizeState(context: Parameters<BitmapLayer['finalizeState']>[0]): void {
    this.state.texture?.destroy()
    super.finalizeState(context)
  }

  override draw({ shaderModuleProps }: { shaderModuleProps: { picking: { isActive: boolean } } }) {
    const { model, texture, coordinateConversion, bounds } = this.state
    const { visits, everyS, ramp, hatch, now } = this.props
    if (!model || !texture || everyS === null || shaderModuleProps.picking.isActive) return
    const { viewport } = this.context
    const [west, south, east, north] = visits.extent
    const [left, foot] = viewport.projectFlat([west, south])
    const [right, top] = viewport.projectFlat([east, north])
    const [colour0, colour1, colour2, colour3] = ramp.map(rgba)
    model.shaderInputs.setProps({
      bitmap: {
        bitmapTexture: texture,
        bounds,
        coordinateConversion,
        desaturate: 0,
        tintColor: [1, 1, 1],
        transparentColor: [0, 0, 0, 0],
      },
      idleness: {
        colour0,
        colour1,
        colour2,
        colour3,
        hatch: rgba(hatch),
        cells: [visits.width, visits.height],
        spanPx: [
          ((right as number) - (left as number)) * viewport.scale,
          ((top as number) - (foot as number)) * viewport.scale,
        ],
        nowS: (now - visits.since) / 1000,
        everyS,
      },
    })
    model.draw(this.context.renderPass)
  }

  private upload(): void {
    const { visits, mask } = this.props
    const { width, height } = visits
    const values = maskedVisits(visits, mask)
    const before = this.state.texture
    if (before && before.width === width && before.height === height) {
      before.writeData(values)
      return
    }
    before?.destroy()
    const texture = this.context.device.createTexture({
      id: `${this.props.id}-last-visits`,
      format: 'r32float',
      width,
      height,
      data: values,
      sampler: { minFilter: 'nearest', magFilter: 'nearest' },
    })
    this.setState({ texture })
  }
}

/** 0 to 1; nothing for null. */
function rgba(hex: Hex | null): [number, number, number, number] {
  if (hex === null) return [0, 0, 0, 0]
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [byte(1), byte(3), byte(5), 1]
}
