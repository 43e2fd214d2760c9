import { useSyncExternalStore } from 'react'
import type { ShownAlarm } from './standing'

// What this page alone knows to be wrong, as it is shown; `local.ts` finds it out, and comes later than the first picture.
let shown: readonly ShownAlarm[] = []
const listeners = new Set<() => void>()

export function showLocally(alarms: readonly ShownAlarm[]): void {
  shown = alarms
  for (const listener of listeners) listener()
}

export function localAlarms(): readonly ShownAlarm[] {
  return shown
}

export function useLocalAlarms(): readonly ShownAlarm[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, localAlarms)
}
