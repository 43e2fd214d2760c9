import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOfCounts } from './change'
import { type Finding, type RunFinding, sentencesOf } from './sentence'

const finding = (
  measureId: string,
  now: number | null,
  past: number | null,
  over: Partial<Finding> = {},
): Finding => ({
  measureId,
  areaCode: '520000',
  isWhole: true,
  order: 0,
  now,
  past,
  change: changeOfCounts({ count: now, exposure: 28 }, { count: past, exposure: 28 }),
  by: 'festival',
  pairedDays: null,
  brokenParts: 0,
  ...over,
})
const run = (from: number, to: number, over: Partial<RunFinding> = {}): RunFinding => ({
  measureId: 'calls',
  areaCode: '520600',
  order: 0,
  days: { from, to },
  signal: 'above',
  isOngoing: false,
  ...over,
})
const area = (areaCode: string, now: number, past: number) =>
  finding('calls', now, past, { areaCode, isWhole: false })

describe('the sentences of a page', () => {
  it('of the comp: the headline with the area it comes from, the run, the noise that looks large', () => {
    const facts = sentencesOf(
      [
        finding('calls', 41_286, 42_390),
        finding('village-fires', 9, 4, { order: 2 }),
        finding('fires', 61, 74, { order: 1 }),
        area('520100', 12_204, 12_986),
        area('520600', 3_846, 3_561),
        area('520300', 6_931, 7_010),
      ],
      [run(100, 104), run(90, 91)],
    )
    expect(facts.map(({ kind }) => kind)).toEqual(['headline', 'run', 'looks-large'])
    expect(facts[0]).toMatchObject({
      finding: { change: { verdict: 'down' } },
      from: { areaCode: '520100' },
    })
    expect(facts[1]).toMatchObject({ run: { days: { from: 100, to: 104 } }, others: 0 })
    expect(facts[2]).toMatchObject({
      finding: { measureId: 'village-fires', change: { verdict: 'usual' } },
    })
  })

  it('a headline within chance names no area', () => {
    const [headline] = sentencesOf(
      [finding('calls', 1204, 1240), area('520100', 900, 200), area('520300', 300, 310)],
      [],
    )
    expect(headline).toMatchObject({ kind: 'headline', from: null })
  })

  it('the surest signal of another measure, with how many were looked at', () => {
    const facts = sentencesOf(
      [
        finding('calls', 500, 500),
        finding('alarms', 400, 200, { order: 1 }),
        finding('hazards', 900, 300, { order: 2 }),
      ],
      [],
    )
    expect(facts[1]).toMatchObject({
      kind: 'signal',
      finding: { measureId: 'hazards' },
      lookedAt: 3,
    })
    expect(facts[1]).toHaveProperty('byChance', 3 * 0.0027)
  })

  it('what goes on comes before what is longer and over', () => {
    const facts = sentencesOf([], [run(10, 20), run(40, 43, { isOngoing: true })])
    expect(facts).toMatchObject([{ kind: 'run', run: { days: { from: 40 } }, others: 1 }])
  })

  it('one day alone is no run', () => {
    expect(sentencesOf([], [run(10, 11)])).toEqual([])
  })

  it('says that all is usual only where something was looked at', () => {
    expect(sentencesOf([finding('calls', 500, 510)], []).map(({ kind }) => kind)).toEqual([
      'headline',
      'all-usual',
    ])
    expect(sentencesOf([], [])).toEqual([])
  })

  it('tells what is not known, the headline first of all', () => {
    const unknown = finding('calls', null, 500)
    expect(sentencesOf([unknown], [])).toMatchObject([{ kind: 'unknown', findings: [unknown] }])
    const full = sentencesOf(
      [
        unknown,
        finding('alarms', 400, 200, { order: 1 }),
        finding('village-fires', 9, 4, { order: 2 }),
      ],
      [run(1, 5)],
    )
    expect(full.map(({ kind }) => kind)).toEqual(['signal', 'run', 'unknown'])
  })

  it('three at most, no measure twice in headline and signal, and never a direction for noise', () => {
    const count = fc.option(fc.integer({ min: 0, max: 3000 }))
    const any = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        now: count,
        past: count,
        order: fc.nat(5),
        isWhole: fc.boolean(),
      }),
      { maxLength: 12, selector: ({ id, isWhole }) => `${id}${isWhole}` },
    )
    fc.assert(
      fc.property(any, (all) => {
        const findings = all.map(({ id, now, past, ...over }) => finding(id, now, past, over))
        const facts = sentencesOf(findings, [])
        expect(facts.length).toBeLessThanOrEqual(3)
        expect(new Set(facts.map(({ kind }) => kind)).size).toBe(facts.length)
        for (const fact of facts) {
          if (fact.kind === 'signal') expect(['up', 'down']).toContain(fact.finding.change.verdict)
          if (fact.kind === 'looks-large') expect(fact.finding.change.verdict).toBe('usual')
          if (fact.kind === 'headline' && fact.finding.change.verdict === 'usual')
            expect(fact.from).toBeNull()
          if (fact.kind === 'all-usual')
            expect(findings.every(({ change }) => !['up', 'down'].includes(change.verdict))).toBe(
              true,
            )
        }
        expect(sentencesOf(findings.toReversed(), []).map(({ kind }) => kind)).toEqual(
          facts.map(({ kind }) => kind),
        )
      }),
    )
  })
})
