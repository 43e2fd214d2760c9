import { useEffect, useState } from 'react'
import { getFirePack, getInspections } from '../../api/fire-records'
import type { Clause } from '../../domain/fire-clauses'
import type { InspectionReport } from '../../domain/fire-inspection'
import { clausesOf, readRulePack } from '../../domain/fire-rule-pack'
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

/**
 * Without the server's pack, or with a wrong one, the clauses that the product is delivered with hold. Asked for again
 * every ten minutes.
 */
export function useFireRecord(): FireRecord {
  const [record, setRecord] = useState<FireRecord>({ pack: null, reports: null })
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    async function ask() {
      const [pack, reports] = await Promise.all([
        getFirePack(stop.signal),
        getInspections(stop.signal),
      ])
      if (stop.signal.aborted) return
      setRecord((before) => ({
        pack: pack.ok ? packInUse(pack.value.text, before.pack) : before.pack,
        reports: reports.ok ? reports.value : before.reports,
      }))
      timer = setTimeout(ask, pack.ok && reports.ok ? AGAIN_MS : SOON_MS)
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return record
}

/** The same pack stays the same object: nothing is judged anew for it. */
function packInUse(text: string, before: PackInUse | null): PackInUse | null {
  const read = readRulePack(text)
  if (!read.ok) return before
  const { version } = read.pack
  return before?.version === version ? before : { version, clauses: clausesOf(read.pack) }
}
