import { useEffect, useRef } from 'react'
import { onSecond, serverTime } from '../../../api/readings'
import { pulse } from '../../../map/endurance/pulse'
import { formatClock } from '../../../ui/clock'
import { useFlavour, useLang } from '../../../ui/lang'
import { type Flavour, FONT_FAMILY, TOKENS } from '../../../ui/tokens'
import { type Lang, say } from '../../../ui/words'
import { type Beat, type LampFrame, lampBox, OWED_MS, stopOf, WORDS } from './lamp'
import type { ToLamp } from './lamp.worker'

interface Props {
  /** Font size of what it says. */
  readonly criticalPx: number
  /** The wall, on whose displays it has one to itself. */
  readonly frame: LampFrame
  /** When the picture has stopped (by the host's clock), and when it moves again. */
  readonly onStop: (stoppedAt: number | null) => void
}

/** Lit within 2 s when the picture stops, whatever stopped it; by a worker, so that a hung page is told of too. */
export function FreezeLamp({ onStop, criticalPx, frame }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const lang = useLang()
  const flavour = useFlavour()
  const told = useRef({ lang, flavour, onStop })
  told.current = { lang, flavour, onStop }

  useEffect(() => {
    const element = host.current
    if (!element) return
    // A canvas can be handed over once: each mount makes its own.
    const canvas = document.createElement('canvas')
    element.append(canvas)
    const worker = new Worker(new URL('./lamp.worker.ts', import.meta.url), { type: 'module' })
    const tell = (message: ToLamp, transfer: Transferable[] = []) =>
      worker.postMessage(message, transfer)
    const offscreen = canvas.transferControlToOffscreen()
    tell({ is: 'canvas', canvas: offscreen, font: FONT_FAMILY }, [offscreen])
    worker.onmessage = ({ data }: MessageEvent<boolean>) => {
      element.dataset.lit = String(data)
      told.current.onStop(data ? Date.now() : null)
    }
    const observer = new ResizeObserver(() =>
      tell({
        is: 'size',
        width: Math.max(1, Math.round(element.clientWidth * devicePixelRatio)),
        height: Math.max(1, Math.round(element.clientHeight * devicePixelRatio)),
      }),
    )
    observer.observe(element)
    let frame: number | null = null
    let due: ReturnType<typeof setTimeout> | undefined
    const beat = () => {
      // A frame that comes proves that the page gets to the screen; nothing is drawn for it.
      frame ??= requestAnimationFrame(() => {
        frame = null
        const now = performance.now()
        tell({ is: 'beat', beat: beatNow(told.current, now) })
        // What is owed falls due between two seconds.
        const { state, since } = pulse.read(now, 0)
        clearTimeout(due)
        if (state === 'owing' && since !== null && now - since <= OWED_MS)
          due = setTimeout(beat, since + OWED_MS + 1 - now)
      })
    }
    beat()
    // In the frame that shows the second: if ages grow no more, that is a picture that has stopped as well.
    const stopBeating = onSecond(beat)
    return () => {
      stopBeating()
      clearTimeout(due)
      if (frame !== null) cancelAnimationFrame(frame)
      observer.disconnect()
      worker.terminate()
      canvas.remove()
      delete element.dataset.lit
    }
  }, [])

  return (
    <div
      ref={host}
      className="freeze-lamp"
      data-lit="false"
      aria-hidden="true"
      style={lampBox(criticalPx, frame)}
    />
  )
}

function beatNow(
  { lang, flavour }: { readonly lang: Lang; readonly flavour: Flavour },
  now: number,
): Beat {
  const { ink1, panel } = TOKENS[flavour]
  const found = pulse.read(now, OWED_MS)
  const wall = serverTime() ?? Date.now()
  return {
    clock: formatClock(wall),
    stop: stopOf(found),
    since: formatClock(wall - (found.since === null ? 0 : now - found.since)),
    title: say(WORDS.stopped, lang),
    why: {
      owing: say(WORDS.why.owing, lang),
      lost: say(WORDS.why.lost, lang),
      hung: say(WORDS.why.hung, lang),
    },
    ink: ink1,
    ground: panel,
  }
}
