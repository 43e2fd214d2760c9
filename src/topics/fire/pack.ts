import { useEffect, useState } from 'react'
import { getFirePack } from '../../api/fire-records'
import type { Clause } from '../../domain/fire-clauses'
import { clausesOf, readRulePack } from '../../domain/fire-rule-pack'
import { MINUTE_MS } from '../../domain/time'

const AGAIN_MS = 10 * MINUTE_MS
const SOON_MS = MINUTE_MS

/** The clauses in use, as the server's rule pack has them. */
export interface PackInUse {
  readonly version: string
  readonly clauses: readonly Clause[]
}

/**
 * Null until the server's pack has arrived, or where it sends none or a wrong one: the clauses that the product is
 * delivered with hold then.
 */
export function useRulePack(): PackInUse | null {
  const [pack, setPack] = useState<PackInUse | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    async function ask() {
      const answer = await getFirePack(stop.signal)
      if (stop.signal.aborted) return
      if (answer.ok) {
        const read = readRulePack(answer.value.text)
        // The same pack is the same object: nothing is judged anew for it.
        if (read.ok)
          setPack((before) =>
            before?.version === read.pack.version
              ? before
              : { version: read.pack.version, clauses: clausesOf(read.pack) },
          )
      }
      timer = setTimeout(ask, answer.ok ? AGAIN_MS : SOON_MS)
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return pack
}
