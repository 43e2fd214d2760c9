import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'

const CODE = readFileSync(new URL('../public/boot.js', import.meta.url), 'utf8')
const DAY_MIN = 24 * 60

interface Tab {
  /** Which build a load gets, by the number of loads before it. */
  readonly page: (loads: number) => string
  /** What `version.json` says in a minute; null: nobody answers. */
  readonly served: (minute: number) => string | null
  readonly isUp?: (minute: number) => boolean
  readonly path?: string
  readonly keepsNothing?: boolean
}

/** Lets a day pass in a tab and returns the minutes in which its page was loaded again. */
async function reloads(tab: Tab): Promise<number[]> {
  const kept = new Map<string, string>()
  const again: number[] = []
  let minute = 0
  let due = () => {}
  const boot = () => {
    const dataset: Record<string, string> = {}
    due = () => {}
    runInNewContext(CODE, {
      document: {
        querySelector: () => ({ content: tab.page(again.length) }),
        currentScript: { src: 'https://hall.example/boot.js?v=1' },
        documentElement: {
          get dataset() {
            return tab.isUp?.(minute) ? { up: '' } : dataset
          },
        },
      },
      location: {
        pathname: tab.path ?? '/wall',
        reload: () => {
          again.push(minute)
          boot()
        },
      },
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => {
          if (tab.keepsNothing) throw new Error('QuotaExceededError')
          kept.set(key, value)
        },
        removeItem: (key: string) => void kept.delete(key),
      },
      setTimeout: (run: () => void) => {
        due = run
      },
      fetch: async (url: string) => {
        expect(url).toBe('https://hall.example/version.json')
        const build = tab.served(minute)
        if (build === null) throw new TypeError('Failed to fetch')
        return { json: async () => ({ build }) }
      },
    })
  }
  boot()
  for (minute = 1; minute <= DAY_MIN; minute++) {
    due()
    // The answer, its JSON and what is decided by it.
    await new Promise(setImmediate)
  }
  return again
}

describe('a wall whose page does not come up', () => {
  test('a broken build is tried three times more, later each time, and then left alone', async () => {
    expect(await reloads({ page: () => 'a', served: () => 'a' })).toEqual([2, 12, 42])
  })

  test('goes to another build as soon as one is served', async () => {
    const tab: Tab = {
      page: (loads) => (loads === 0 ? 'a' : 'b'),
      served: (minute) => (minute < 300 ? 'a' : 'b'),
      isUp: (minute) => minute !== 300,
    }
    expect(await reloads(tab)).toEqual([300])
  })

  test('never in circles: neither with an old page from a cache nor between two servers', async () => {
    expect(await reloads({ page: () => 'old', served: () => 'new' })).toEqual([1, 3, 13, 43])
    const builds = ['a', 'b', 'c'] as const
    const turns = await reloads({
      page: (loads) => builds[loads % 3]!,
      served: (minute) => builds[minute % 3]!,
    })
    expect(turns.length).toBeLessThanOrEqual(4 * builds.length)
  })

  test('does nothing while the page is up, nobody answers or nothing can be kept, nor on a desk', async () => {
    const broken = { page: () => 'a', served: () => 'a' }
    expect(await reloads({ ...broken, isUp: () => true })).toEqual([])
    expect(await reloads({ ...broken, served: () => null })).toEqual([])
    expect(await reloads({ ...broken, keepsNothing: true })).toEqual([])
    expect(await reloads({ ...broken, path: '/desk' })).toEqual([])
  })
})
