import { CLAUSES, type Clause } from './fire-clauses'
import { type Fail, fieldsOf, type PackCause, textOf } from './fire-rule-fields'
import { type RuleKind, type RuleLine, ruleKey, ruleLineOf } from './fire-rule-line'
import { type JsonNode, parseJson, placeIn } from './fire-rule-text'
import { halfWidth } from './fire-rule-width'

export interface RulePack {
  readonly version: string
  /** A role, never a name. */
  readonly authorRole: string
  readonly lines: readonly RuleLine[]
}

export interface PackFault {
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly cause: PackCause
  /** The key, word, number or character at fault. Text for people, never interpreted. */
  readonly detail: string | null
}

export type PackAnswer =
  /** `lineNumbers`: where each of its rules begins in the text, from 1. */
  | { readonly ok: true; readonly pack: RulePack; readonly lineNumbers: readonly number[] }
  | { readonly ok: false; readonly faults: readonly PackFault[] }

const MAX_TEXT = 200_000
const MAX_ROLE = 64
const MAX_LINES = 500
const MAX_FAULTS = 50

/** Custom of the product, not of the standard. */
export const PRESSURE_HYSTERESIS_MPA = 0.01
export const RULE_DELAY_S = 60
/** A roof tank's surface swings; 0.2 m³ is ours and nobody's clause. */
const TANK_HYSTERESIS_M3 = 0.2

/** GB 50974-2014 as `CLAUSES` has it. */
export const DEFAULT_RULE_PACK: RulePack = {
  version: '2014.1',
  authorRole: 'product',
  lines: CLAUSES.map(
    ({
      buildingClass,
      kind,
      condition,
      comparator,
      limit,
      unit,
      clause,
      sureness,
      isAdvisory,
    }) => ({
      buildingClass,
      kind: kind as RuleKind,
      condition,
      comparator,
      limit,
      unit,
      hysteresis: unit === 'MPa' ? PRESSURE_HYSTERESIS_MPA : TANK_HYSTERESIS_M3,
      delayS: RULE_DELAY_S,
      clause,
      sureness,
      isAdvisory,
    }),
  ),
}

/** As an officer edits it: one rule a line. `readRulePack` reads it back the same. */
export function writeRulePack({ version, authorRole, lines }: RulePack): string {
  const head = `  "version": ${JSON.stringify(version)},\n  "authorRole": ${JSON.stringify(authorRole)},`
  // What is not advisory need not say so: a rule should fit on a line of the screen.
  const body = lines
    .map(
      ({ isAdvisory, ...line }) =>
        `    ${JSON.stringify(isAdvisory ? { ...line, isAdvisory } : line)}`,
    )
    .join(',\n')
  return `{\n${head}\n  "lines": [\n${body}\n  ]\n}\n`
}

/** The text with the role of who edited it last; a role, never a name. */
export function signRulePack(text: string, role: string): string {
  const signed = JSON.stringify(role.slice(0, MAX_ROLE))
  return text.replace(
    /("authorRole"\s*:\s*)"(?:[^"\\]|\\.)*"/,
    (_, key: string) => `${key}${signed}`,
  )
}

/**
 * Every fault at once, in the order of the text; a text that is not JSON has one. Never throws.
 * A changed pack needs a version other than the one in use. Full-width punctuation and digits are read as half-width.
 */
export function readRulePack(typed: string, versionInUse: string | null = null): PackAnswer {
  const { text } = halfWidth(typed)
  const faults: { at: number; cause: PackCause; detail: string | null }[] = []
  const fail: Fail = (at, cause, detail = null) => {
    faults.push({ at, cause, detail: detail === null ? null : detail.slice(0, 80) })
    return null
  }
  const starts: number[] = []
  const pack =
    text.length > MAX_TEXT ? fail(MAX_TEXT, 'too-long') : packOf(text, versionInUse, fail, starts)
  if (pack && faults.length === 0)
    return { ok: true, pack, lineNumbers: lineNumbersOf(text, starts) }
  const inOrder = faults.toSorted((a, b) => a.at - b.at).slice(0, MAX_FAULTS)
  return {
    ok: false,
    faults: inOrder.map(({ at, cause, detail }) => ({ ...placeIn(text, at), cause, detail })),
  }
}

/** The pack in use after somebody handed in a text. A wrong one changes nothing. */
export function adoptRulePack(
  current: RulePack,
  text: string,
): { readonly pack: RulePack; readonly faults: readonly PackFault[] } {
  const answer = readRulePack(text, current.version)
  return answer.ok ? { pack: answer.pack, faults: [] } : { pack: current, faults: answer.faults }
}

/** For `judge` and `devicesNow`, which look at water. */
export function clausesOf({ lines }: RulePack): readonly Clause[] {
  return lines.flatMap(({ hysteresis, delayS, unit, ...line }) =>
    unit === 'V' ? [] : [{ ...line, unit }],
  )
}

function packOf(
  text: string,
  versionInUse: string | null,
  fail: Fail,
  starts: number[],
): RulePack | null {
  const json = parseJson(text)
  if (!json.ok) return fail(json.fault.at, json.fault.cause, json.fault.detail)
  const pack = fieldsOf(json.node, ['version', 'authorRole', 'lines'], [], fail)
  if (!pack) return null
  const version = textOf(pack.version, 32, fail)
  if (pack.version && version !== null && version === versionInUse)
    fail(pack.version.at, 'same-version', version)
  const authorRole = textOf(pack.authorRole, MAX_ROLE, fail)
  const lines = linesOf(pack.lines, fail, starts)
  return version === null || authorRole === null || !lines ? null : { version, authorRole, lines }
}

function linesOf(
  node: JsonNode | undefined,
  fail: Fail,
  starts: number[],
): readonly RuleLine[] | null {
  if (!node) return null
  if (node.is !== 'array') return fail(node.at, 'type', 'lines')
  if (node.items.length === 0) return fail(node.at, 'no-lines')
  if (node.items.length > MAX_LINES) return fail(node.at, 'too-long', 'lines')
  const byKey = new Map<string, RuleLine>()
  for (const item of node.items) {
    const line = ruleLineOf(item, fail)
    if (!line) continue
    const key = ruleKey(line)
    if (byKey.has(key)) fail(item.at, 'duplicate-line', key)
    byKey.set(key, line)
    starts.push(item.at)
    const other = byKey.get(ruleKey({ ...line, comparator: opposite(line.comparator) }))
    if (other && !haveRoom(line, other)) fail(item.at, 'contradiction', key)
  }
  return [...byKey.values()]
}

/** `starts` ascend: one walk over the text. */
function lineNumbersOf(text: string, starts: readonly number[]): readonly number[] {
  let [line, from] = [1, 0]
  return starts.map((at) => {
    line += placeIn(text.slice(from, at), at - from).line - 1
    from = at
    return line
  })
}

const opposite = (comparator: RuleLine['comparator']) => (comparator === '>=' ? '<=' : '>=')

function haveRoom(one: RuleLine, other: RuleLine): boolean {
  const [least, most] = one.comparator === '>=' ? [one, other] : [other, one]
  // 0.14 + 0.01 is a hair more than 0.15 in floating point.
  return most.limit - most.hysteresis - (least.limit + least.hysteresis) > -1e-9
}
