import { countLoss } from './counters'

/** Counts since the start of the page. */
export interface Losses {
  readonly lost: number
  readonly recovered: number
}

export interface LossWatch {
  /** Watches a canvas for as long as it lives. */
  readonly watch: (canvas: HTMLCanvasElement) => void
  /** Gives back the context of a canvas that was replaced: a page has sixteen, and a loss of this one is none. */
  readonly retire: (canvas: HTMLCanvasElement) => void
}

/** How long a context is given to come back by itself. */
const PATIENCE_MS = 1000

/**
 * After a loss the basemap restores itself and deck.gl silently does not. So: forbid the browser to give the basemap up,
 * wait for it (asking for its context back after a second), rebuild what cannot restore itself, and say "recovered" only
 * once the layers have been drawn again.
 *
 * @param rebuild makes the overlay anew and resolves when its layers are on screen
 * @param isMap whether this canvas restores itself; another one is replaced and need not come back
 */
export function watchLosses(
  isMap: (canvas: HTMLCanvasElement) => boolean,
  rebuild: () => Promise<void>,
  onChange: (state: 'lost' | 'recovered', losses: Losses) => void,
): LossWatch {
  const away = new Set<HTMLCanvasElement>()
  const retired = new WeakSet<HTMLCanvasElement>()
  let isLost = false
  let turn = 0

  const recover = async () => {
    if (away.size) return
    const mine = ++turn
    await rebuild()
    // Lost again meanwhile: whoever comes after tells.
    if (mine !== turn || away.size) return
    isLost = false
    onChange('recovered', countLoss({ recovered: 1 }))
  }

  return {
    watch(canvas) {
      // Asked for while the context is there: a lost one hands out no extension.
      const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      canvas.addEventListener('webglcontextlost', (event) => {
        if (retired.has(canvas)) return
        // Of a canvas that will be replaced the browser shall give up: its context would come back to nobody.
        if (isMap(canvas)) event.preventDefault()
        const losses = countLoss({ lost: 1 })
        if (!isLost) onChange('lost', losses)
        isLost = true
        if (!isMap(canvas)) {
          // Its successor gets a context of its own.
          setTimeout(recover)
          return
        }
        away.add(canvas)
        setTimeout(() => {
          // Refused with a GL error, not an exception, where the loss was real: then the browser restores it.
          if (away.has(canvas)) extension?.restoreContext()
        }, PATIENCE_MS)
      })
      canvas.addEventListener('webglcontextrestored', () => {
        if (away.delete(canvas)) void recover()
      })
    },
    retire(canvas) {
      retired.add(canvas)
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    },
  }
}
