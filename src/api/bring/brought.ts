import { useSyncExternalStore } from 'react'
import type { Extent } from '../../domain/geo'
import type { Held } from '../incident-shelf'
import { incidentStore } from '../incident-store'
import type { Built, Report } from './build'

/** Incidents that somebody brought along, in place of the source's. Gone with the page; they never leave the browser. */
export interface Brought {
  readonly name: string
  readonly held: Held
  /** Of all positions but those far off. */
  readonly extent: Extent | null
  /** What its times are good for: a file without any stands for its whole span, whatever window is chosen. */
  readonly times: 'none' | 'months' | 'fine'
}

export function timesOf({ timeless, precision: { month, day, moment } }: Report): Brought['times'] {
  return timeless > 0 ? 'none' : month > day + moment ? 'months' : 'fine'
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
  { columns, covers, extent, report }: Built,
): Promise<void> {
  const held = await incidentStore().put(`file-${++files}`, columns, covers)
  tell({ name, extent, times: timesOf(report), held })
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
