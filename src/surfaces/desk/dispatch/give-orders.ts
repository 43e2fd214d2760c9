import { newKey } from '../../../api/alarm-writes'
import { type Ending, endAllocation } from '../../../api/allocation-writes'
import { outbox } from '../../../api/outbox'
import { type Decision, noteDecision, type PositionThen } from '../../../api/outbox/decisions'
import { serverTime } from '../../../api/readings'
import {
  type Allocation,
  type AllocationOrigin,
  type AllocationTarget,
  isOver,
  type Order,
  undoing,
} from '../../../domain/allocation'
import type { LngLat } from '../../../domain/geo'
import type { Incident } from '../../../domain/incident'
import { standingOf, standsAlready } from '../../../domain/order-conflict'
import type { OrderEntry } from '../../../domain/order-entry'
import type { Unit } from '../../../domain/patrol'
import { placeOf, titleOf } from '../../../topics/incidents/describe'
import type { AreaNames } from '../../../ui/area-names'
import type { Lang } from '../../../ui/words'
import type { Officer } from '../../officer'
import {
  type DispatchFacts,
  isPositionOld,
  type NamedPost,
  nearest,
  positionQuality,
} from './facts'
import { DISPATCH } from './words'

/** In both languages: who reads the order need not read ours. */
export function incidentTarget(incident: Incident, areas: AreaNames): AllocationTarget {
  const title = titleOf(incident)
  const where = placeOf(incident, areas)
  const inFull = (lang: Lang) => `${title[lang]} · ${where[lang]}`.slice(0, 200)
  return {
    kind: 'incident',
    id: incident.id,
    place: inFull('zh'),
    placeEn: inFull('en'),
    position: incident.position,
  }
}

export function postTarget({ id, kind, name, nameEn, position }: NamedPost): AllocationTarget {
  return { kind, id, place: name, placeEn: nameEn, position }
}

/** A point of the map by what stands near it: nobody finds his way by coordinates. */
export function pointTarget({ places }: DispatchFacts, position: LngLat): AllocationTarget {
  const at = `${position[0].toFixed(4)}, ${position[1].toFixed(4)}`
  const near = nearest(
    places.filter(({ id }) => !id.startsWith('cell-')),
    position,
  )
  return {
    kind: 'point',
    id: `point-${at}`,
    place: near ? `${near.name}附近（${at}）` : at,
    placeEn: near ? `near ${near.nameEn ?? near.name} (${at})` : at,
    position,
  }
}

const inBoth = ({ place, placeEn }: Pick<AllocationTarget, 'place' | 'placeEn'>) => ({
  zh: place,
  en: placeEn ?? place,
})

interface Send {
  readonly unit: Unit
  readonly target: AllocationTarget
  readonly origin: AllocationOrigin
  readonly override: string | null
  readonly decision: Pick<Decision, 'what' | 'advice' | 'reason'>
}

/** What the log takes for the time of a decision is what the order takes. */
export const decisionTime = () => Math.round(serverTime() ?? Date.now())

/** How far the position could be trusted that the decision was made by. */
export function positionThen(facts: DispatchFacts, unit: Unit): PositionThen {
  const ageMs = unit.position ? Math.max(0, facts.now - unit.observedAt) : null
  return { quality: positionQuality(facts, unit), ageMs }
}

/** Whether an order for the unit, as it stands now, has to say why it is given all the same. */
export const needsReason = (facts: DispatchFacts, unit: Unit, override: string | null) =>
  !override?.trim() && isPositionOld(facts, unit)

/**
 * Writes the order down and sends it; the decision goes into the log once. False: this machine could not keep it,
 * or the position is old and nobody has said why the unit goes all the same.
 * An order for a unit that has one under way is none, and is not logged.
 */
export async function send(
  facts: DispatchFacts,
  { by }: Officer,
  { unit, target, origin, override, decision }: Send,
): Promise<boolean> {
  if (needsReason(facts, unit, override)) return false
  const latest = facts.confirmed.get(unit.id) ?? null
  const order: Order = {
    unitId: unit.id,
    target,
    origin,
    override,
    undoes: null,
    replaces: latest && !isOver(latest) ? latest.id : null,
    by,
    decidedAt: decisionTime(),
  }
  const submitted = await outbox.submit(order, unit.callSign, latest?.rev ?? 0)
  if (submitted.is === 'not-kept') return false
  if (submitted.is === 'kept')
    void noteDecision(
      {
        ...decision,
        at: order.decidedAt,
        by,
        unit: unit.callSign,
        target: inBoth(target),
        position: positionThen(facts, unit),
      },
      submitted.key,
    )
  void outbox.pump()
  return true
}

/** An undo is an order of its own, and stands in the log as what it takes back. */
export async function undo(facts: DispatchFacts, { by }: Officer, allocation: Allocation) {
  const { beat, undone } = DISPATCH
  const words = { place: beat.zh, placeEn: beat.en, reason: undone.zh }
  const order = undoing(allocation, facts.allocations, words, by, decisionTime())
  const submitted = await outbox.submit(order, allocation.callSign, allocation.rev)
  if (submitted.is === 'kept')
    void noteDecision(
      {
        what: 'undone',
        at: order.decidedAt,
        by,
        unit: allocation.callSign,
        target: inBoth(allocation.target),
        advice: '',
        reason: '',
        undoes: allocation.id,
      },
      submitted.key,
    )
  void outbox.pump()
}

export async function end({ by }: Officer, allocation: Allocation, state: Ending) {
  return endAllocation(allocation, state, by, newKey())
}

/** `stands`: the unit is on its way there already, and nothing is withdrawn for it. `reason`: its position is old. */
export type Renewed = 'sent' | 'stands' | 'reason' | 'not-kept'

/** One key: the same decision again, seen as it stands now, by whoever decides now. */
export async function renew(
  facts: DispatchFacts,
  { by }: Officer,
  entry: OrderEntry,
  reason: string | null,
): Promise<Renewed> {
  const { key, order } = entry
  const latest = standingOf(entry, facts.confirmed.get(order.unitId) ?? null)
  if (standsAlready(order, latest)) return 'stands'
  const unit = facts.units.find(({ id }) => id === order.unitId)
  const override = reason ?? order.override
  // The service may know that it is old where we do not.
  const isRefused = entry.cause === 'position-stale' && !override?.trim()
  if (isRefused || (unit && needsReason(facts, unit, override))) return 'reason'
  const at = decisionTime()
  const next = await outbox.renew(key, latest, { by, override, decidedAt: at })
  if (next === null) return 'not-kept'
  void noteDecision(
    {
      what: 'again',
      at,
      by,
      unit: entry.callSign,
      target: inBoth(order.target),
      advice: '',
      reason: override ?? '',
      position: unit ? positionThen(facts, unit) : null,
    },
    next,
  )
  void outbox.pump()
  return 'sent'
}
