import type { BuildingClass, FireDevice, FireReading } from './fire'
import { breaksClause, judge } from './fire-clauses'
import { type RuleLine, ruleKey } from './fire-rule-line'
import { clausesOf, type RulePack } from './fire-rule-pack'

/** What an edited pack asks less than the one in use: each is something that will not ring. */
export interface PackLoss {
  /** Of which nothing is asked any more. */
  readonly classes: readonly BuildingClass[]
  /** Questions that are gone, those of lost classes as well. */
  readonly lines: readonly RuleLine[]
  /** Questions that more readings pass than before. */
  readonly laxer: readonly { readonly before: RuleLine; readonly after: RuleLine }[]
}

export function packLoss(inUse: RulePack, edited: RulePack): PackLoss {
  const now = new Map(edited.lines.map((line) => [ruleKey(line), line]))
  const classes = new Set(edited.lines.map(({ buildingClass }) => buildingClass))
  return {
    classes: [...new Set(inUse.lines.map(({ buildingClass }) => buildingClass))].filter(
      (one) => !classes.has(one),
    ),
    lines: inUse.lines.filter((line) => !now.has(ruleKey(line))),
    laxer: inUse.lines.flatMap((before) => {
      const after = now.get(ruleKey(before))
      return after && isLaxer(before, after) ? [{ before, after }] : []
    }),
  }
}

export const losesAnything = ({ lines, laxer }: PackLoss) => lines.length > 0 || laxer.length > 0

function isLaxer(before: RuleLine, after: RuleLine): boolean {
  if (after.delayS > before.delayS || (after.isAdvisory && !before.isAdvisory)) return true
  return before.comparator === '>=' ? after.limit < before.limit : after.limit > before.limit
}

/** How many of the devices break a line of the pack by what they read last. */
export function breakingNow(
  pack: RulePack,
  devices: readonly Pick<FireDevice, 'id' | 'kind' | 'buildingClass' | 'condition'>[],
  readings: ReadonlyMap<string, Pick<FireReading, 'value' | 'unit'>>,
): number {
  const clauses = clausesOf(pack)
  return devices.filter((device) =>
    breaksClause(judge(device, readings.get(device.id) ?? null, clauses)),
  ).length
}
