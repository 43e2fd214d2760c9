import { expect, it } from 'vitest'
import type { Allocation } from '../../../domain/allocation'
import type { OrderEntry } from '../../../domain/order-entry'
import { settledPhrase } from './settled-words'

const entry = (state: OrderEntry['state'], target = 'i1') =>
  ({
    state,
    order: { unitId: 'u1', target: { id: target } },
    current: { id: 'al-1' },
  }) as OrderEntry
const facts = (entries: readonly OrderEntry[], latest: Partial<Allocation> | null = null) => ({
  entries,
  confirmed: new Map(latest ? [['u1', latest as Allocation]] : []),
})

it('a refused unit is called refused, and the loser of a race is not called sent', () => {
  expect(settledPhrase(facts([]), 'refused', 'u1', 'i1').en).toBe('refused')
  expect(settledPhrase(facts([entry('failed')]), 'sent', 'u1', 'i1').en).toBe('not done')
  // Its notice has been put aside; another incident's order says nothing about it.
  expect(settledPhrase(facts([]), 'sent', 'u1', 'i1').en).toBe('not done')
  expect(settledPhrase(facts([entry('confirmed', 'i2')]), 'sent', 'u1', 'i1').en).toBe('not done')
})

it('what was sent is called by what became of it', () => {
  const after = (entries: readonly OrderEntry[], latest: Partial<Allocation> | null = null) =>
    settledPhrase(facts(entries, latest), 'sent', 'u1', 'i1').en
  expect(after([entry('sent')])).toBe('being sent')
  expect(after([entry('failed'), entry('confirmed')])).toBe('sent')
  expect(after([entry('confirmed')], { id: 'al-1', state: 'withdrawn' })).toBe('withdrawn')
  expect(after([entry('confirmed')], { id: 'al-2', state: 'done' })).toBe('sent')
})
