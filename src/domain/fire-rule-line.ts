import { BUILDING_CLASSES, type BuildingClass, type HydraulicCondition } from './fire'
import { PLAUSIBLE_MPA, type Sureness } from './fire-clauses'
import { type Fail, fieldsOf, flagOf, numberOf, textOf, wordOf } from './fire-rule-fields'
import type { JsonNode } from './fire-rule-text'

/** What can be held against a limit, and in which units. */
export const RULE_UNITS = {
  'hydrant-pressure': ['MPa'],
  'tank-level': ['m³', 'm', '%'],
  power: ['V'],
} as const
export type RuleKind = keyof typeof RULE_UNITS
export type RuleUnit = (typeof RULE_UNITS)[RuleKind][number]

export interface RuleLine {
  readonly buildingClass: BuildingClass
  readonly kind: RuleKind
  /** Of water that is under pressure; null for a level or a voltage, which has none. */
  readonly condition: HydraulicCondition | null
  /** What is asked: at least, or at most, the limit. */
  readonly comparator: '>=' | '<='
  readonly limit: number
  readonly unit: RuleUnit
  /** How far past the limit a value must come back before it counts as back, in `unit`. */
  readonly hysteresis: number
  /** How long a value must have been beyond the limit, s. */
  readonly delayS: number
  /** E.g. "GB 50974-2014 5.2.2". */
  readonly clause: string
  readonly sureness: Sureness
  readonly isAdvisory: boolean
}

/** What a line asks about; no two lines of a pack share it. */
export function ruleKey(line: Omit<RuleLine, 'limit' | 'hysteresis' | 'delayS'>): string {
  return [line.buildingClass, line.kind, line.condition, line.unit, line.comparator].join(' ')
}

/** What a sensor can say at most; beyond it a limit is a slip of the hand. */
const MOST: Record<RuleUnit, number> = { MPa: PLAUSIBLE_MPA, 'm³': 1e6, m: 1e3, '%': 100, V: 1e4 }
const MAX_DELAY_S = 3_600

const LINE_KEYS = [
  ...['buildingClass', 'kind', 'condition', 'comparator'],
  ...['limit', 'unit', 'hysteresis', 'delayS', 'clause'],
]

/** Null where anything is wrong with it, all of which `fail` was told. */
export function ruleLineOf(node: JsonNode, fail: Fail): RuleLine | null {
  const line = fieldsOf(node, LINE_KEYS, ['sureness', 'isAdvisory'], fail)
  if (!line) return null
  const known = BUILDING_CLASSES.filter((one) => one !== 'unknown')
  const buildingClass = wordOf(line.buildingClass, known, fail)
  const kind = wordOf(line.kind, Object.keys(RULE_UNITS) as RuleKind[], fail)
  const condition = conditionOf(line.condition, kind, fail)
  const comparator = wordOf(line.comparator, ['>=', '<='] as const, fail)
  const unit = unitOf(line.unit, kind, fail)
  const limit = numberOf(line.limit, unit ? MOST[unit] : Number.MAX_VALUE, fail)
  // A band wider than its limit would never let go.
  const hysteresis = numberOf(line.hysteresis, limit ?? Number.MAX_VALUE, fail)
  const delayS = numberOf(line.delayS, MAX_DELAY_S, fail)
  const clause = textOf(line.clause, 80, fail)
  const sureness = line.sureness ? wordOf(line.sureness, ['2', '1', 'K'] as const, fail) : 'K'
  const isAdvisory = line.isAdvisory ? flagOf(line.isAdvisory, fail) : false
  if (!buildingClass || !kind || condition === undefined || !comparator || !unit) return null
  if (limit === null || hysteresis === null || delayS === null) return null
  if (clause === null || !sureness || isAdvisory === null) return null
  const what = { buildingClass, kind, condition, comparator, limit, unit, hysteresis, delayS }
  return { ...what, clause, sureness, isAdvisory }
}

function unitOf(node: JsonNode | undefined, kind: RuleKind | null, fail: Fail): RuleUnit | null {
  const unit = wordOf(node, Object.keys(MOST) as RuleUnit[], fail)
  if (!node || !unit || !kind) return null
  const measured: readonly RuleUnit[] = RULE_UNITS[kind]
  return measured.includes(unit) ? unit : fail(node.at, 'unit', unit)
}

/** Undefined where it cannot be told. */
function conditionOf(
  node: JsonNode | undefined,
  kind: RuleKind | null,
  fail: Fail,
): HydraulicCondition | null | undefined {
  if (!node) return undefined
  const isNull = node.is === 'value' && node.value === null
  const condition = isNull ? null : wordOf(node, ['static', 'flowing'] as const, fail)
  if ((condition === null && !isNull) || !kind) return undefined
  if ((kind === 'hydrant-pressure') === (condition !== null)) return condition
  fail(node.at, 'condition', condition)
  return undefined
}
