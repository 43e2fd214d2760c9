/** A surface of numbers over an extent (degrees), rows from north to south, equal steps in Web Mercator. */
export interface Surface {
  readonly extent: readonly [west: number, south: number, east: number, north: number]
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/** Numbers for one texture. `span` is the share of it, across and down, that the surface fills. */
export interface Texels {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
  readonly span: readonly [across: number, down: number]
}

/** The surface's numbers, or means of k x k of them where a GPU does not take textures that large. Mass is kept. */
export function texelsOf(surface: Surface, maxSide: number): Texels {
  const k = Math.ceil(Math.max(surface.width, surface.height) / maxSide)
  if (k <= 1) return { ...surface, span: [1, 1] }
  const width = Math.ceil(surface.width / k)
  const height = Math.ceil(surface.height / k)
  const values = new Float32Array(width * height)
  for (let row = 0; row < surface.height; row++)
    for (let column = 0; column < surface.width; column++)
      values[Math.floor(row / k) * width + Math.floor(column / k)]! +=
        (surface.values[row * surface.width + column] as number) / k ** 2
  const span = [surface.width / (width * k), surface.height / (height * k)] as const
  return { width, height, values, span }
}
