import { getFirePack, getInspections } from '../../api/fire-records'
import { clausesOf, readRulePack } from '../../domain/fire-rule-pack'
import type { FireRecord, PackInUse } from './record'

/** What has arrived beside what was known before; `isWhole`: nothing failed. */
export async function fetchRecord(
  signal: AbortSignal,
  before: FireRecord,
): Promise<{ readonly record: FireRecord; readonly isWhole: boolean }> {
  const [pack, reports] = await Promise.all([getFirePack(signal), getInspections(signal)])
  return {
    record: {
      pack: pack.ok ? packInUse(pack.value.text, before.pack) : before.pack,
      reports: reports.ok ? reports.value : before.reports,
    },
    isWhole: pack.ok && reports.ok,
  }
}

/** The same pack stays the same object: nothing is judged anew for it. */
function packInUse(text: string, before: PackInUse | null): PackInUse | null {
  const read = readRulePack(text)
  if (!read.ok) return before
  const { version } = read.pack
  return before?.version === version ? before : { version, clauses: clausesOf(read.pack) }
}
