/** Walls of one hall do not go dark together: each waits for a part of this. */
export const SPREAD_MS = 600_000

/** A build that is served and is not the one that runs here, and when this wall would go to it. */
export interface Renewal {
  readonly build: string
  readonly dueAt: number
}

/** What a wall remembers over its own reloads: builds that it has gone to, latest last. */
export type Tried = readonly string[]

const KEPT = 20

/**
 * What `version.json` says, weighed. Null: nothing to go to. A build is gone to once: where the same page comes back
 * (a cache in between, a build that did not come up and was taken back), going there again would never end.
 */
export function noticed(
  before: Renewal | null,
  served: string,
  running: string,
  tried: Tried,
  now: number,
  random: number,
): Renewal | null {
  if (served === running || tried.includes(served)) return null
  if (before?.build === served) return before
  return { build: served, dueAt: now + random * SPREAD_MS }
}

/** What must be so while the page is away for some seconds and comes back empty. */
export interface Quiet {
  /** Alarms of the first priority without an answer; null where nobody knows. */
  readonly unansweredP1: number | null
  /** Whether the server answers: a page that comes back without it has nothing to show. */
  readonly isServed: boolean
}

export function mayGo({ dueAt }: Renewal, now: number, { unansweredP1, isServed }: Quiet): boolean {
  return now >= dueAt && unansweredP1 === 0 && isServed
}

export function withTried(tried: Tried, build: string): Tried {
  return [...tried.filter((one) => one !== build), build].slice(-KEPT)
}

const KEY = 'drumtower.renewal.1'
type Store = Pick<Storage, 'getItem' | 'setItem'>

/** Kept by the tab, which is what is reloaded. Unreadable: nothing was tried. */
export function readTried(store: Store): Tried {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** True when it can be read back. A wall that cannot remember where it has been does not go. */
export function writeTried(store: Store, tried: Tried): boolean {
  try {
    store.setItem(KEY, JSON.stringify(tried))
    return readTried(store).join() === tried.join()
  } catch {
    return false
  }
}
