import { type PointerEvent, useState } from 'react'
import type { Day, Period } from '../../domain/review/calendar'
import { useSay } from '../../ui/lang'
import { WORDS } from './words'

interface Props {
  readonly plot: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }
  readonly from: Day
  readonly to: Day
  readonly onPeriod: (period: Period) => void
  readonly onMark: (day: Day) => void
}

/** Over the plot: dragged for a period, clicked twice for a mark. */
export function ControlHand({ plot, from, to, onPeriod, onMark }: Props) {
  const say = useSay()
  const [brush, setBrush] = useState<Period | null>(null)
  const dayAtX = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - left) / width
    return Math.min(to - 1, Math.max(from, from + Math.floor(share * (to - from))))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the hand; the keys of the chart do the same
    <div
      className="control-hand"
      style={{ left: plot.left, top: plot.top, width: plot.width, height: plot.height }}
      title={say(WORDS.dragHint)}
      onPointerDown={(event) => {
        const day = dayAtX(event)
        event.currentTarget.setPointerCapture(event.pointerId)
        setBrush({ from: day, to: day + 1 })
      }}
      onPointerMove={(event) => {
        if (!brush) return
        setBrush({ ...brush, to: dayAtX(event) + 1 })
      }}
      onPointerUp={() => {
        if (!brush) return
        const [a, b] = [Math.min(brush.from, brush.to - 1), Math.max(brush.from, brush.to - 1)]
        if (b > a) onPeriod({ from: a, to: b + 1 })
        setBrush(null)
      }}
      onDoubleClick={(event) => {
        const { left, width } = event.currentTarget.getBoundingClientRect()
        onMark(from + Math.floor(((event.clientX - left) / width) * (to - from)))
      }}
    >
      {brush && (
        <div
          className="control-brush"
          style={{
            left: `${((Math.min(brush.from, brush.to - 1) - from) / (to - from)) * 100}%`,
            width: `${((Math.abs(brush.to - 1 - brush.from) + 1) / (to - from)) * 100}%`,
          }}
        />
      )}
    </div>
  )
}
