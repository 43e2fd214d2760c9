import { type FireVerification, verdictOf } from './fire-verification'
import type { EpochMs, TimeWindow } from './time'

/** A device that somebody should look at. */
export interface MaintenanceEntry {
  readonly deviceId: string
  readonly falseAlarms: number
  /** True and false ones. Tests are no alarms; what still waits is in `waiting`. */
  readonly alarms: number
  readonly waiting: number
  readonly lastFalseAt: EpochMs
}

/**
 * Devices by their false alarms in the window, most first, then the latest first. Alarms are counted by when they were
 * raised and by the verdict that holds now; an occurrence that is handed in twice is counted once, as it came last.
 */
export function maintenanceList(
  all: readonly FireVerification[],
  { from, to }: TimeWindow,
  atLeast = 1,
): readonly MaintenanceEntry[] {
  const once = new Map(all.map((one) => [one.occurrenceId, one]))
  const byDevice = new Map<
    string,
    { falseAlarms: number; alarms: number; waiting: number; lastFalseAt: number }
  >()
  for (const one of once.values()) {
    const verdict = verdictOf(one)
    if (one.raisedAt < from || one.raisedAt >= to || verdict === 'test') continue
    const entry = byDevice.get(one.deviceId) ?? {
      falseAlarms: 0,
      alarms: 0,
      waiting: 0,
      lastFalseAt: 0,
    }
    byDevice.set(one.deviceId, entry)
    if (verdict === null) {
      entry.waiting++
      continue
    }
    entry.alarms++
    if (verdict === 'false') {
      entry.falseAlarms++
      entry.lastFalseAt = Math.max(entry.lastFalseAt, one.raisedAt)
    }
  }
  return [...byDevice]
    .map(([deviceId, entry]) => ({ deviceId, ...entry }))
    .filter(({ falseAlarms }) => falseAlarms >= Math.max(1, atLeast))
    .toSorted((a, b) => b.falseAlarms - a.falseAlarms || b.lastFalseAt - a.lastFalseAt)
}
