import { type Kept, keptByBrowser, keptInMemory } from '../kept'
import { EMPTY_LEDGER, type Ledger } from './ledger'

/** Where a ledger is kept. */
export type LedgerStore = Kept<Ledger>

export const memoryLedger = (): LedgerStore => keptInMemory(EMPTY_LEDGER)

/** One ledger for all tabs of a browser: two of them can then fight over a unit, as two seats would. */
export const sharedLedger = (
  name: string,
  storage: Storage,
  locks: LockManager | undefined,
): LedgerStore => keptByBrowser(name, EMPTY_LEDGER, storage, locks)
