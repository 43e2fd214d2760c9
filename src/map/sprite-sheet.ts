import type { Device, Texture } from '@luma.gl/core'

/** Where a sprite lies on its sheet, in texels; its anchor is its centre. */
export interface Sprite {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly anchorX: number
  readonly anchorY: number
}

/** Something to draw, centred on the origin, in CSS px. */
export interface Drawing {
  readonly key: string
  readonly width: number
  readonly height: number
  readonly draw: (ctx: CanvasRenderingContext2D) => void
}

/** Texels per CSS px: sharp at twice the density, an even average at once. */
export const SPRITE_SCALE = 2
const GAP = 2
const WIDTH = 1024
const MAX_HEIGHT = 4096

/**
 * Small drawings on one texture, packed in rows. What was drawn stays until the sheet is full; then it starts afresh
 * with what is needed now, so that months of changing numbers do not make it grow.
 */
export class SpriteSheet {
  /** A new object after every change. */
  sprites: Record<string, Sprite> = {}
  texture: Texture | null = null
  private canvas: HTMLCanvasElement | null = null
  private row = { x: GAP, y: GAP, height: 0 }

  constructor(private readonly device: Device) {}

  /** Sees to it that these are on the texture. */
  hold(drawings: readonly Drawing[]): void {
    const missing = drawings.filter(({ key }) => !this.sprites[key])
    if (!missing.length) return
    if (!this.canvas || !this.add(missing)) this.restart(drawings)
    this.upload()
  }

  destroy(): void {
    this.texture?.destroy()
    this.texture = null
  }

  private restart(drawings: readonly Drawing[]): void {
    const unique = [...new Map(drawings.map((drawing) => [drawing.key, drawing])).values()]
    for (let height = 256; height <= MAX_HEIGHT; height *= 2) {
      this.canvas = document.createElement('canvas')
      this.canvas.width = WIDTH
      this.canvas.height = height
      this.row = { x: GAP, y: GAP, height: 0 }
      this.sprites = {}
      if (this.add(unique)) return
    }
    // Full: what found no room is not drawn. Clusters keep layers far below this.
  }

  /** False where one found no room. */
  private add(drawings: readonly Drawing[]): boolean {
    const ctx = this.canvas?.getContext('2d')
    if (!ctx || !this.canvas) return false
    const sprites = { ...this.sprites }
    for (const drawing of drawings) {
      if (sprites[drawing.key]) continue
      const width = Math.ceil(drawing.width * SPRITE_SCALE)
      const height = Math.ceil(drawing.height * SPRITE_SCALE)
      if (this.row.x + width + GAP > WIDTH)
        this.row = { x: GAP, y: this.row.y + this.row.height + GAP, height: 0 }
      const { x, y } = this.row
      if (y + height + GAP > this.canvas.height || width + 2 * GAP > WIDTH) return false
      ctx.save()
      ctx.translate(x + width / 2, y + height / 2)
      ctx.scale(SPRITE_SCALE, SPRITE_SCALE)
      drawing.draw(ctx)
      ctx.restore()
      sprites[drawing.key] = { x, y, width, height, anchorX: width / 2, anchorY: height / 2 }
      this.row = { x: x + width + GAP, y, height: Math.max(this.row.height, height) }
    }
    this.sprites = sprites
    return true
  }

  private upload(): void {
    const { canvas } = this
    if (!canvas) return
    if (this.texture?.height !== canvas.height) {
      this.texture?.destroy()
      this.texture = this.device.createTexture({
        format: 'rgba8unorm',
        width: canvas.width,
        height: canvas.height,
        sampler: { minFilter: 'linear', magFilter: 'linear', mipmapFilter: 'none' },
      })
    }
    this.texture.copyExternalImage({ image: canvas })
  }
}
