import type { CrowdCount, Gate, GateCount } from './crowd'
import {
  CROWD_HEARTBEAT_MS,
  type InOut,
  RESET_GRACE_MS,
  resetBefore,
  unseenWhileDown,
} from './crowd-counters'
import { DAY_MS, type EpochMs, MINUTE_MS } from './time'

/** What one gate's counter has done today beside counting. */
export interface GateAccount {
  readonly last: GateCount
  readonly lastAt: EpochMs
  /** Added to the counter's totals: undoes a fall, or a reset that has not come. */
  readonly offset: InOut
  /** At most so many more have passed in falls and outages that are over; an outage that lasts is not in it. */
  readonly unseen: InOut
  /**
   * `awaited`: the night is over and the counter goes on from yesterday's totals. `early`: it began again a little
   * before the reset, by its own clock.
   */
  readonly reset: 'done' | 'awaited' | 'early'
  /** When its totals last fell without a reset. Null: not today. */
  readonly backwardsAt: EpochMs | null
}

/** By gate id: what is remembered of an area's counters from one count to the next. */
export type CrowdAccount = ReadonlyMap<string, GateAccount>

export const NO_ACCOUNT: CrowdAccount = new Map()

/**
 * Enters one count of an area. A count from the future (by more than a heartbeat) is not entered, lest it shut out all
 * that follow; nor is one that is no newer than a gate's last. A gate missing from the count keeps its account.
 *
 * - Nightly reset: the account begins again. A counter that was seen on both sides of the reset and has not fallen is
 *   counted from where it stood, until it falls.
 * - A total that falls without a reset: what was counted stands, and counting goes on from the new total. The fall is
 *   no departure; what the gate may have carried between the two readings widens the interval until the reset.
 * - A counter that is up again: what may have passed unseen stays in the interval until the reset, less what the
 *   counter adds at once on its return.
 */
export function enterCount(
  account: CrowdAccount,
  count: CrowdCount,
  gates: readonly Gate[],
  now: EpochMs,
): CrowdAccount {
  const at = count.observedAt
  if (at - now > CROWD_HEARTBEAT_MS) return account
  const next = new Map(account)
  for (const gate of count.gates) {
    const known = account.get(gate.gateId)
    if (known && at <= known.lastAt) continue
    next.set(gate.gateId, known ? entered(known, gate, count, gates) : opened(gate, at))
  }
  return next
}

/** The count as the account has it: totals of today without falls. It can be given wherever a count can. */
export function creditedCount(account: CrowdAccount, count: CrowdCount): CrowdCount {
  return {
    ...count,
    gates: count.gates.map((gate) => {
      const offset = account.get(gate.gateId)?.offset
      if (!offset) return gate
      return {
        ...gate,
        entries: Math.max(0, gate.entries + offset.in),
        exits: Math.max(0, gate.exits + offset.out),
      }
    }),
  }
}

function opened(last: GateCount, lastAt: EpochMs): GateAccount {
  const none = { in: 0, out: 0 }
  return { last, lastAt, offset: none, unseen: none, reset: 'done', backwardsAt: null }
}

function entered(
  known: GateAccount,
  gate: GateCount,
  { gates: counted, observedAt: at }: CrowdCount,
  gates: readonly Gate[],
): GateAccount {
  const { last } = known
  const hasFallen = gate.entries < last.entries || gate.exits < last.exits
  const reset = resetBefore(at)
  if (known.lastAt < reset) return overnight(known, gate, at, reset, hasFallen)
  const same = { ...known, last: gate, lastAt: at }
  if (hasFallen && known.reset === 'awaited') {
    // The late reset: what has come since midnight was counted from yesterday's totals, what comes now from zero.
    const offset = { in: last.entries + known.offset.in, out: last.exits + known.offset.out }
    return { ...same, offset, reset: 'done' }
  }
  const rates = {
    inPerMin: Math.max(last.inPerMin, gate.inPerMin),
    outPerMin: Math.max(last.outPerMin, gate.outPerMin),
  }
  const wasDown = gate.downSince === null ? last.downSince : null
  const outage = unseenWhileDown({ ...gate, ...rates, downSince: wasDown }, counted, gates, at)
  const minutes = (at - known.lastAt) / MINUTE_MS
  const inward = total(last.entries, gate.entries, outage.in, rates.inPerMin * minutes)
  const outward = total(last.exits, gate.exits, outage.out, rates.outPerMin * minutes)
  const isEarlyReset = hasFallen && at >= reset + DAY_MS - RESET_GRACE_MS
  return {
    ...same,
    offset: { in: known.offset.in + inward.fall, out: known.offset.out + outward.fall },
    unseen: isEarlyReset
      ? known.unseen
      : { in: known.unseen.in + inward.unseen, out: known.unseen.out + outward.unseen },
    reset: isEarlyReset ? 'early' : known.reset,
    backwardsAt: hasFallen && !isEarlyReset ? at : known.backwardsAt,
  }
}

/** One total from one reading to the next: by how much it fell, and at most how many it did not see. */
function total(before: number, now: number, outage: number, meanwhile: number) {
  return now < before
    ? { fall: before - now, unseen: Math.max(outage, meanwhile) }
    : { fall: 0, unseen: Math.max(0, outage - (now - before)) }
}

function overnight(
  { last, lastAt, reset: before }: GateAccount,
  gate: GateCount,
  at: EpochMs,
  reset: EpochMs,
  hasFallen: boolean,
): GateAccount {
  const fresh = opened(gate, at)
  // Totals that were not watched across the reset may have grown again beyond yesterday's: they are taken as they are.
  const isWatched = lastAt >= reset - RESET_GRACE_MS && at <= reset + RESET_GRACE_MS
  if (hasFallen || !isWatched || before === 'early' || last.entries + last.exits === 0) return fresh
  return { ...fresh, offset: { in: -last.entries, out: -last.exits }, reset: 'awaited' }
}
