import { useEffect, useState } from 'react'
import type { Clause } from '../../domain/fire-clauses'
import type { InspectionReport } from '../../domain/fire-inspection'
import { MINUTE_MS } from '../../domain/time'

const AGAIN_MS = 10 * MINUTE_MS
const SOON_MS = MINUTE_MS

/** The clauses in use, as the server's rule pack has them. */
export interface PackInUse {
  readonly version: string
  readonly clauses: readonly Clause[]
}

/** What the fire service keeps beside readings; null, each, until it has arrived. */
export interface FireRecord {
  readonly pack: PackInUse | null
  readonly reports: readonly InspectionReport[] | null
}

const NOTHING: FireRecord = { pack: null, reports: null }

/**
 * Without the server's pack, or with a wrong one, the clauses that the product is delivered with hold. Asked for again
 * every ten minutes.
 */
export function useFireRecord(): FireRecord {
  const [record, setRecord] = useState<FireRecord>(NOTHING)
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    let known: FireRecord = NOTHING
    async function ask() {
      // Reading a pack takes a reader; the first picture does not wait for it.
      const answer = await import('./fetch-record')
        .then(({ fetchRecord }) => fetchRecord(stop.signal, known))
        .catch(() => null)
      if (stop.signal.aborted) return
      if (answer) {
        known = answer.record
        setRecord(known)
      }
      timer = setTimeout(ask, answer?.isWhole ? AGAIN_MS : SOON_MS)
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return record
}
