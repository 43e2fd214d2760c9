import { Layer, type UpdateParameters } from '@deck.gl/core'
import type { Buffer } from '@luma.gl/core'
import type { Model } from '@luma.gl/engine'
import { wakeFrames } from '../endurance/frame-loop'
import { type GlideColumns, type GlideRules, type Motion, motionOf, paceMs } from './glide'

/** ms since 1970. A number stands still; a clock is read by each picture, which asks for the next as long as things move. */
export type Now = number | (() => number)

export interface GlideProps extends GlideRules {
  readonly now: Now
}

type State = {
  model: Model
  instances: Buffer | null
  motion: Motion
  next?: ReturnType<typeof setTimeout> | undefined
}

const NO_DATA: readonly never[] = []

/** What every layer of gliding things is given besides its own. */
export const GLIDE_DEFAULTS = {
  now: { type: 'object', value: 0 },
  coastS: { type: 'number', value: 0 },
  isStill: { type: 'boolean', value: false },
} as const

/**
 * Instances in one buffer that is written when the columns are other ones, and only then; between polls a picture
 * takes a uniform.
 */
export abstract class GlideLayer<P extends GlideProps> extends Layer<P> {
  static override layerName = 'GlideLayer'

  declare state: State & Record<string, unknown>

  constructor(props: P & { readonly id: string }) {
    super({
      ...props,
      data: NO_DATA,
      parameters: { depthCompare: 'always', depthWriteEnabled: false },
    } as never)
  }

  protected abstract columns(props: P): GlideColumns
  protected abstract pack(): Float32Array
  protected abstract makeModel(): Model
  /** Uniforms and textures of its own; false: not to be drawn yet. */
  protected abstract prepare(model: Model): boolean
  /** ms until another picture is worth drawing, though nothing moves; Infinity: never. */
  protected idleMs(_nowS: number): number {
    return Number.POSITIVE_INFINITY
  }

  override getNumInstances(): number {
    return this.columns(this.props as unknown as P).count
  }

  override initializeState(): void {
    this.setState({
      model: this.makeModel(),
      instances: null,
      motion: { degPerS: 0, untilS: Number.NEGATIVE_INFINITY },
    })
  }

  override updateState({ props, oldProps }: UpdateParameters<this>): void {
    const columns = this.columns(props as unknown as P)
    // At first there are no old props to ask.
    const before = this.state.instances ? this.columns(oldProps as unknown as P) : null
    if (columns !== before) this.write(columns)
  }

  override finalizeState(context: Parameters<Layer['finalizeState']>[0]): void {
    clearTimeout(this.state.next)
    this.state.instances?.destroy()
    super.finalizeState(context)
  }

  override draw({ shaderModuleProps }: { shaderModuleProps: { picking?: { isActive: boolean } } }) {
    const { model, instances } = this.state
    const { now, coastS = 0, isStill = false } = this.props as unknown as GlideProps
    const count = this.getNumInstances()
    if (!instances || count === 0 || shaderModuleProps.picking?.isActive) return
    const columns = this.columns(this.props as unknown as P)
    const nowS = ((typeof now === 'function' ? now() : now) - columns.epoch) / 1000
    model.shaderInputs.setProps({ glide: { nowS, coastS, isStill: isStill ? 1 : 0 } })
    if (!this.prepare(model)) return
    model.setInstanceCount(count)
    model.draw(this.context.renderPass)
    if (typeof now === 'function') this.askForNext(nowS, coastS, isStill)
  }

  private write(columns: GlideColumns): void {
    const { device } = this.context
    const { model, instances: before } = this.state
    const packed = this.pack()
    let instances = before
    if (!instances || instances.byteLength < packed.byteLength) {
      instances?.destroy()
      // A quarter more, so that a thing that joins does not cost a new buffer.
      instances = device.createBuffer({
        byteLength: Math.max(64, Math.ceil(packed.byteLength / 64) * 80),
      })
      model.setAttributes({ instances })
    }
    if (packed.byteLength > 0) instances.write(packed)
    this.setState({ instances, motion: motionOf(columns) })
  }

  /** A picture for a quarter of a pixel, no more: at the zoom of a province that is one in a second. */
  private askForNext(nowS: number, coastS: number, isStill: boolean): void {
    const { motion, next } = this.state
    clearTimeout(next)
    const { zoom, latitude } = this.context.viewport as unknown as {
      zoom: number
      latitude: number
    }
    const pxPerDeg = (512 * 2 ** zoom) / 360 / Math.cos((latitude * Math.PI) / 180)
    const isMoving = !isStill && nowS < motion.untilS + coastS
    const ms = Math.min(
      isMoving ? paceMs(motion.degPerS * pxPerDeg) : Number.POSITIVE_INFINITY,
      this.idleMs(nowS),
    )
    if (ms === Number.POSITIVE_INFINITY) return
    this.state.next = setTimeout(() => {
      this.getCurrentLayer()?.setNeedsRedraw()
      wakeFrames()
    }, ms - 8)
  }
}
