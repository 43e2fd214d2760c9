/** A program that reads textures and writes numbers. */
export interface Program {
  readonly handle: WebGLProgram
  /** Makes it the current one, with its textures on units that no library uses. */
  readonly use: (textures: Readonly<Record<string, WebGLTexture>>) => void
  readonly at: (uniform: string) => WebGLUniformLocation | null
}

const FIRST_UNIT = 12

export function program(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
  const handle = gl.createProgram()
  for (const [kind, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind)
    if (!shader) continue
    gl.shaderSource(shader, text)
    gl.compileShader(shader)
    gl.attachShader(handle, shader)
    gl.deleteShader(shader)
  }
  gl.linkProgram(handle)
  if (!gl.getProgramParameter(handle, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`density: ${gl.getProgramInfoLog(handle)}`)
  const places = new Map<string, WebGLUniformLocation | null>()
  const at = (uniform: string) => {
    const known = places.get(uniform)
    if (known !== undefined) return known
    const place = gl.getUniformLocation(handle, uniform)
    places.set(uniform, place)
    return place
  }
  return {
    handle,
    at,
    use: (textures) => {
      gl.useProgram(handle)
      for (const [i, [name, one]] of Object.entries(textures).entries()) {
        gl.activeTexture(gl.TEXTURE0 + FIRST_UNIT + i)
        gl.bindSampler(FIRST_UNIT + i, null)
        gl.bindTexture(gl.TEXTURE_2D, one)
        gl.uniform1i(at(name), FIRST_UNIT + i)
      }
    },
  }
}
