/** Runs what sets state of the context, and sets it back: the library that owns the context must not notice. */
export function borrowing(gl: WebGL2RenderingContext, run: () => void): void {
  const program = gl.getParameter(gl.CURRENT_PROGRAM) as WebGLProgram | null
  const vertices = gl.getParameter(gl.VERTEX_ARRAY_BINDING) as WebGLVertexArrayObject | null
  const target = gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) as WebGLFramebuffer | null
  const viewport = gl.getParameter(gl.VIEWPORT) as Int32Array
  const box = gl.getParameter(gl.SCISSOR_BOX) as Int32Array
  const mask = gl.getParameter(gl.COLOR_WRITEMASK) as [boolean, boolean, boolean, boolean]
  const blend = [
    gl.BLEND_SRC_RGB,
    gl.BLEND_DST_RGB,
    gl.BLEND_SRC_ALPHA,
    gl.BLEND_DST_ALPHA,
    gl.BLEND_EQUATION_RGB,
    gl.BLEND_EQUATION_ALPHA,
  ].map((name) => gl.getParameter(name) as number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const switches = [gl.BLEND, gl.DEPTH_TEST, gl.STENCIL_TEST, gl.CULL_FACE, gl.SCISSOR_TEST].map(
    (name) => [name, gl.isEnabled(name)] as const,
  )
  for (const [name] of switches) gl.disable(name)
  gl.colorMask(true, true, true, true)
  try {
    run()
  } finally {
    for (const [name, isOn] of switches) (isOn ? gl.enable : gl.disable).call(gl, name)
    gl.blendFuncSeparate(blend[0], blend[1], blend[2], blend[3])
    gl.blendEquationSeparate(blend[4], blend[5])
    gl.colorMask(...mask)
    gl.bindFramebuffer(gl.FRAMEBUFFER, target)
    gl.viewport(viewport[0] ?? 0, viewport[1] ?? 0, viewport[2] ?? 0, viewport[3] ?? 0)
    gl.scissor(box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0)
    gl.bindVertexArray(vertices)
    // biome-ignore lint/correctness/useHookAtTopLevel: of WebGL, not of React
    gl.useProgram(program)
    gl.activeTexture(gl.TEXTURE0)
  }
}
