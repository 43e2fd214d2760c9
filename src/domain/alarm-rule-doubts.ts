import type { AlarmRule } from './alarm-rules'

/** Why an edit of the most urgent rules is asked for twice. */
export type RuleDoubt = 'off' | 'lowered' | 'laxer' | 'untried'

export interface DoubtedRule {
  readonly rule: AlarmRule
  readonly before: AlarmRule
  readonly why: readonly RuleDoubt[]
}

/** More than this above what is live is another rule. A custom of the house. */
const MUCH = 1.2
const MUCH_LATER_S = 60

/** The rules of the first priority, as they are live, that an edit makes quieter or that nobody has tried as edited. */
export function doubtedRules(
  live: readonly AlarmRule[],
  edited: readonly AlarmRule[],
  isTried: (rule: AlarmRule) => boolean,
): readonly DoubtedRule[] {
  return edited.flatMap((rule) => {
    const before = live.find(({ id }) => id === rule.id)
    if (before?.priority !== 1 || !before.isOn) return []
    if (JSON.stringify(before) === JSON.stringify(rule)) return []
    const why: RuleDoubt[] = []
    if (!rule.isOn) why.push('off')
    if (rule.priority > 1) why.push('lowered')
    if (isMuchLaxer(before, rule)) why.push('laxer')
    if (rule.isOn && !isTried(rule)) why.push('untried')
    return why.length > 0 ? [{ rule, before, why }] : []
  })
}

function isMuchLaxer(before: AlarmRule, rule: AlarmRule): boolean {
  const countsLess = before.onCount > 0 && (rule.onCount === 0 || rule.onCount > before.onCount)
  return (
    (rule.limit ?? 0) > (before.limit ?? 0) * MUCH ||
    rule.onDelayS > before.onDelayS + MUCH_LATER_S ||
    countsLess ||
    (before.latching && !rule.latching)
  )
}
