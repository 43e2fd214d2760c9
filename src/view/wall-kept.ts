/** Scripts that one machine keeps, as text: the one made here, and the last good one of each file. */
type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null

const MADE_HERE = 'drumtower.wall-script.1'
const lastGood = (path: string) => `drumtower.wall-file.1 ${path}`

export function keptScript(keeper: Keeper, path: string | null): string | null {
  try {
    return keeper?.getItem(path === null ? MADE_HERE : lastGood(path)) ?? null
  } catch {
    return null
  }
}

/** False: the store is full or closed, and what is kept holds for this page only. Null forgets. */
export function keepScript(keeper: Keeper, path: string | null, text: string | null): boolean {
  try {
    const key = path === null ? MADE_HERE : lastGood(path)
    if (text === null) keeper?.removeItem(key)
    else keeper?.setItem(key, text)
    return keeper !== null
  } catch {
    return false
  }
}
