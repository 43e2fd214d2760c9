import { lazy, Suspense, useEffect, useState } from 'react'
import type { Loaded } from '../../../api/bring/open-file'
import { useSay } from '../../../ui/lang'
import './bring.css'
import { WORDS } from './words'

const BringDialog = lazy(() => import('./dialog'))

interface Props {
  /** Asked for by key or button. */
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onShow: (loaded: Extract<Loaded, { ok: true }>) => void
}

/** A file dropped on an open dialog begins anew, be it the same file. */
interface Dropped {
  readonly file: File | null
  readonly nth: number
}

const NONE: Dropped = { file: null, nth: 0 }

/** The whole desk takes a file that is dropped on it. */
export default function DropZone({ isOpen, onOpen, onShow }: Props) {
  const say = useSay()
  const [isOver, setOver] = useState(false)
  const [dropped, setDropped] = useState<Dropped>(NONE)
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    function over(event: DragEvent) {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setOver(false)
    }
    function drop(event: DragEvent) {
      if (!hasFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) setDropped(({ nth }) => ({ file, nth: nth + 1 }))
      onOpen(true)
    }
    const on = { dragover: over, dragleave: leave, drop } as const
    const all = Object.entries(on) as ['dragover', (event: DragEvent) => void][]
    for (const [name, listener] of all) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener)
    }
  }, [onOpen])
  const close = () => {
    setDropped(NONE)
    onOpen(false)
  }
  return (
    <>
      {isOver && <p className="bring-over">{say(WORDS.drop)}</p>}
      {isOpen && (
        <Suspense>
          <BringDialog
            key={dropped.nth}
            file={dropped.file}
            onClose={close}
            onShow={(loaded) => {
              close()
              onShow(loaded)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
