/** Whether this context can paint numbers into textures at all, and add to them. */
export function canPaintCubes(gl: WebGL2RenderingContext): boolean {
  return (
    gl.getExtension('EXT_color_buffer_float') !== null &&
    gl.getExtension('EXT_float_blend') !== null
  )
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
