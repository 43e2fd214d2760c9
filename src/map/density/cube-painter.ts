import {
  type CellRect,
  type Cube,
  clipped,
  type Glance,
  grown,
  holds,
  rectToPaint,
  type Tail,
  type WeightBand,
} from './cube'
import {
  acrossFragment,
  BLOCK,
  blockFragment,
  blockVertex,
  countFragment,
  downFragment,
  everywhere,
  MOST_REACH,
  markFragment,
  STEP,
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

function squaresOf({ width, height }: Cube, side: number): [number, number] {
  return [Math.ceil(width / side), Math.ceil(height / side)]
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

type Names = 'count' | 'block' | 'mark' | 'spread' | 'tail'
/** The two halves of a kernel that reaches so far. */
type Blur = Readonly<Record<'across' | 'down', Program>>

const NOTHING = new Float32Array(4)

/**
 * Makes the surface of a window out of a cube: count, spread, blur across, blur down. A new window sends uniforms and
 * nothing else; a new tail sends what was added to it.
 */
export class CubePainter {
  private readonly programs: Record<Names, Program>
  private readonly blurs = new Map<number, Blur>()
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
  /** On the way from cells to blocks. */
  private squares: WebGLTexture | null = null
  private blocks: WebGLTexture | null = null
  private painted: { rect: CellRect; glance: Glance; tail: Tail | null } | null = null

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.programs = {
      count: program(gl, everywhere, countFragment),
      block: program(gl, everywhere, blockFragment),
      mark: program(gl, tailVertex, markFragment),
      spread: program(gl, blockVertex, spreadFragment),
      tail: program(gl, tailVertex, tailFragment),
    }
    this.nothing = gl.createVertexArray()
    this.points = gl.createVertexArray()
    this.buffer = gl.createBuffer()
    this.targets = gl.createFramebuffer()
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
      cube === this.cube &&
      last !== null &&
      last.tail === tail &&
      last.glance.bands === glance.bands &&
      last.glance.rate === glance.rate &&
      last.glance.window.join() === glance.window.join()
    if (isSame && holds(last.rect, asked)) return false
    const toPaint = isSame ? rectToPaint(asked, cube.width, cube.height) : asked
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
    const blurs = [...this.blurs.values()].flatMap(({ across, down }) => [across, down])
    for (const { handle } of [...Object.values(this.programs), ...blurs]) gl.deleteProgram(handle)
    gl.deleteVertexArray(this.nothing)
    gl.deleteVertexArray(this.points)
    gl.deleteBuffer(this.buffer)
    gl.deleteFramebuffer(this.targets)
  }

  private blurOf(reach: number): Blur {
    const known = this.blurs.get(reach)
    if (known) return known
    const { gl } = this
    const blur = {
      across: program(gl, blockVertex, acrossFragment(reach)),
      down: program(gl, blockVertex, downFragment(reach)),
    }
    this.blurs.set(reach, blur)
    return blur
  }

  private take(cube: Cube): void {
    const { gl } = this
    this.forget()
    this.cube = cube
    this.held = new CubeTextures(gl, cube)
    this.four = texture(gl, gl.RGBA32F, cube.width, cube.height)
    this.mass = texture(gl, gl.R32F, cube.width, cube.height)
    this.squares = texture(gl, gl.R32F, ...squaresOf(cube, STEP))
    this.blocks = texture(gl, gl.R32F, ...squaresOf(cube, BLOCK))
  }

  private forget(): void {
    this.held?.destroy()
    this.gl.deleteTexture(this.four)
    this.gl.deleteTexture(this.mass)
    this.gl.deleteTexture(this.squares)
    this.gl.deleteTexture(this.blocks)
    this.cube = this.held = this.four = this.mass = this.squares = this.blocks = null
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
    const { gl, programs, held, four, mass, squares, blocks } = this
    if (!held || !four || !mass || !squares || !blocks) return
    const { width, height } = cube
    const [across, down] = squaresOf(cube, BLOCK)
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

    const counted = clipped(grown(rect, reach + 1, reach + 1), width, height)
    const sum = (source: WebGLTexture, into: WebGLTexture, side: number) => {
      const { x0, y0, x1, y1 } = tilesOf(counted, side)
      programs.block.use({ source })
      onto(into)
      gl.viewport(0, 0, ...squaresOf(cube, side))
      gl.scissor(x0, y0, x1 - x0, y1 - y0)
      gl.drawArrays(gl.TRIANGLES, 0, 3)
    }
    // Of whole blocks: what lies beyond the cells counted is left of another window, and is asked for by nobody.
    sum(four, squares, STEP)
    sum(squares, blocks, BLOCK)
    points(programs.mark, BLOCK, across, down)
    gl.viewport(0, 0, width, height)

    /** Draws the blocks that have something about them; the rest is nothing. */
    const filled = (pass: Program, cells: CellRect, aboutX: number, aboutY: number) => {
      within(cells)
      gl.clearBufferfv(gl.COLOR, 0, NOTHING)
      const tiles = tilesOf(cells)
      const columns = tiles.x1 - tiles.x0
      gl.uniform2f(pass.at('size'), width, height)
      gl.uniform3i(pass.at('tiles'), tiles.x0, tiles.y0, columns)
      gl.uniform2i(pass.at('about'), aboutX, aboutY)
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, columns * (tiles.y1 - tiles.y0))
    }

    programs.spread.use({ source: four, blocks })
    onto(mass)
    // Nothing ever lies in the outermost cells, so that the blur may read them for what is beyond.
    const inner = inside(grown(rect, reach, reach), { x0: 1, y0: 1, x1: width - 1, y1: height - 1 })
    if (inner.x1 <= inner.x0 || inner.y1 <= inner.y0) return
    filled(programs.spread, inner, 1, 1)
    points(programs.tail, 1, width, height)

    const blur = (
      which: keyof Blur,
      source: WebGLTexture,
      into: WebGLTexture,
      rows: CellRect,
      set: (pass: Program, band: WeightBand) => void,
    ) => {
      onto(into)
      for (const band of bands) {
        const cells = inside(rows, { x0: 0, y0: band.first, x1: width, y1: band.end })
        if (cells.y1 <= cells.y0) continue
        const far = Math.min(MOST_REACH, band.terms.reach)
        const pass = this.blurOf(far)[which]
        pass.use({ source, blocks })
        set(pass, band)
        filled(pass, cells, far + 1, which === 'across' ? 1 : far + 1)
      }
    }
    blur('across', mass, four, grown(rect, 0, reach), (pass, { terms }) =>
      gl.uniform4fv(pass.at('weights'), terms.across),
    )
    blur('down', four, target, rect, (pass, { terms, perKm2 }) => {
      gl.uniform4fv(pass.at('weights'), terms.down)
      gl.uniform1f(pass.at('scale'), perKm2 * rate)
    })
  }
}

function inside(a: CellRect, b: CellRect): CellRect {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  }
}

/** Squares that cells lie in. */
function tilesOf({ x0, y0, x1, y1 }: CellRect, side = BLOCK): CellRect {
  return {
    x0: Math.floor(x0 / side),
    y0: Math.floor(y0 / side),
    x1: Math.ceil(x1 / side),
    y1: Math.ceil(y1 / side),
  }
}
