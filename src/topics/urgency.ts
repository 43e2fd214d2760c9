import type { AlarmPriority } from '../domain/alarm'
import { DEFAULT_PRIORITY, type DefaultRule } from '../domain/alarm-defaults'
import type { Urgency } from '../ui/tokens'

export const URGENCY_OF: Readonly<Record<AlarmPriority, Urgency>> = {
  1: 'p1',
  2: 'p2',
  3: 'p3',
  4: 'p4',
}

/** The mark of what a rule rings for: the same as its alarm bears. */
export const urgencyOfRule = (rule: DefaultRule): Urgency => URGENCY_OF[DEFAULT_PRIORITY[rule]]
