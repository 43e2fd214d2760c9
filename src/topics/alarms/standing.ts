import {
  ALARM_PRIORITIES,
  type AlarmPriority,
  isHushed,
  isUnacknowledged,
  type StandingAlarm,
} from '../../domain/alarm'

/** An alarm of the server's, or one that only this page can know of. */
export interface ShownAlarm extends StandingAlarm {
  /** Raised and answered here: the loss of a feed, a fault of the page. */
  readonly isLocal: boolean
  /** The alarm whose cause keeps this one quiet by design, where it is told of. */
  readonly above?: StandingAlarm | null
}

export interface Standing {
  /** By priority, those that wait for an answer first, then the oldest. */
  readonly queue: readonly ShownAlarm[]
  /** Shelved, suppressed by design, out of service: quiet, listed and counted. */
  readonly hushed: readonly ShownAlarm[]
  readonly unanswered: number
  readonly counts: Readonly<Record<AlarmPriority, Count>>
}

export interface Count {
  readonly standing: number
  readonly unanswered: number
}

export function standingOf(alarms: readonly ShownAlarm[]): Standing {
  const queue = alarms.filter((one) => one.state !== 'normal' && !isHushed(one)).sort(inOrder)
  const unanswered = queue.filter(isUnacknowledged)
  const of = (list: readonly ShownAlarm[], priority: AlarmPriority) =>
    list.filter((one) => one.priority === priority).length
  return {
    queue,
    hushed: alarms.filter(isHushed).sort(inOrder),
    unanswered: unanswered.length,
    counts: Object.fromEntries(
      ALARM_PRIORITIES.map((priority) => [
        priority,
        { standing: of(queue, priority), unanswered: of(unanswered, priority) },
      ]),
    ) as Record<AlarmPriority, Count>,
  }
}

/** Within a priority what has been answered never pushes down what has not. */
function inOrder(a: ShownAlarm, b: ShownAlarm): number {
  return (
    a.priority - b.priority ||
    Number(isUnacknowledged(b)) - Number(isUnacknowledged(a)) ||
    a.raisedAt - b.raisedAt ||
    (a.id < b.id ? -1 : 1)
  )
}

/** The next one that waits for an answer, after the one that is looked at; the first again after the last. */
export function nextUnanswered(
  queue: readonly ShownAlarm[],
  after: string | null,
): ShownAlarm | null {
  const waiting = queue.filter(isUnacknowledged)
  const at = waiting.findIndex(({ alarm }) => alarm === after)
  return waiting[(at + 1) % Math.max(1, waiting.length)] ?? null
}

/** What the queue shows as one line. */
export interface QueueLine {
  readonly head: ShownAlarm
  /** At least the head. More than one only in a flood, and never of priority 1. */
  readonly members: readonly ShownAlarm[]
}

/**
 * In a flood the lesser alarms of one rule and prefecture stand as one line, under the one of them that comes first; what
 * is most urgent is never folded.
 */
export function linesOf(queue: readonly ShownAlarm[], isFlood: boolean): readonly QueueLine[] {
  if (!isFlood) return queue.map((head) => ({ head, members: [head] }))
  const lines = new Map<string, { head: ShownAlarm; members: ShownAlarm[] }>()
  for (const one of queue) {
    const key =
      one.priority === 1
        ? one.id
        : [one.ruleId, one.areaCode.slice(0, 4), isUnacknowledged(one)].join(' ')
    const line = lines.get(key)
    if (line) line.members.push(one)
    else lines.set(key, { head: one, members: [one] })
  }
  return [...lines.values()]
}

/** What asks for the eye from across the hall. */
export function unansweredP1({ queue }: Standing): readonly ShownAlarm[] {
  return queue.filter((one) => one.priority === 1 && isUnacknowledged(one))
}
