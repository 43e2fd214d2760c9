import {
  type AlarmRule,
  RULE_FIGURES,
  RULE_MEASURES,
  type RuleFigure,
  type RuleMeasure,
} from './alarm-rules'

export interface RuleFault {
  readonly rule: string
  readonly field: keyof AlarmRule
  readonly why:
    | 'not-a-number'
    | 'out-of-range'
    | 'empty'
    | 'needs-limit'
    | 'twice'
    | 'whole-from-two'
    | 'not-under-limit'
    /** A rule of the same measure that is milder, or a lower step of the ladder, rings later than this one. */
    | 'not-over-milder'
}

type Bounds = readonly [least: number, most: number]

/** What can happen in a place: a limit that nothing reaches is a rule switched off, one that all reach is noise. */
const LIMITS: { readonly [M in RuleMeasure]?: Bounds } = {
  // Nobody has counted more than about ten people on a square metre (Fruin 1971; Helbing 2007).
  'zone-density': [0.5, 10],
  'zone-rise': [0.1, 5],
  'area-share': [10, 150],
  'unit-silence': [1, 240],
  'place-idleness': [100, 1_000],
  'incident-undispatched': [0.5, 120],
  'incident-unattended': [1, 240],
}

const FIGURES: { readonly [F in RuleFigure]: Bounds } = {
  limit: [0, 10_000],
  hysteresis: [0, 1_000],
  onDelayS: [0, 3_600],
  onCount: [0, 20],
  onCountWindowS: [0, 3_600],
  offDelayS: [0, 3_600],
}

export const boundsOf = ({ measure }: Pick<AlarmRule, 'measure'>, field: RuleFigure): Bounds =>
  (field === 'limit' && LIMITS[measure]) || FIGURES[field]

/** Steps of one scale, the lowest first: the higher one hushes those under it. */
export const RULE_LADDERS: readonly (readonly string[])[] = [
  ['zone-density-3', 'zone-density-4', 'zone-density-5'],
  ['area-80', 'area-90', 'area-100'],
]

/** What is wrong with edited rules, one fault for each field; an empty list is a set that may go live. */
export function ruleFaults(rules: readonly AlarmRule[]): readonly RuleFault[] {
  const seen = new Set<string>()
  return rules.flatMap((one) => {
    const faults: RuleFault[] = []
    const fault = (field: keyof AlarmRule, why: RuleFault['why']) =>
      faults.push({ rule: one.id, field, why })
    if (seen.has(one.id)) fault('id', 'twice')
    seen.add(one.id)
    if (one.name.trim() === '') fault('name', 'empty')
    const needsLimit = RULE_MEASURES[one.measure] !== null
    if (needsLimit && one.limit === null) fault('limit', 'needs-limit')
    for (const field of RULE_FIGURES) {
      const value = one[field]
      if (value === null) continue
      const [least, most] = boundsOf(one, field)
      if (!Number.isFinite(value)) fault(field, 'not-a-number')
      else if (value < least || value > most) fault(field, 'out-of-range')
      else if (field === 'limit' && rules.some((other) => isOutOfOrder(one, other)))
        fault(field, 'not-over-milder')
    }
    if (one.onCount !== 0 && (one.onCount < 2 || !Number.isInteger(one.onCount)))
      fault('onCount', 'whole-from-two')
    if (one.onCount > 0 && one.onCountWindowS === 0) fault('onCountWindowS', 'out-of-range')
    if (needsLimit && one.limit !== null && one.limit >= 0 && !(one.limit > one.hysteresis))
      fault('hysteresis', 'not-under-limit')
    return faults
  })
}

/** The more urgent rule, or the higher step, is told of no later than what leads up to it. */
function isOutOfOrder(one: AlarmRule, other: AlarmRule): boolean {
  if (one === other || one.measure !== other.measure || !one.isOn || !other.isOn) return false
  if (one.limit === null || other.limit === null) return false
  const ladder = RULE_LADDERS.find((steps) => steps.includes(one.id) && steps.includes(other.id))
  const leadsUp = ladder
    ? ladder.indexOf(other.id) < ladder.indexOf(one.id)
    : other.priority > one.priority
  return leadsUp && one.limit <= other.limit
}
