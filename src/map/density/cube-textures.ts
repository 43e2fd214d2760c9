import { squaresOf } from './cells'
import type { Cube } from './cube'
import { BLOCK, LIST_WIDTH, STEP } from './cube-shaders'

/** A cube on the GPU: sent once, read by every picture; and what the passes of a picture are painted into. */
export class CubeTextures {
  readonly starts: WebGLTexture
  readonly seconds: WebGLTexture
  readonly offsets: WebGLTexture
  /** Counts with centres, then sums of four terms. */
  readonly four: WebGLTexture
  readonly mass: WebGLTexture
  /** On the way from cells to blocks. */
  readonly squares: WebGLTexture
  readonly blocks: WebGLTexture

  constructor(
    private readonly gl: WebGL2RenderingContext,
    readonly cube: Cube,
  ) {
    const { width, height, starts, seconds, offsets } = cube
    this.starts = texture(gl, gl.R32UI, width, height + 1)
    write(gl, gl.RED_INTEGER, starts, width, 1)
    this.seconds = list(gl, gl.R32UI, gl.RED_INTEGER, seconds, 1)
    this.offsets = list(gl, gl.RG32UI, gl.RG_INTEGER, offsets, 2)
    this.four = texture(gl, gl.RGBA32F, width, height)
    this.mass = texture(gl, gl.R32F, width, height)
    this.squares = texture(gl, gl.R32F, ...squaresOf(cube, STEP))
    this.blocks = texture(gl, gl.R32F, ...squaresOf(cube, BLOCK))
  }

  destroy(): void {
    const { starts, seconds, offsets, four, mass, squares, blocks } = this
    for (const one of [starts, seconds, offsets, four, mass, squares, blocks])
      this.gl.deleteTexture(one)
  }
}

/** Of the highest unit that every machine has: no library gets so far, and nothing needs to be put back. */
function texture(
  gl: WebGL2RenderingContext,
  format: number,
  width: number,
  height: number,
): WebGLTexture {
  const made = gl.createTexture()
  gl.activeTexture(gl.TEXTURE0 + 15)
  gl.bindTexture(gl.TEXTURE_2D, made)
  gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height)
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST)
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE)
  return made
}

function list(
  gl: WebGL2RenderingContext,
  format: number,
  layout: number,
  values: Uint32Array,
  each: 1 | 2,
): WebGLTexture {
  const rows = Math.max(1, Math.ceil(values.length / each / LIST_WIDTH))
  const made = texture(gl, format, LIST_WIDTH, rows)
  write(gl, layout, values, LIST_WIDTH, each)
  return made
}

/** Whole rows, then what is left. */
function write(
  gl: WebGL2RenderingContext,
  layout: number,
  values: Uint32Array,
  width: number,
  each: 1 | 2,
): void {
  gl.bindBuffer(gl.PIXEL_UNPACK_BUFFER, null)
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4)
  const count = values.length / each
  const rows = Math.floor(count / width)
  const put = (y: number, w: number, h: number, part: Uint32Array) =>
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, y, w, h, layout, gl.UNSIGNED_INT, part)
  if (rows > 0) put(0, width, rows, values.subarray(0, rows * width * each))
  const left = count - rows * width
  if (left > 0) put(rows, left, 1, values.subarray(rows * width * each))
}
