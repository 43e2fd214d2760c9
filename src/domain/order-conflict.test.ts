import { describe, expect, it } from 'vitest'
import type { Allocation } from './allocation'
import { isToldTo, standingOf, standsAlready } from './order-conflict'
import type { OrderEntry } from './order-entry'

const theirs = (change: Partial<Allocation> = {}) =>
  ({ by: 'seat 2', rev: 3, state: 'sent', target: { id: 'i1' }, ...change }) as Allocation
const lost = (tab: string, current: Allocation | null = theirs()) =>
  ({ tab, current, state: 'failed' }) as OrderEntry
const reader = (by: string, tab: string, open: readonly string[] | null = ['a', 'b']) => ({
  by,
  tab,
  openTabs: open && new Set(open),
})

describe('what has become of an order is told', () => {
  it('in the tab where it was given, whatever seat that tab says it is now', () => {
    expect(isToldTo(lost('a'), reader('seat 1', 'a'))).toBe(true)
    expect(isToldTo(lost('a'), reader('seat 9', 'a'))).toBe(true)
  })

  it('not in another one that is open, also of the same seat, and never to the winner', () => {
    expect(isToldTo(lost('a'), reader('seat 2', 'b'))).toBe(false)
    expect(isToldTo(lost('a'), reader('seat 1', 'b'))).toBe(false)
    expect(isToldTo(lost('a'), reader('seat 2', 'b', ['b']))).toBe(false)
  })

  it('to whoever sits here where its own tab is closed', () => {
    expect(isToldTo(lost('a'), reader('seat 1', 'b', ['b']))).toBe(true)
    expect(isToldTo(lost('a'), reader('seat 1', 'b', null))).toBe(false)
    expect(isToldTo(lost('a', null), reader('seat 2', 'b', []))).toBe(true)
  })
})

it('how it stands is the newer word: of the refusal, or of the feed since', () => {
  const [refusal, feed] = [theirs(), theirs({ rev: 4, by: 'seat 3' })]
  expect(standingOf({ current: refusal }, null)?.by).toBe('seat 2')
  expect(standingOf({ current: refusal }, feed)?.by).toBe('seat 3')
  expect(standingOf({ current: feed }, refusal)?.by).toBe('seat 3')
  expect(standingOf({ current: null }, null)).toBeNull()
})

it('what is under way to the same target stands already, by whoever’s word, until it is over', () => {
  const order = { target: theirs().target }
  expect(standsAlready(order, theirs())).toBe(true)
  expect(standsAlready(order, theirs({ state: 'on-scene' }))).toBe(true)
  expect(standsAlready(order, theirs({ state: 'withdrawn' }))).toBe(false)
  expect(standsAlready({ target: { ...order.target, id: 'i2' } }, theirs())).toBe(false)
  expect(standsAlready(order, null)).toBe(false)
})
