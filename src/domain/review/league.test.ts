import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, rateOf } from './interval'
import { type LeagueEntry, leagueLevel, leagueOf } from './league'

const entry = (id: string, low: number, high: number): LeagueEntry => ({
  id,
  estimate: { value: (low + high) / 2, low, high, count: 1, of: 1 },
})
const ranks = (...entries: LeagueEntry[]) =>
  leagueOf(entries).rows.map(({ id, rank, sharedBy }) => `${id} ${rank}/${sharedBy}`)

describe('a league table', () => {
  it('ranks where intervals are apart', () => {
    expect(ranks(entry('b', 4, 5), entry('a', 8, 9), entry('c', 1, 2))).toEqual([
      'a 1/1',
      'b 2/1',
      'c 3/1',
    ])
  })
  it('does not where they overlap, nor along a chain of overlaps', () => {
    expect(
      ranks(entry('a', 8, 11), entry('b', 6, 9), entry('c', 4, 6.5), entry('d', 1, 2)),
    ).toEqual(['a 1/3', 'b 1/3', 'c 1/3', 'd 4/1'])
    expect(leagueOf([entry('a', 1, 3), entry('b', 2, 4)]).isOneRank).toBe(true)
  })
  it('tells still who is surely above and below within a shared rank', () => {
    const { rows } = leagueOf([entry('a', 8, 11), entry('b', 6, 9), entry('c', 4, 6.5)])
    expect(rows.map(({ surelyAbove, surelyBelow }) => [surelyAbove, surelyBelow])).toEqual([
      [0, 1],
      [0, 0],
      [1, 0],
    ])
  })
  it('and the places that each may have, which hold its true place if the intervals hold', () => {
    const { rows } = leagueOf([entry('a', 8, 11), entry('b', 6, 9), entry('c', 4, 6.5)])
    expect(rows.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ])
  })
  it('one wide interval takes in whom it covers', () => {
    expect(ranks(entry('a', 8, 9), entry('small', 0, 12), entry('b', 1, 2))).toEqual([
      'a 1/3',
      'small 1/3',
      'b 1/3',
    ])
  })
  it('puts the unknown at the end without a rank', () => {
    const { rows } = leagueOf([{ id: 'x', estimate: null }, entry('a', 1, 2)])
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['x', null],
    ])
    expect(leagueOf([])).toEqual({ rows: [], isOneRank: true })
  })
  it('any two that overlap share a rank, and ranks go with values', () => {
    const any = fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })), { maxLength: 20 })
    fc.assert(
      fc.property(any, (pairs) => {
        const entries = pairs.map(([low, width], i) => entry(`${i}`, low, low + width))
        const { rows } = leagueOf(entries)
        for (const a of rows)
          for (const b of rows) {
            if (overlaps(a.estimate!, b.estimate!)) expect(a.rank).toBe(b.rank)
            if (a.rank! < b.rank!) expect(a.estimate!.low).toBeGreaterThan(b.estimate!.high)
          }
        const sizes = new Map<number, number>()
        for (const { rank } of rows) sizes.set(rank!, (sizes.get(rank!) ?? 0) + 1)
        for (const { rank, sharedBy } of rows) expect(sharedBy).toBe(sizes.get(rank!))
      }),
    )
  })
  it('of 88 counties that are all alike has hardly ever more than one rank', () => {
    let state = 9
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return (state + 0.5) / 2 ** 32
    }
    const level = leagueLevel(88)
    expect(level).toBeCloseTo(1 - 0.05 / 88, 12)
    let orders = 0
    for (let trial = 0; trial < 20; trial++) {
      const entries = Array.from({ length: 88 }, (_, i) => {
        let [n, time] = [-1, 0]
        while (time < 40) {
          time -= Math.log(next())
          n++
        }
        return { id: `${i}`, estimate: rateOf(n, 28, level) }
      })
      if (!leagueOf(entries).isOneRank) orders++
    }
    expect(orders).toBeLessThanOrEqual(1)
  })
})
