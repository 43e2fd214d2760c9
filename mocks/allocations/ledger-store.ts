import { EMPTY_LEDGER, type Ledger } from './ledger'

/** Where a ledger is kept. `change` is one at a time, for every tab that shares it. */
export interface LedgerStore {
  readonly read: () => Ledger
  readonly change: <T>(change: (before: Ledger) => readonly [Ledger, T]) => Promise<T>
}

export function memoryLedger(): LedgerStore {
  let ledger = EMPTY_LEDGER
  return {
    read: () => ledger,
    change: async (change) => {
      const [after, result] = change(ledger)
      ledger = after
      return result
    },
  }
}

/** One ledger for all tabs of a browser: two of them can then fight over a unit, as two seats would. */
export function sharedLedger(
  name: string,
  storage: Storage,
  locks: LockManager | undefined,
): LedgerStore {
  const read = (): Ledger => {
    try {
      return (JSON.parse(storage.getItem(name) ?? 'null') as Ledger | null) ?? EMPTY_LEDGER
    } catch {
      return EMPTY_LEDGER
    }
  }
  const changeNow = <T>(change: (before: Ledger) => readonly [Ledger, T]): T => {
    const [after, result] = change(read())
    storage.setItem(name, JSON.stringify(after))
    return result
  }
  return {
    read,
    // Locks are closed on plain http; a single tab then still works.
    change: async (change) =>
      locks ? locks.request(name, () => changeNow(change)) : changeNow(change),
  }
}
