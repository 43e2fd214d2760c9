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
 * After a loss the basemap restores itself and deck.gl silently does not. So: forbid the browser to give up, wait for
 * every lost context (asking for it back after a second), rebuild what cannot restore itself, and say "recovered" only
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
  let recovering = false

  const recover = async () => {
    if (recovering || away.size) return
    recovering = true
    await rebuild()
    recovering = false
    if (away.size) return
    onChange('recovered', countLoss({ recovered: 1 }))
  }

  return {
    watch(canvas) {
      // Asked for while the context is there: a lost one hands out no extension.
      const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      canvas.addEventListener('webglcontextlost', (event) => {
        if (retired.has(canvas)) return
        event.preventDefault()
        const first = !away.size && !recovering
        const losses = countLoss({ lost: 1 })
        if (first) onChange('lost', losses)
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
