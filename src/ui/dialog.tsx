import { type ReactNode, useEffect, useRef } from 'react'

/** A modal on the platform's own element: focus is kept inside and given back, Escape closes. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-label={title}
      // At once: the platform tells of the closing with its next frame, and a busy map may owe that for seconds.
      onCancel={(event) => {
        // A file chooser that was left tells its own cancelling, and that bubbles.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onClose={(event) => {
        // The event comes late: an effect that ran twice (strict mode) has opened the dialog again by then.
        if (!event.currentTarget.open) onClose()
      }}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  )
}
