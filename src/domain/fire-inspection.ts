import type { TimeWindow } from './time'

/** What one area reports of one period. Counts of places and hazards, never of persons. */
export interface InspectionReport {
  /** Six digits (GB/T 2260). */
  readonly areaCode: string
  readonly period: TimeWindow
  /** Null, in each: not told. */
  readonly inspections: number | null
  readonly found: number | null
  readonly putRight: number | null
  /** Hazards still open when the period began. */
  readonly openBefore: number | null
}

/**
 * Inspections → hazards found → put right. Not every step narrows: one inspection finds several hazards (2016: 119,000
 * inspections, 142,000 hazards), and what is put right may have been found in an earlier period.
 */
export interface InspectionFunnel {
  /** Sums of what was told; null: nothing was. */
  readonly inspections: number | null
  readonly found: number | null
  readonly putRight: number | null
  readonly backlog: Backlog
  /** Reports that lack a figure or state one that cannot be; sums are then lower bounds. */
  readonly incomplete: number
  readonly reports: number
}

/** Hazards that are open at the end. */
export interface Backlog {
  /** Null: it cannot be told. */
  readonly open: number | null
  /** What was open before is not told somewhere, or a report is missing a figure. */
  readonly isAtLeast: boolean
}

/** One report for each area and period; several periods of one area are joined. */
export function inspectionFunnel(reports: readonly InspectionReport[]): InspectionFunnel {
  const byArea = new Map<string, InspectionReport[]>()
  for (const report of reports) {
    const own = byArea.get(report.areaCode)
    if (own) own.push(report)
    else byArea.set(report.areaCode, [report])
  }
  const backlogs = [...byArea.values()].map(backlogOf)
  return {
    inspections: sumOf(reports, ({ inspections }) => inspections),
    found: sumOf(reports, ({ found }) => found),
    putRight: sumOf(reports, ({ putRight }) => putRight),
    backlog: {
      open: sumOf(backlogs, ({ open }) => open),
      isAtLeast: backlogs.some(({ open, isAtLeast }) => open === null || isAtLeast),
    },
    incomplete: reports.filter(
      ({ inspections, found, putRight }) => ![inspections, found, putRight].every(isCount),
    ).length,
    reports: reports.length,
  }
}

/** By the first `digits` of the code: 2 the province, 4 a prefecture, 6 a county. For the map: the most open first. */
export function backlogByArea(
  reports: readonly InspectionReport[],
  digits: 2 | 4 | 6,
): readonly (InspectionFunnel & { readonly areaCode: string })[] {
  const codes = new Set(reports.map(({ areaCode }) => areaCode.slice(0, digits)))
  return [...codes]
    .map((areaCode) => {
      const own = reports.filter((report) => report.areaCode.slice(0, digits) === areaCode)
      return { areaCode, ...inspectionFunnel(own) }
    })
    .toSorted((a, b) => (b.backlog.open ?? -1) - (a.backlog.open ?? -1))
}

/**
 * Of one area: counted on from its latest report that states what was open before. Periods that overlap or leave a gap
 * tell nothing, and more put right than was ever open is a contradiction: no backlog.
 */
function backlogOf(reports: readonly InspectionReport[]): Backlog {
  const inOrder = reports.toSorted((a, b) => a.period.from - b.period.from)
  const start = inOrder.findLastIndex(({ openBefore }) => openBefore !== null)
  const chain = inOrder.slice(Math.max(0, start))
  const before = chain[0]?.openBefore ?? null
  const isTold = chain.every(({ found, putRight }) => isCount(found) && isCount(putRight))
  const overlaps = inOrder.some(({ period }, i) => (inOrder[i - 1]?.period.to ?? 0) > period.from)
  const hasGap = chain.some(
    ({ period }, i) => (chain[i - 1]?.period.to ?? period.from) < period.from,
  )
  if (!isTold || overlaps || hasGap || (before !== null && !isCount(before))) return UNTOLD
  const change = chain.reduce((sum, one) => sum + (one.found ?? 0) - (one.putRight ?? 0), 0)
  if (before === null) return { open: Math.max(0, change), isAtLeast: true }
  return before + change < 0 ? UNTOLD : { open: before + change, isAtLeast: false }
}

const UNTOLD: Backlog = { open: null, isAtLeast: false }

function isCount(value: number | null): value is number {
  return value !== null && Number.isSafeInteger(value) && value >= 0
}

function sumOf<T>(all: readonly T[], countOf: (one: T) => number | null): number | null {
  const told = all.map(countOf).filter(isCount)
  return told.length === 0 ? null : told.reduce((a, b) => a + b, 0)
}
