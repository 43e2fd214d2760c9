import { useEffect, useMemo, useState } from 'react'
import { fetchScript } from '../../api/wall-script'
import { MINUTE_MS } from '../../domain/time'
import { keepScript, keptScript } from '../../view/wall-kept'
import { readScript, type ScriptFault, type WallScript } from '../../view/wall-script'
import { VOCABULARY } from '../vocabulary'
import { DEFAULT_SCRIPT } from './default-script'

export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null

/** Looked for where neither the address nor this machine says which. */
const USUAL_FILE = 'wall.json'

export interface ScriptNow {
  readonly script: WallScript
  /** Why a newer one is not played; empty: there is nothing newer. */
  readonly faults: readonly ScriptFault[]
  /** The file that was looked at; null: the script was made on this machine, or nobody has made one. */
  readonly file: string | null
}

function good(text: string | null): WallScript | null {
  const reading = text === null ? null : readScript(text, VOCABULARY)
  return reading?.ok ? reading.script : null
}

/**
 * What this wall plays: the file that its address names, else the script made on this machine, else `wall.json`, else
 * the one that the product is delivered with. A file is looked at every minute; a bad one is refused and told, and the
 * last good one goes on, also after a reload.
 */
export function useScript(keeper: Keeper, asked: string | null): ScriptNow {
  const made = useMemo(() => good(keptScript(keeper, null)), [keeper])
  const file = asked ?? (made ? null : USUAL_FILE)
  const isAsked = asked !== null
  const [now, setNow] = useState<ScriptNow>(() => ({
    script: (file ? good(keptScript(keeper, file)) : made) ?? DEFAULT_SCRIPT,
    faults: [],
    file,
  }))
  useEffect(() => {
    if (file === null) return
    let isOver = false
    let last: string | null = null
    async function look(path: string) {
      const found = await fetchScript(`${import.meta.env.BASE_URL}${path.replace(/^\/+/, '')}`)
      if (isOver) return
      if (found.state === 'none' && isAsked)
        setNow((before) => ({ ...before, faults: [MISSING_FILE] }))
      if (found.state !== 'there' || found.text === last) return
      last = found.text
      const reading = readScript(found.text, VOCABULARY)
      if (reading.ok) keepScript(keeper, path, found.text)
      setNow((before) =>
        reading.ok
          ? { script: reading.script, faults: [], file: path }
          : { ...before, faults: reading.faults },
      )
    }
    void look(file)
    const timer = setInterval(() => void look(file), MINUTE_MS)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [file, isAsked, keeper])
  return now
}

const MISSING_FILE: ScriptFault = { path: '', line: 0, code: 'no-file', detail: '' }
