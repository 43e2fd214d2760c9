import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { changed, redone, type Undoable, undoable, undone } from '../../../domain/undo'
import { keptScript } from '../../../view/wall-kept'
import { formatScript, readScript, type WallScript } from '../../../view/wall-script'
import { VOCABULARY } from '../../vocabulary'
import { DEFAULT_SCRIPT } from '../default-script'
import type { Keeper } from '../use-script'

// A look at the desk must not cost what was arranged and not kept yet.
let draft: Undoable<WallScript> | null = null
let lastGood = DEFAULT_SCRIPT

function opened(keeper: Keeper): Undoable<WallScript> {
  const kept = keptScript(keeper, null)
  const reading = kept === null ? null : readScript(kept, VOCABULARY)
  return undoable(reading?.ok ? reading.script : DEFAULT_SCRIPT)
}

/** The script that is being arranged, with every step taken back by Ctrl Z. */
export function useDraft(keeper: Keeper) {
  const [history, setHistory] = useState(() => draft ?? opened(keeper))
  draft = history
  const lastKind = useRef('')
  const change = useCallback((next: WallScript, kind = '') => {
    // Letters of one field are one step.
    const joins = kind !== '' && kind === lastKind.current
    lastKind.current = kind
    setHistory((before) => changed(before, next, joins))
  }, [])
  const undo = useCallback(() => {
    lastKind.current = ''
    setHistory(undone)
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (key !== 'z' && !isRedo) return
      event.preventDefault()
      lastKind.current = ''
      setHistory(isRedo ? redone : undone)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const script = history.now
  const text = useMemo(() => formatScript(script), [script])
  const reading = useMemo(() => readScript(text, VOCABULARY), [text])
  // What is tried goes on while a field is half typed.
  if (reading.ok) lastGood = reading.script
  return { script, text, reading, lastGood, change, undo, canUndo: history.before.length > 0 }
}
