import type { EpochMs } from '../src/domain/time'
import { EMPTY_LEDGER } from './allocations/ledger'
import type { LedgerStore } from './allocations/ledger-store'
import { sharedLedger } from './allocations/ledger-store'
import type { WorldOptions } from './world'

/** One run of a world on this machine, by the machine's own clock. */
interface Run {
  readonly beganAt: number
  readonly seenAt: number
}

/** The machine that a run is kept on. */
export interface Machine {
  readonly storage: Storage
  readonly locks: Pick<LockManager, 'request' | 'query'> | undefined
  readonly wall: () => number
}

export interface OpenRun {
  readonly ledger: LedgerStore
  /** When the run's world began; its tabs have one. */
  readonly startAt: EpochMs
  /** The same in every tab of this run, and in no other. */
  readonly name: string
  readonly now: () => EpochMs
}

/** Who comes back later than this finds the world as it began, and nobody sent. */
export const AWAY_MS = 15 * 60_000
const BEAT_MS = 5_000

/**
 * The world's clock and what it remembers, which belong together: a run goes on for another tab of it. One that begins
 * at a fixed time goes on over a reload once somebody has been sent; else it begins again, and remembers nothing.
 */
export async function openRun(
  { scenario, seed, scale, startAt }: WorldOptions,
  isFixed: boolean,
  { storage, locks, wall }: Machine,
): Promise<OpenRun> {
  const world = `${scenario}-${seed}-${scale}${isFixed ? `-${startAt}` : ''}`
  const ledger = sharedLedger(`drumtower-mock-ledger-${world}`, storage, locks as LockManager)
  const name = `drumtower-mock-run-${world}`
  const ownStart = wall()
  const kept = runIn(storage, name)
  const isOpenElsewhere = await isHeld(locks, name)
  // The real time goes on by itself, and who was sent is away as long as he said.
  const isRemembered = isFixed && ledger.read().jobs.length > 0
  const isSame =
    kept !== null &&
    kept.beganAt <= ownStart &&
    (isOpenElsewhere || (isRemembered && ownStart - kept.seenAt <= AWAY_MS))
  const beganAt = isSame ? kept.beganAt : ownStart
  if (!isSame && isRemembered) await ledger.change(() => [EMPTY_LEDGER, undefined])
  const beat = () => {
    try {
      storage.setItem(name, JSON.stringify({ beganAt, seenAt: wall() }))
    } catch {
      // A full or forbidden store: each page is then a run of its own.
    }
  }
  beat()
  setInterval(beat, BEAT_MS)
  hold(locks, name)
  const began = isFixed ? startAt : startAt - Math.floor(ownStart - beganAt)
  return {
    ledger,
    startAt: began,
    name: `${name}-${Math.floor(beganAt)}`,
    now: () => Math.floor(began + wall() - beganAt),
  }
}

function runIn(storage: Storage, name: string): Run | null {
  try {
    return JSON.parse(storage.getItem(name) ?? 'null') as Run | null
  } catch {
    return null
  }
}

async function isHeld(locks: Machine['locks'], name: string): Promise<boolean> {
  const { held } = (await locks?.query().catch(() => null)) ?? {}
  return (held ?? []).some((one) => one.name === name)
}

/** For as long as the page is open. */
function hold(locks: Machine['locks'], name: string) {
  locks?.request(name, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {})
}
