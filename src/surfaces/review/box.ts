import { type RefObject, useEffect, useRef, useState } from 'react'
import { usePrinting } from '../../ui/printing'

export interface Box {
  readonly width: number
  readonly height: number
  /** Pixels that 1/16 rem is: 1 on a desk, more where the root grows. */
  readonly unit: number
}

/** How much of A4 a chart has, in millimetres. */
export interface Paper {
  readonly widthMm: number
  readonly heightMm: number
}

const PX_PER_MM = 96 / 25.4
/** Letters of 14 on the screen are 8 points on paper. */
const PAPER_SCALE = 8 / (14 * 0.75)

export function boxOnPaper({ widthMm, heightMm }: Paper): Box {
  const drawn = (mm: number) => Math.floor((mm * PX_PER_MM) / PAPER_SCALE)
  return { width: drawn(widthMm), height: drawn(heightMm), unit: 1 }
}

/**
 * How much room there is, in pixels; null before it is known. On paper it is what the sheet has, whatever the window was: a
 * drawing of the screen that is scaled to the sheet has letters of any size.
 */
export function useBox(paper: Paper): readonly [RefObject<HTMLDivElement | null>, Box | null] {
  const ref = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState<Box | null>(null)
  const isPrinting = usePrinting()
  useEffect(() => {
    const node = ref.current
    if (!node || isPrinting) return
    const measure = () => {
      const { width, height } = node.getBoundingClientRect()
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      if (width > 0)
        setBox((was) =>
          was?.width === Math.floor(width) && was.height === Math.floor(height) && was.unit === unit
            ? was
            : { width: Math.floor(width), height: Math.floor(height), unit },
        )
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(node)
    return () => watch.disconnect()
  }, [isPrinting])
  return [ref, isPrinting ? boxOnPaper(paper) : box]
}
