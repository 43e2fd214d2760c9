import type { Tail } from './cube'
import type { Program } from './program'

const BYTES = 12
/** Room for so many at least, so that a growing tail is seldom sent anew. */
const LEAST = 4_096

/** What came after a cube was made, as points that are added to a picture. */
export class TailPoints {
  private readonly points: WebGLVertexArrayObject
  private readonly buffer: WebGLBuffer
  private room = 0
  private sent: Tail | null = null

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.points = gl.createVertexArray()
    this.buffer = gl.createBuffer()
  }

  /** Sends only what is new of a tail that grew; all of one that is another. */
  take(tail: Tail | null): void {
    const { gl, sent } = this
    if (tail === sent) return
    this.sent = tail
    if (!tail || tail.count === 0) return
    gl.bindVertexArray(this.points)
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer)
    if (BYTES * tail.count > this.room) {
      this.room = BYTES * Math.max(LEAST, 2 * tail.count)
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

  /** Adds those of a window to what is bound, `size` texels of `per` cells. */
  add(
    pass: Program,
    [from, to]: readonly [number, number],
    [width, height]: readonly [number, number],
    per: number,
  ): void {
    const { gl, sent } = this
    if (!sent || sent.count === 0) return
    pass.use({})
    gl.uniform2f(pass.at('between'), from - sent.since, to - sent.since)
    gl.uniform2f(pass.at('size'), width, height)
    gl.uniform1f(pass.at('per'), per)
    gl.enable(gl.BLEND)
    gl.blendEquation(gl.FUNC_ADD)
    gl.blendFunc(gl.ONE, gl.ONE)
    gl.bindVertexArray(this.points)
    gl.drawArrays(gl.POINTS, 0, sent.count)
    gl.disable(gl.BLEND)
  }

  destroy(): void {
    this.gl.deleteVertexArray(this.points)
    this.gl.deleteBuffer(this.buffer)
  }
}
