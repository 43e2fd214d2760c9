/** What a simulated server remembers. `change` is one at a time, for every tab that shares it. */
export interface Kept<T> {
  readonly read: () => T
  readonly change: <R>(change: (before: T) => readonly [T, R]) => Promise<R>
}

export function keptInMemory<T>(empty: T): Kept<T> {
  let kept = empty
  return {
    read: () => kept,
    change: async (change) => {
      const [after, result] = change(kept)
      kept = after
      return result
    },
  }
}

/** One memory for all tabs of a browser, as they would share one server. */
export function keptByBrowser<T>(
  name: string,
  empty: T,
  storage: Storage,
  locks: LockManager | undefined,
): Kept<T> {
  const read = (): T => {
    try {
      return (JSON.parse(storage.getItem(name) ?? 'null') as T | null) ?? empty
    } catch {
      return empty
    }
  }
  const changeNow = <R>(change: (before: T) => readonly [T, R]): R => {
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
