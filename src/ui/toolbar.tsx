import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'

const STEP: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

/** Buttons that belong together, in as many lines as they like: one Tab stop, arrows move inside. */
export function Toolbar({
  label,
  className,
  children,
}: {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const buttons = () => [...(ref.current?.querySelectorAll('button') ?? [])]
  // After every render: what is in the toolbar comes and goes.
  useLayoutEffect(() => {
    const all = buttons()
    const at = Math.min(current, all.length - 1)
    all.forEach((button, i) => {
      button.tabIndex = i === at ? 0 : -1
    })
  })
  function move(event: KeyboardEvent) {
    const step = STEP[event.key]
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    if (!step || at < 0) return
    event.preventDefault()
    const next = (at + step + all.length) % all.length
    setCurrent(next)
    all[next]?.focus()
  }
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      aria-orientation="vertical"
      className={className}
      onKeyDown={move}
      onFocus={() => {
        const at = buttons().indexOf(document.activeElement as HTMLButtonElement)
        if (at >= 0) setCurrent(at)
      }}
    >
      {children}
    </div>
  )
}
