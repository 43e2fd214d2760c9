import { useEffect } from 'react'
import { FEED_IDS, FEEDS } from '../../api/feeds'
import type { Readings } from '../../api/reading'
import { useReadings, useServerNow } from '../../api/readings'
import type { Alarm, AlarmEvent, AlarmSource } from '../../domain/alarm'
import { DEFAULT_PRIORITY } from '../../domain/alarm-defaults'
import { expireShelving, quietAlarm, step } from '../../domain/alarm-machine'
import {
  type AlarmRule,
  type CauseMemory,
  look,
  NO_CAUSE,
  type RuleFigure,
} from '../../domain/alarm-rules'
import type { EpochMs } from '../../domain/time'
import { keepLocalHistory, noteLocally } from './local-history'
import { showLocally } from './local-shown'

/** Something that only this page can know: a feed that does not reach it, or a fault of its own. */
export interface LocalCause {
  readonly ruleId: 'feed-lost' | 'product'
  readonly key: string
  readonly place: string
  readonly placeEn: string
  readonly isThere: boolean
}

type LocalRule = Pick<AlarmRule, 'kind' | 'priority' | 'latching' | RuleFigure>

const AT_ONCE = {
  latching: false,
  limit: null,
  hysteresis: 0,
  onDelayS: 0,
  onCount: 0,
  onCountWindowS: 600,
  offDelayS: 30,
} as const

/** As the default rules of the same names: no server can raise these, so none can change them. */
const RULES: { readonly [Id in LocalCause['ruleId']]: LocalRule } = {
  // One that has never answered is lost at its first failure, which a page that is still loading may bring about.
  'feed-lost': {
    kind: 'feed-lost',
    priority: DEFAULT_PRIORITY['feed-lost'],
    ...AT_ONCE,
    onDelayS: 10,
  },
  // A browser that waits for the first touch is given the time to get it.
  product: { kind: 'product-fault', priority: DEFAULT_PRIORITY.product, ...AT_ONCE, onDelayS: 30 },
}

interface Kept {
  readonly alarm: Alarm
  readonly cause: CauseMemory
  readonly rev: number
}

// One page, one set of local alarms: they live beside the feeds, not in a component that may unmount.
let kept: ReadonlyMap<string, Kept> = new Map()
const faults = new Map<string, LocalCause>()

/** A fault of the product itself, until it is told that it has gone. */
export function reportFault(
  key: string,
  words: { zh: string; en: string },
  isThere: boolean,
): void {
  faults.set(key, { ruleId: 'product', key, place: words.zh, placeEn: words.en, isThere })
}

/**
 * One look at everything local. Pure but for what it keeps.
 *
 * @param isAttended where nobody is, it goes with its cause: a hall would read of a lost source beside its live figure
 */
export function lookLocally(causes: readonly LocalCause[], now: EpochMs, isAttended = true): void {
  const next = new Map(kept)
  for (const one of causes) {
    const rule = isAttended ? RULES[one.ruleId] : { ...RULES[one.ruleId], offDelayS: 0 }
    const id = `${one.ruleId}.${one.key}`
    const source: AlarmSource = {
      id,
      ruleId: one.ruleId,
      kind: rule.kind,
      priority: rule.priority,
      latching: rule.latching,
      subject: null,
      placeId: null,
      place: one.place,
      placeEn: one.placeEn,
      areaCode: '',
      position: null,
    }
    const before = next.get(id) ?? { alarm: quietAlarm(source, now), cause: NO_CAUSE, rev: 0 }
    const cause = look(rule, before.cause, one.isThere ? 1 : 0, now)
    let alarm = expireShelving(before.alarm, now)
    noteLocally(before.alarm, { name: 'unshelve', at: alarm.changedAt }, alarm)
    if (cause.isAnnounced !== alarm.isActive) {
      const event = { name: cause.isAnnounced ? 'raise' : 'clear', at: now } as const
      const after = step(alarm, event).alarm
      noteLocally(alarm, event, after)
      alarm = after
    }
    if (alarm !== before.alarm || cause !== before.cause)
      next.set(id, { alarm, cause, rev: before.rev + Number(alarm !== before.alarm) })
  }
  publish(next)
}

/** What the officer does with a local alarm; false where its state does not take it, or another occurrence stands. */
export function answerLocally(alarmId: string, event: AlarmEvent): boolean {
  const one = kept.get(alarmId)
  if (!one) return false
  const result = step(one.alarm, event)
  if (result.ok) {
    noteLocally(one.alarm, event, result.alarm)
    publish(new Map(kept).set(alarmId, { ...one, alarm: result.alarm, rev: one.rev + 1 }))
  }
  return result.ok
}

function publish(next: ReadonlyMap<string, Kept>) {
  const before = kept
  kept = next
  const isSame = [...next].every(([id, one]) => before.get(id)?.alarm === one.alarm)
  if (isSame && next.size === before.size) return
  const shown = [...kept.values()]
    .filter(({ alarm }) => alarm.state !== 'normal')
    .map(({ alarm: { id, changedAt, raisedAt, ...alarm }, rev }) => ({
      ...alarm,
      id: `${id}~${alarm.occurrence}`,
      alarm: id,
      rev,
      value: null,
      raisedAt: raisedAt ?? changedAt,
      isFirst: false,
      escalation: 0,
      verification: null,
      placePhoto: null,
      observedAt: changedAt,
      isLocal: true,
    }))
  showLocally(shown)
}

/**
 * Where nobody can answer, what has gone by itself asks for no answer: a wall would tell for months of a feed that was
 * lost for a minute.
 */
export function dropReturned(): void {
  const standing = [...kept].filter(([, { alarm }]) => alarm.state !== 'returned-unacknowledged')
  if (standing.length < kept.size) publish(new Map(standing))
}

interface WatchProps {
  readonly nameOf: (feed: string) => { zh: string; en: string }
  /** Somebody can answer here. */
  readonly isAttended: boolean
  /** Where this machine keeps what became of its own alarms. */
  readonly keeper: Storage | null
}

/** Watches feeds and faults for as long as the page lives. Once per page; it shows nothing itself. */
export default function LocalWatch({ nameOf, isAttended, keeper }: WatchProps): null {
  const readings = useReadings()
  const now = useServerNow(1_000)
  useEffect(() => keepLocalHistory(keeper), [keeper])
  useEffect(() => {
    if (now === null) return
    lookLocally([...lostFeeds(readings, nameOf), ...faults.values()], now, isAttended)
    if (!isAttended) dropReturned()
  }, [readings, now, nameOf, isAttended])
  return null
}

/** A feed that has never been asked is not lost yet. */
function lostFeeds(
  readings: Readings,
  nameOf: (feed: string) => { zh: string; en: string },
): LocalCause[] {
  return FEED_IDS.map((id) => {
    const { quality, cause, ageMs } = readings[id]
    const { zh, en } = nameOf(id)
    const isThere = quality === 'lost' && (cause !== null || (ageMs ?? 0) > 12 * FEEDS[id].everyMs)
    return { ruleId: 'feed-lost', key: id, place: zh, placeEn: en, isThere }
  })
}
