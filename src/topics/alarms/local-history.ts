import type { Happening } from '../../api/alarm-reads'
import type { Alarm, AlarmEvent } from '../../domain/alarm'
import { DAY_MS, type EpochMs } from '../../domain/time'

const KEY = 'drumtower.local-alarms'
const KEPT_MS = 2 * DAY_MS
const KEPT_LINES = 500

/** One line of what became of an alarm that only this machine knows of: no server can keep it. */
export function noteLocally(before: Alarm, { name, ...event }: AlarmEvent, after: Alarm): void {
  if (after.state === before.state && after.occurrence === before.occurrence) return
  const { id, ruleId, kind, priority, place, placeEn, areaCode, occurrence } = after
  const line: Happening = {
    occurrence: `${id}~${occurrence}`,
    alarm: id,
    ruleId,
    kind,
    priority,
    place,
    placeEn,
    areaCode,
    event: name,
    at: event.at,
    by: 'by' in event ? event.by : null,
    note: 'reason' in event ? event.reason : null,
  }
  const kept = read().filter(({ at }) => at > event.at - KEPT_MS)
  write([...kept, line].slice(-KEPT_LINES))
}

/** Oldest first, as far as this machine remembers. */
export const localHistory = (from: EpochMs, to: EpochMs): readonly Happening[] =>
  read().filter(({ at }) => at >= from && at < to)

type Keeper = Pick<Storage, 'getItem' | 'setItem'>

// Where the browser keeps nothing, the page remembers for as long as it lives.
let keeper: Keeper | null = null
let memory: readonly Happening[] = []

export function keepLocalHistory(where: Keeper | null): void {
  keeper = where
}

function read(): readonly Happening[] {
  try {
    const kept: unknown = JSON.parse(keeper?.getItem(KEY) ?? 'null')
    return Array.isArray(kept) ? kept.filter(isLine) : memory
  } catch {
    return memory
  }
}

function write(lines: readonly Happening[]): void {
  memory = lines
  try {
    keeper?.setItem(KEY, JSON.stringify(lines))
  } catch {
    // Full or forbidden: memory has it.
  }
}

/** Somebody else may have written under the key: only what would be shown is looked at. */
function isLine(one: Partial<Record<keyof Happening, unknown>> | null): one is Happening {
  return (
    typeof one === 'object' &&
    one !== null &&
    typeof one.at === 'number' &&
    [1, 2, 3, 4].includes(one.priority as number) &&
    ['occurrence', 'alarm', 'ruleId', 'kind', 'place', 'areaCode', 'event'].every(
      (key) => typeof one[key as keyof Happening] === 'string',
    ) &&
    ['by', 'note', 'placeEn'].every((key) => {
      const value = one[key as keyof Happening]
      return value === null || typeof value === 'string'
    })
  )
}
