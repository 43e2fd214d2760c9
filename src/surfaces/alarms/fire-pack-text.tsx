import { type Ref, useRef } from 'react'

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly label: string
  readonly text: string
  /** Lines with a fault, from 1. */
  readonly faulty: ReadonlySet<number>
  readonly onEdit: (text: string) => void
}

/** A plain field with the numbers of its lines beside it; lines never wrap, so that a number is a rule. */
export function PackText({ ref, label, text, faulty, onEdit }: Props) {
  const gutter = useRef<HTMLDivElement>(null)
  const count = text.split('\n').length
  return (
    <div className="alarms-pack-text">
      <div ref={gutter} className="alarms-pack-numbers" aria-hidden="true">
        {Array.from({ length: count }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a number is its line
          <span key={i} data-faulty={faulty.has(i + 1) || undefined}>
            {faulty.has(i + 1) ? `✕ ${i + 1}` : i + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={ref}
        aria-label={label}
        aria-invalid={faulty.size > 0}
        spellCheck={false}
        wrap="off"
        value={text}
        onChange={(event) => onEdit(event.target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}
