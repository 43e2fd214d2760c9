import { useSyncExternalStore } from 'react'
import type { Extent } from '../../domain/geo'
import type { IncidentColumns } from '../../domain/incident'
import type { TimeWindow } from '../../domain/time'
import type { Held } from '../incident-shelf'
import { incidentStore } from '../incident-store'

/** Incidents that somebody brought along, in place of the source's. Gone with the page; they never leave the browser. */
export interface Brought {
  readonly name: string
  readonly held: Held
  /** Of most of their positions. */
  readonly extent: Extent | null
}

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
  columns: IncidentColumns,
  covers: TimeWindow,
  extent: Extent | null,
): Promise<void> {
  tell({ name, extent, held: await incidentStore().put(`file-${++files}`, columns, covers) })
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
