import { WALL_ID } from '../../../api/wall-wire'

const KEY = 'drumtower.wall.1'

/**
 * What this wall is called where walls are listed: `?wall=` of its address, else a name that its tab keeps. A wall
 * without a name of its own is listed too; it only cannot be told from the next one by its name.
 */
export function wallName(search: string, store: Pick<Storage, 'getItem' | 'setItem'>): string {
  const given = new URLSearchParams(search).get('wall') ?? ''
  if (WALL_ID.test(given)) return given
  try {
    const kept = store.getItem(KEY)
    if (kept && WALL_ID.test(kept)) return kept
    const drawn = `wall-${Math.random().toString(36).slice(2, 8).padEnd(6, '0')}`
    store.setItem(KEY, drawn)
    return drawn
  } catch {
    return 'wall'
  }
}
