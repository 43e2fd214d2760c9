import { newKey } from '../../../api/alarm-writes'
import { type Ending, endAllocation } from '../../../api/allocation-writes'
import { outbox } from '../../../api/outbox'
import { type Decision, noteDecision } from '../../../api/outbox/decisions'
import {
  type Allocation,
  type AllocationOrigin,
  type AllocationTarget,
  isOver,
  type Order,
  undoing,
} from '../../../domain/allocation'
import type { Incident } from '../../../domain/incident'
import type { OrderEntry } from '../../../domain/order-entry'
import type { Unit } from '../../../domain/patrol'
import type { DispatchFacts, NamedPost } from './facts'
import { DISPATCH } from './words'

/** Who gives orders here. */
export interface Officer {
  /** Role and seat, never a name. */
  readonly by: string
  /** A viewer, and a wall, order nothing. */
  readonly mayOrder: boolean
}

export function officerOf(roles: readonly string[] | undefined, seat: number): Officer {
  const role = roles?.[0] ?? 'duty-officer'
  const mayOrder = roles === undefined || roles.some((one) => one !== 'viewer' && one !== 'wall')
  return { by: `${role} · 席位 ${seat}`, mayOrder }
}

export function incidentTarget(incident: Incident, title: string): AllocationTarget {
  return {
    kind: 'incident',
    id: incident.id,
    place: [title, incident.place].filter(Boolean).join(' · ').slice(0, 200),
    placeEn: null,
    position: incident.position,
  }
}

export function postTarget({ id, kind, name, nameEn, position }: NamedPost): AllocationTarget {
  return { kind, id, place: name, placeEn: nameEn, position }
}

interface Send {
  readonly unit: Unit
  readonly target: AllocationTarget
  readonly origin: AllocationOrigin
  readonly override: string | null
  readonly decision: Pick<Decision, 'what' | 'advice' | 'reason'>
}

/** Writes the order down and sends it; the decision goes into the log. False: this machine could not keep it. */
export async function send(
  facts: DispatchFacts,
  { by }: Officer,
  { unit, target, origin, override, decision }: Send,
): Promise<boolean> {
  const latest = facts.confirmed.get(unit.id) ?? null
  const order: Order = {
    unitId: unit.id,
    target,
    origin,
    override,
    undoes: null,
    replaces: latest && !isOver(latest) ? latest.id : null,
    by,
    decidedAt: facts.now,
  }
  const kept = await outbox.submit(order, unit.callSign, latest?.rev ?? 0)
  if (!kept) return false
  void outbox.pump()
  void noteDecision({ ...decision, at: facts.now, by, unit: unit.callSign, target: target.place })
  return true
}

/** An undo is an order of its own. */
export async function undo(facts: DispatchFacts, { by }: Officer, allocation: Allocation) {
  const { beat, undone } = DISPATCH
  const words = { place: beat.zh, placeEn: beat.en, reason: undone.zh }
  const order = undoing(allocation, facts.allocations, words, by, facts.now)
  await outbox.submit(order, allocation.callSign, allocation.rev)
  void outbox.pump()
}

export async function end({ by }: Officer, allocation: Allocation, state: Ending) {
  return endAllocation(allocation, state, by, newKey())
}

/** One key: the same decision again, seen as it stands now. */
export async function renew(facts: DispatchFacts, { key, order, current }: OrderEntry) {
  const known = facts.confirmed.get(order.unitId) ?? null
  const latest = current && current.rev > (known?.rev ?? 0) ? current : known
  await outbox.renew(key, latest, latest !== null && isOver(latest))
  void outbox.pump()
}
