import type { WallScene, WallScript } from './wall-script'

/** Moves a scene up (−1) or down (1); the same script where there is no further. */
export function moveScene(script: WallScript, index: number, by: -1 | 1): WallScript {
  const to = index + by
  const one = script.scenes[index]
  if (!one || to < 0 || to >= script.scenes.length) return script
  return { ...script, scenes: script.scenes.toSpliced(index, 1).toSpliced(to, 0, one) }
}

/** The last one stays: a wall without a scene is dark. */
export function removeScene(script: WallScript, index: number): WallScript {
  if (script.scenes.length <= 1) return script
  return { ...script, scenes: script.scenes.toSpliced(index, 1) }
}

/** After the one at `index`. */
export function addScene(script: WallScript, index: number, scene: WallScene): WallScript {
  return { ...script, scenes: script.scenes.toSpliced(index + 1, 0, scene) }
}

export function changeScene(
  script: WallScript,
  index: number,
  change: Partial<WallScene>,
): WallScript {
  const scenes = script.scenes.map((one, i) => (i === index ? { ...one, ...change } : one))
  return { ...script, scenes }
}
