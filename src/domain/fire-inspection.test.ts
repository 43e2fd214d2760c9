import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backlogByArea, type InspectionReport, inspectionFunnel } from './fire-inspection'

const year = (y: number) => ({ from: Date.UTC(y, 0, 1), to: Date.UTC(y + 1, 0, 1) })
/** The province in 2016. */
const report = (over: Partial<InspectionReport> = {}): InspectionReport => ({
  areaCode: '520000',
  period: year(2016),
  inspections: 119_000,
  found: 142_000,
  putRight: 137_000,
  openBefore: 0,
  ...over,
})
const open = (...reports: InspectionReport[]) => inspectionFunnel(reports).backlog

describe('the funnel', () => {
  it('of 2016: 119,000 inspections, 142,000 hazards, 137,000 put right, 5,000 open', () => {
    expect(inspectionFunnel([report()])).toEqual({
      inspections: 119_000,
      found: 142_000,
      putRight: 137_000,
      backlog: { open: 5_000, isAtLeast: false },
      incomplete: 0,
      reports: 1,
    })
  })
  it('is a lower bound where nobody says what was open before', () => {
    expect(open(report({ openBefore: null }))).toEqual({ open: 5_000, isAtLeast: true })
    expect(open(report({ openBefore: null, putRight: 150_000 }))).toEqual({
      open: 0,
      isAtLeast: true,
    })
  })
  it('may put right what was found before', () => {
    expect(open(report({ openBefore: 9_000, putRight: 150_000 }))).toEqual({
      open: 1_000,
      isAtLeast: false,
    })
  })
  it.each<[string, Partial<InspectionReport>]>([
    ['more is put right than was ever open', { putRight: 150_000 }],
    ['what was found is not told', { found: null }],
    ['what was put right is not told', { putRight: null }],
    ['a count is negative', { found: -1 }],
    ['a count is broken', { putRight: 0.5 }],
    ['what was open before cannot be', { openBefore: -1 }],
  ])('tells no backlog where %s', (_why, over) => {
    expect(open(report(over))).toEqual({ open: null, isAtLeast: true })
  })
  it('counts what lacks a figure, and never takes it for zero', () => {
    const all = [report(), report({ areaCode: '520100', inspections: null, found: -3 })]
    expect(inspectionFunnel(all)).toMatchObject({
      inspections: 119_000,
      found: 142_000,
      incomplete: 1,
      reports: 2,
      backlog: { open: 5_000, isAtLeast: true },
    })
    expect(inspectionFunnel([])).toMatchObject({ inspections: null, backlog: { open: null } })
  })
  it('carries the backlog of one period into the next', () => {
    const next = report({ period: year(2017), found: 10, putRight: 3_010, openBefore: null })
    expect(open(next, report())).toEqual({ open: 2_000, isAtLeast: false })
    // What the later report says itself holds.
    expect(open({ ...next, openBefore: 4_000 }, report())).toEqual({
      open: 1_000,
      isAtLeast: false,
    })
    expect(open({ ...next, period: year(2018) }, report()).open).toBeNull()
    expect(open({ ...next, period: year(2016) }, report()).open).toBeNull()
  })
})

describe('the backlog by area', () => {
  const counts = fc.array(
    fc.record({
      areaCode: fc.constantFrom('520102', '520103', '522631', '522601'),
      inspections: fc.nat(99),
      found: fc.nat(99),
      putRight: fc.nat(99),
      openBefore: fc.integer({ min: 99, max: 200 }),
    }),
    { maxLength: 4 },
  )
  it('has the most open first, by prefecture or county', () => {
    const all = [
      report({ areaCode: '520102', found: 10, putRight: 9 }),
      report({ areaCode: '522631', found: 10, putRight: 4 }),
      report({ areaCode: '520103', found: 10, putRight: 8 }),
    ]
    const by = (digits: 2 | 4 | 6) =>
      backlogByArea(all, digits).map(({ areaCode, backlog }) => [areaCode, backlog.open])
    expect(by(4)).toEqual([
      ['5226', 6],
      ['5201', 3],
    ])
    expect(by(6)[1]).toEqual(['520103', 2])
    expect(by(2)).toEqual([['52', 9]])
  })
  it('adds up to the whole at every level', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const once = [...new Map(all.map((one) => [one.areaCode, one])).values()].map(report)
        for (const digits of [2, 4, 6] as const) {
          const areas = backlogByArea(once, digits)
          const sum = areas.reduce((n, { backlog }) => n + (backlog.open ?? 0), 0)
          expect(sum).toBe(open(...once).open ?? 0)
        }
      }),
    )
  })
})
