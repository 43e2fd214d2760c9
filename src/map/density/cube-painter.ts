import {
  type CellRect,
  type Cube,
  clipped,
  type Glance,
  grown,
  holds,
  type Tail,
  type WeightBand,
} from './cube'
import {
  acrossFragment,
  BLOCK,
  blockFragment,
  countFragment,
  downFragment,
  everywhere,
  MOST_REACH,
  markFragment,
  spreadFragment,
  tailFragment,
  tailVertex,
} from './cube-shaders'
import { CubeTextures, texture } from './cube-textures'
import { borrowing } from './gl-state'
import { type Program, program } from './program'

/** Whether this context can paint numbers into textures at all, and add to them. */
export function canPaintCubes(gl: WebGL2RenderingContext): boolean {
  return (
    gl.getExtension('EXT_color_buffer_float') !== null &&
    gl.getExtension('EXT_float_blend') !== null
  )
}

function blocksOf({ width, height }: Cube): [number, number] {
  return [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)]
}

let isAble: boolean | null = null

/** The same of this machine; asked of a context that is given back at once. Without a page nothing is drawn anyway. */
export function canDrawCubes(): boolean {
  if (typeof document === 'undefined') return true
  if (isAble === null) {
    const gl = document.createElement('canvas').getContext('webgl2')
    isAble = gl !== null && canPaintCubes(gl)
    gl?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return isAble
}

type Names = 'count' | 'block' | 'mark' | 'spread' | 'tail' | 'across' | 'down'

/**
 * Makes the surface of a window out of a cube: count, spread, blur across, blur down. A new window sends uniforms and
 * nothing else; a new tail sends what was added to it.
 */
export class CubePainter {
  private readonly programs: Record<Names, Program>
  private readonly nothing: WebGLVertexArrayObject
  private readonly points: WebGLVertexArrayObject
  private readonly buffer: WebGLBuffer
  private readonly targets: WebGLFramebuffer
  private room = 0
  private sent: Tail | null = null
  private cube: Cube | null = null
  private held: CubeTextures | null = null
  /** Counts with centres, then sums of four terms. */
  private four: WebGLTexture | null = null
  private mass: WebGLTexture | null = null
  private blocks: WebGLTexture | null = null
  private painted: { rect: CellRect; glance: Glance; tail: Tail | null } | null = null

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.programs = {
      count: program(gl, everywhere, countFragment),
      block: program(gl, everywhere, blockFragment),
      mark: program(gl, tailVertex, markFragment),
      spread: program(gl, everywhere, spreadFragment),
      tail: program(gl, tailVertex, tailFragment),
      across: program(gl, everywhere, acrossFragment),
      down: program(gl, everywhere, downFragment),
    }
    this.nothing = gl.createVertexArray()
    this.points = gl.createVertexArray()
    this.buffer = gl.createBuffer()
    this.targets = gl.createFramebuffer()
  }

  /**
   * Paints into `target` (r32float, as large as the cube) what it does not hold yet of the cells asked for. True: it
   * was painted.
   */
  paint(
    target: WebGLTexture,
    cube: Cube,
    tail: Tail | null,
    glance: Glance,
    asked: CellRect,
    toPaint: CellRect,
  ): boolean {
    const last = this.painted
    const isSame =
      cube === this.cube &&
      last !== null &&
      last.tail === tail &&
      last.glance.bands === glance.bands &&
      last.glance.rate === glance.rate &&
      last.glance.window.join() === glance.window.join()
    if (isSame && holds(last.rect, asked)) return false
    borrowing(this.gl, () => {
      if (cube !== this.cube) this.take(cube)
      if (tail !== this.sent) this.send(tail)
      this.run(target, cube, tail, glance, toPaint)
    })
    this.painted = { rect: toPaint, glance, tail }
    return true
  }

  destroy(): void {
    const { gl } = this
    this.forget()
    for (const { handle } of Object.values(this.programs)) gl.deleteProgram(handle)
    gl.deleteVertexArray(this.nothing)
    gl.deleteVertexArray(this.points)
    gl.deleteBuffer(this.buffer)
    gl.deleteFramebuffer(this.targets)
  }

  private take(cube: Cube): void {
    const { gl } = this
    this.forget()
    this.cube = cube
    this.held = new CubeTextures(gl, cube)
    this.four = texture(gl, gl.RGBA32F, cube.width, cube.height)
    this.mass = texture(gl, gl.R32F, cube.width, cube.height)
    this.blocks = texture(gl, gl.R32F, ...blocksOf(cube))
  }

  private forget(): void {
    this.held?.destroy()
    this.gl.deleteTexture(this.four)
    this.gl.deleteTexture(this.mass)
    this.gl.deleteTexture(this.blocks)
    this.cube = this.held = this.four = this.mass = this.blocks = null
    this.painted = null
  }

  /** Only what is new of a tail that grew; all of one that is another. */
  private send(tail: Tail | null): void {
    const { gl, sent } = this
    this.sent = tail
    if (!tail || tail.count === 0) return
    gl.bindVertexArray(this.points)
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer)
    const bytes = 12 * tail.count
    if (bytes > this.room) {
      this.room = 12 * Math.max(4_096, 2 * tail.count)
      gl.bufferData(gl.ARRAY_BUFFER, this.room, gl.DYNAMIC_DRAW)
      gl.enableVertexAttribArray(0)
      gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 0, 0)
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, tail.rises, 0, 3 * tail.count)
    } else {
      const same = sent && sent.since === tail.since ? 3 * Math.min(sent.count, tail.count) : 0
      let from = 0
      while (from < same && sent?.rises[from] === tail.rises[from]) from++
      if (from < 3 * tail.count)
        gl.bufferSubData(gl.ARRAY_BUFFER, 4 * from, tail.rises, from, 3 * tail.count - from)
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, null)
  }

  private run(
    target: WebGLTexture,
    cube: Cube,
    tail: Tail | null,
    { window: [from, to], rate, bands }: Glance,
    rect: CellRect,
  ): void {
    const { gl, programs, held, four, mass, blocks } = this
    if (!held || !four || !mass || !blocks) return
    const { width, height } = cube
    const [across, down] = blocksOf(cube)
    const reach = Math.min(MOST_REACH, Math.max(...bands.map(({ terms }) => terms.reach)))
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.targets)
    gl.viewport(0, 0, width, height)
    gl.enable(gl.SCISSOR_TEST)
    gl.bindVertexArray(this.nothing)
    const within = (by: CellRect) => {
      const { x0, y0, x1, y1 } = clipped(by, width, height)
      gl.scissor(x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0))
    }
    const onto = (texture: WebGLTexture) =>
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)

    programs.count.use({ starts: held.starts, seconds: held.seconds, offsets: held.offsets })
    gl.uniform2ui(programs.count.at('between'), from, to)
    onto(four)
    within(grown(rect, reach + 1, reach + 1))
    gl.drawArrays(gl.TRIANGLES, 0, 3)

    const points = (pass: Program, per: number, w: number, h: number) => {
      if (!tail || tail.count === 0) return
      pass.use({})
      gl.uniform2f(pass.at('between'), from - tail.since, to - tail.since)
      gl.uniform2f(pass.at('size'), w, h)
      gl.uniform1f(pass.at('per'), per)
      gl.enable(gl.BLEND)
      gl.blendEquation(gl.FUNC_ADD)
      gl.blendFunc(gl.ONE, gl.ONE)
      gl.bindVertexArray(this.points)
      gl.drawArrays(gl.POINTS, 0, tail.count)
      gl.bindVertexArray(this.nothing)
      gl.disable(gl.BLEND)
    }

    programs.block.use({ source: four })
    onto(blocks)
    gl.viewport(0, 0, across, down)
    gl.disable(gl.SCISSOR_TEST)
    gl.drawArrays(gl.TRIANGLES, 0, 3)
    points(programs.mark, BLOCK, across, down)
    gl.viewport(0, 0, width, height)
    gl.enable(gl.SCISSOR_TEST)

    programs.spread.use({ source: four, blocks })
    onto(mass)
    within(grown(rect, reach, reach))
    gl.drawArrays(gl.TRIANGLES, 0, 3)
    points(programs.tail, 1, width, height)

    const blur = (
      pass: Program,
      source: WebGLTexture,
      into: WebGLTexture,
      rows: CellRect,
      set: (band: WeightBand) => void,
    ) => {
      pass.use({ source, blocks })
      onto(into)
      for (const band of bands) {
        const y0 = Math.max(rows.y0, band.first)
        const y1 = Math.min(rows.y1, band.end)
        if (y1 <= y0) continue
        gl.uniform1i(pass.at('reach'), Math.min(MOST_REACH, band.terms.reach))
        set(band)
        within({ ...rows, y0, y1 })
        gl.drawArrays(gl.TRIANGLES, 0, 3)
      }
    }
    blur(programs.across, mass, four, clipped(grown(rect, 0, reach), width, height), ({ terms }) =>
      gl.uniform4fv(programs.across.at('weights'), terms.across),
    )
    blur(programs.down, four, target, rect, ({ terms, perKm2 }) => {
      gl.uniform4fv(programs.down.at('weights'), terms.down)
      gl.uniform1f(programs.down.at('scale'), perKm2 * rate)
    })
  }
}
