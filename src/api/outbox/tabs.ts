const KEY = 'drumtower.tab'
const LOCK = 'drumtower-tab-'

/** The tabs of this machine, each with a name of its own that a reload keeps. */
export interface Tabs {
  readonly own: () => string
  readonly claim: () => Promise<void>
  /** Empty where they cannot be told. */
  readonly open: () => Promise<ReadonlySet<string>>
}

/**
 * A tab holds a lock with its name for as long as it is open, so that others see it. A copied tab finds its name taken
 * and takes another one.
 */
export function createTabs(
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
  locks: Pick<LockManager, 'request' | 'query'> | undefined,
  newKey: () => string,
): Tabs {
  let own = kept() ?? newKey()

  function kept(): string | null {
    try {
      return storage().getItem(KEY)
    } catch {
      return null
    }
  }
  function keep() {
    try {
      storage().setItem(KEY, own)
    } catch {
      // A reload then takes another name, and reads what the old one has left behind.
    }
  }
  function hold(name: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      locks
        ?.request(LOCK + name, { ifAvailable: true }, (lock) => {
          resolve(lock !== null)
          return lock ? new Promise(() => {}) : undefined
        })
        .catch(reject)
    })
  }

  return {
    own: () => own,
    claim: async () => {
      if (locks && !(await hold(own).catch(() => true))) {
        own = newKey()
        await hold(own).catch(() => false)
      }
      keep()
    },
    open: async () => {
      const { held } = (await locks?.query().catch(() => null)) ?? {}
      const names = (held ?? []).flatMap(({ name }) =>
        name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [],
      )
      return new Set(names)
    },
  }
}
