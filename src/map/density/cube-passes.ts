import { type CellRect, clipped, grown, inside, isEmpty, squaresAbout, squaresOf } from './cells'
import type { Glance, WeightBand } from './cube'
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
import type { CubeTextures } from './cube-textures'
import { type Program, program } from './program'
import type { TailPoints } from './tail-points'

type Names = 'count' | 'block' | 'mark' | 'spread' | 'tail'
/** The two halves of a kernel that reaches so far. */
type Blur = Readonly<Record<'across' | 'down', Program>>

/** What is painted, and of which cells. */
interface Picture {
  readonly textures: CubeTextures
  readonly tail: TailPoints
  readonly glance: Glance
  readonly rect: CellRect
  /** Of the kernel, cells. */
  readonly reach: number
}

const NOTHING = new Float32Array(4)

/** The passes from a cube to the surface of a window: count, find the blocks, spread, blur across, blur down. */
export class CubePasses {
  private readonly programs: Record<Names, Program>
  private readonly blurs = new Map<number, Blur>()
  private readonly nothing: WebGLVertexArrayObject
  private readonly targets: WebGLFramebuffer

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.programs = {
      count: program(gl, everywhere, countFragment),
      block: program(gl, everywhere, blockFragment),
      mark: program(gl, tailVertex, markFragment),
      spread: program(gl, blockVertex, spreadFragment),
      tail: program(gl, tailVertex, tailFragment),
    }
    this.nothing = gl.createVertexArray()
    this.targets = gl.createFramebuffer()
  }

  run(
    target: WebGLTexture,
    textures: CubeTextures,
    tail: TailPoints,
    glance: Glance,
    rect: CellRect,
  ): void {
    const { gl } = this
    const reaches = glance.bands.map(({ terms }) => terms.reach)
    const reach = Math.min(MOST_REACH, Math.max(...reaches))
    const picture: Picture = { textures, tail, glance, rect, reach }
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.targets)
    gl.enable(gl.SCISSOR_TEST)
    gl.bindVertexArray(this.nothing)
    this.count(picture)
    this.findBlocks(picture)
    if (this.spread(picture)) this.blur(picture, target)
  }

  destroy(): void {
    const { gl } = this
    const blurs = [...this.blurs.values()].flatMap(({ across, down }) => [across, down])
    for (const { handle } of [...Object.values(this.programs), ...blurs]) gl.deleteProgram(handle)
    gl.deleteVertexArray(this.nothing)
    gl.deleteFramebuffer(this.targets)
  }

  /** How many of the window lie in each cell that can be reached, and their common centre. */
  private count({ textures, glance, rect, reach }: Picture): void {
    const { gl } = this
    const { count } = this.programs
    const { cube, starts, seconds, offsets, four } = textures
    const [from, to] = glance.window
    gl.viewport(0, 0, cube.width, cube.height)
    count.use({ starts, seconds, offsets })
    gl.uniform2ui(count.at('between'), from, to)
    this.onto(four)
    this.within(textures, grown(rect, reach + 1, reach + 1))
    gl.drawArrays(gl.TRIANGLES, 0, 3)
  }

  /** Whether there is anything in each block, the tail included: what lies between is passed over from here on. */
  private findBlocks({ textures, tail, glance, rect, reach }: Picture): void {
    const { gl, programs } = this
    const { cube, four, squares, blocks } = textures
    const counted = clipped(grown(rect, reach + 1, reach + 1), cube.width, cube.height)
    const sum = (source: WebGLTexture, into: WebGLTexture, side: number) => {
      const { x0, y0, x1, y1 } = squaresAbout(counted, side)
      programs.block.use({ source })
      this.onto(into)
      gl.viewport(0, 0, ...squaresOf(cube, side))
      gl.scissor(x0, y0, x1 - x0, y1 - y0)
      gl.drawArrays(gl.TRIANGLES, 0, 3)
    }
    // Of whole blocks: what lies beyond the cells counted is left of another window, and is asked for by nobody.
    sum(four, squares, STEP)
    sum(squares, blocks, BLOCK)
    tail.add(programs.mark, glance.window, squaresOf(cube, BLOCK), BLOCK)
    gl.bindVertexArray(this.nothing)
    gl.viewport(0, 0, cube.width, cube.height)
  }

  /** What is counted, laid over nine cells by where in its cell it stands, and the tail on top. False: there is none. */
  private spread({ textures, tail, glance, rect, reach }: Picture): boolean {
    const { gl, programs } = this
    const { cube, four, mass, blocks } = textures
    const { width, height } = cube
    programs.spread.use({ source: four, blocks })
    this.onto(mass)
    // Nothing ever lies in the outermost cells, so that the blur may read them for what is beyond.
    const inner = inside(grown(rect, reach, reach), { x0: 1, y0: 1, x1: width - 1, y1: height - 1 })
    if (isEmpty(inner)) return false
    this.fill(textures, programs.spread, inner, [1, 1])
    tail.add(programs.tail, glance.window, [width, height], 1)
    gl.bindVertexArray(this.nothing)
    return true
  }

  /** The kernel, band by band: first along the rows into four sums, then down the columns into the surface. */
  private blur({ textures, glance, rect, reach }: Picture, target: WebGLTexture): void {
    const { gl } = this
    const { four, mass, blocks, cube } = textures
    const half = (
      which: keyof Blur,
      source: WebGLTexture,
      into: WebGLTexture,
      rows: CellRect,
      set: (pass: Program, band: WeightBand) => void,
    ) => {
      this.onto(into)
      for (const band of glance.bands) {
        const cells = inside(rows, { x0: 0, y0: band.first, x1: cube.width, y1: band.end })
        if (cells.y1 <= cells.y0) continue
        const far = Math.min(MOST_REACH, band.terms.reach)
        const pass = this.blurOf(far)[which]
        pass.use({ source, blocks })
        set(pass, band)
        this.fill(textures, pass, cells, [far + 1, which === 'across' ? 1 : far + 1])
      }
    }
    half('across', mass, four, grown(rect, 0, reach), (pass, { terms }) =>
      gl.uniform4fv(pass.at('weights'), terms.across),
    )
    half('down', four, target, rect, (pass, { terms, perKm2 }) => {
      gl.uniform4fv(pass.at('weights'), terms.down)
      gl.uniform1f(pass.at('scale'), perKm2 * glance.rate)
    })
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

  private onto(texture: WebGLTexture): void {
    const { gl } = this
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
  }

  private within({ cube: { width, height } }: CubeTextures, cells: CellRect): void {
    const { x0, y0, x1, y1 } = clipped(cells, width, height)
    this.gl.scissor(x0, y0, Math.max(0, x1 - x0), Math.max(0, y1 - y0))
  }

  /** Draws the blocks that have something about them, so many cells away; the rest is nothing. */
  private fill(
    textures: CubeTextures,
    pass: Program,
    cells: CellRect,
    [aboutX, aboutY]: readonly [number, number],
  ): void {
    const { gl } = this
    const { width, height } = textures.cube
    this.within(textures, cells)
    gl.clearBufferfv(gl.COLOR, 0, NOTHING)
    const { x0, y0, x1, y1 } = squaresAbout(cells, BLOCK)
    const columns = x1 - x0
    gl.uniform2f(pass.at('size'), width, height)
    gl.uniform3i(pass.at('tiles'), x0, y0, columns)
    gl.uniform2i(pass.at('about'), aboutX, aboutY)
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, columns * (y1 - y0))
  }
}
