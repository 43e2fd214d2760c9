import { useSyncExternalStore } from 'react'
import type { Extent } from '../../domain/geo'
import type { EpochMs, TimeWindow } from '../../domain/time'
import type { Held } from '../incident-shelf'
import { incidentStore } from '../incident-store'
import type { Built } from './build'
import type { Grain } from './file-window'

/** Incidents that somebody brought along, in place of the source's. Gone with the page; they never leave the browser. */
export interface Brought {
  readonly name: string
  readonly held: Held
  /** Of all positions but those far off. */
  readonly extent: Extent | null
  readonly grain: Grain
  /** Of the clock that its days are told by, ms from UTC. */
  readonly zoneMs: number
  /** False: it has no column of sources, and all of it counts. */
  readonly tellsSources: boolean
  /** What of it a window shows, and what came before that. */
  readonly shownFor: (window: TimeWindow) => TimeWindow
  readonly before: (shown: TimeWindow) => TimeWindow
  /** Counts per hour from a moment on, where all of a day or month stands in its first hour: as their mean. */
  readonly evened: (from: EpochMs, counts: readonly number[]) => readonly number[]
}

/** How a file is looked at, told by what was found in it. */
export type Looks = Omit<Brought, 'name' | 'held'>

let brought: Brought | null = null
let files = 0
const listeners = new Set<() => void>()

function tell(next: Brought | null) {
  const before = brought
  brought = next
  if (before) void incidentStore().drop(before.held.id)
  for (const listener of listeners) listener()
}

/** Hands the columns over to the worker that keeps them. */
export async function bring(
  name: string,
  { columns, covers }: Pick<Built, 'columns' | 'covers'>,
  looks: Looks,
): Promise<void> {
  const held = await incidentStore().put(`file-${++files}`, columns, covers)
  tell({ ...looks, name, held })
}

export function putAway(): void {
  tell(null)
}

export function useBrought(): Brought | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => brought,
    () => brought,
  )
}
