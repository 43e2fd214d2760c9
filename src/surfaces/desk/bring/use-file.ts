import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react'
import { bring } from '../../../api/bring/brought'
import type { Settled } from '../../../api/bring/build'
import { looksOf } from '../../../api/bring/file-window'
import { type OpenedFile, openFileDesk } from '../../../api/bring/file-worker'
import type { Found, Loaded, Refused } from '../../../api/bring/open-file'
import type { Roles } from '../../../api/bring/recognise'

export type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'opening' | 'loading'; readonly share: number; readonly rows: number }
  | { readonly at: 'refused'; readonly why: Refused }
  | { readonly at: 'found'; readonly found: Found }
  | { readonly at: 'loaded'; readonly loaded: Extract<Loaded, { ok: true }> }

/** From a file to incidents, step by step; every step can be left. */
export function useFile(first: File | null) {
  const [file, setFile] = useState(first)
  const [stage, setStage] = useState<Stage>({ at: 'choosing' })
  const desk = useRef<OpenedFile>(null)

  function stop() {
    desk.current?.stop()
    desk.current = null
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new file begins anew
  useEffect(() => {
    if (!file) return
    const opened = openFileDesk()
    desk.current = opened
    setStage({ at: 'opening', share: 0, rows: 0 })
    void opened.open(file, progress('opening', setStage)).then((found) => {
      if (desk.current !== opened) return
      setStage(found.ok ? { at: 'found', found } : { at: 'refused', why: found })
    })
    return stop
  }, [file])

  return {
    file,
    stage,
    choose: (next: File | null) => {
      stop()
      setStage({ at: 'choosing' })
      setFile(next)
    },
    load: async (roles: Roles, settled: Settled) => {
      const opened = desk.current
      if (!opened) return
      setStage({ at: 'loading', share: 0, rows: 0 })
      const loaded = await opened.load(roles, settled, progress('loading', setStage))
      if (desk.current !== opened) return
      stop()
      setStage(loaded.ok ? { at: 'loaded', loaded } : { at: 'refused', why: loaded })
    },
    /** Hands over what was read; it cannot be handed over twice. */
    take: async (loaded: Extract<Loaded, { ok: true }>) =>
      bring(file?.name ?? '', loaded, looksOf(loaded)),
  }
}

/** Tells how far a step has come, while it lasts: its last word may arrive after its outcome. */
function progress(at: 'opening' | 'loading', setStage: Dispatch<SetStateAction<Stage>>) {
  return (share: number, rows: number) =>
    setStage((now) => (now.at === at ? { at, share: Math.min(1, share), rows } : now))
}
