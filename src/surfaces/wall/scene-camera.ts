import type { Camera } from '../../view/view'

/** The map of the desk at 1920 x 1080, px: what a link of the desk was made on. */
const DESK_MAP = { width: 1216, height: 896 }

/** What the desk's map showed, in a frame of another size; null stays the whole region. */
export function sceneCamera(
  camera: Camera | null,
  { width, height }: { readonly width: number; readonly height: number },
): Camera | null {
  if (!camera) return null
  const share = Math.min(width / DESK_MAP.width, height / DESK_MAP.height)
  return { ...camera, zoom: Math.max(3, camera.zoom + Math.log2(share)) }
}
