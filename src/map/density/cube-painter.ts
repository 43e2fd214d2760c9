import { type CellRect, holds, rectToPaint } from './cells'
import type { Cube, Glance, Tail } from './cube'
import { CubePasses } from './cube-passes'
import { CubeTextures } from './cube-textures'
import { borrowing } from './gl-state'
import { TailPoints } from './tail-points'

/**
 * Keeps the surface of a window painted, out of a cube that it has sent once. A new window sends uniforms and nothing
 * else; a new tail sends what was added to it.
 */
export class CubePainter {
  private readonly passes: CubePasses
  private readonly tail: TailPoints
  private held: CubeTextures | null = null
  private painted: { rect: CellRect; glance: Glance; tail: Tail | null } | null = null

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.passes = new CubePasses(gl)
    this.tail = new TailPoints(gl)
  }

  /**
   * Paints into `target` (r32float, as large as the cube) what it does not hold yet of the cells asked for: of another
   * window those alone, since the next may come with the next frame; for another camera more about them. True: it was
   * painted.
   */
  paint(
    target: WebGLTexture,
    cube: Cube,
    tail: Tail | null,
    glance: Glance,
    asked: CellRect,
  ): boolean {
    const last = this.painted
    const isSame =
      cube === this.held?.cube &&
      last !== null &&
      last.tail === tail &&
      last.glance.bands === glance.bands &&
      last.glance.rate === glance.rate &&
      last.glance.window.join() === glance.window.join()
    if (isSame && holds(last.rect, asked)) return false
    const rect = isSame ? rectToPaint(asked, cube.width, cube.height) : asked
    borrowing(this.gl, () => {
      const textures = this.take(cube)
      this.tail.take(tail)
      this.passes.run(target, textures, this.tail, glance, rect)
    })
    this.painted = { rect, glance, tail }
    return true
  }

  destroy(): void {
    this.held?.destroy()
    this.held = this.painted = null
    this.passes.destroy()
    this.tail.destroy()
  }

  private take(cube: Cube): CubeTextures {
    if (this.held?.cube === cube) return this.held
    this.held?.destroy()
    this.held = new CubeTextures(this.gl, cube)
    return this.held
  }
}
