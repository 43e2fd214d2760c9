import { describe, expect, test } from 'vitest'
import type { Visit } from '../domain/patrol'
import type { DecodedAnswer, RejectedRecord } from './decode'
import { confirm, takeAnswer } from './snapshot'

const visit = (id: string, observedAt: number, leftAt: number | null = null): Visit => ({
  id,
  placeId: 'p',
  unitId: 'u',
  enteredAt: 1,
  leftAt,
  observedAt,
})

const answer = (
  items: Visit[],
  more: Partial<DecodedAnswer<'visits'>> = {},
): DecodedAnswer<'visits'> => ({
  ok: true,
  feed: 'visits',
  generatedAt: 1_000,
  cursor: 'c1',
  full: false,
  items,
  removed: [],
  rejected: [],
  droppedPersonal: 0,
  ...more,
})

const bad = (id: string | null): RejectedRecord => ({ id, reason: 'r', sample: 's' })
const idsOf = ({ snapshot }: ReturnType<typeof takeAnswer<'visits'>>) =>
  snapshot.items.map(({ id }) => id)

const first = takeAnswer<'visits'>(null, answer([visit('a', 10), visit('b', 20)], { full: true }))

describe('merging', () => {
  test('full replaces', () => {
    expect(idsOf(takeAnswer(first, answer([visit('c', 5)], { full: true })))).toEqual(['c'])
  })

  test('a delta upserts and drops what is removed; absent is not resolved', () => {
    const next = takeAnswer(first, answer([visit('c', 30)], { removed: ['a', 'never-there'] }))
    expect(idsOf(next)).toEqual(['b', 'c'])
  })

  test('older never overwrites newer, in a delta or in full', () => {
    for (const full of [false, true]) {
      const next = takeAnswer(first, answer([visit('a', 9, 99), visit('b', 20)], { full }))
      expect(next.snapshot.items[0]).toBe(first.snapshot.items[0])
    }
    expect(takeAnswer(first, answer([visit('a', 10, 99)])).byId.get('a')?.leftAt).toBe(99)
  })

  test('a record from the future does not stand for ever', () => {
    const ahead = takeAnswer<'visits'>(null, answer([visit('a', 9_999_999)], { full: true }))
    expect(ahead.newestObservedAt).toBeNull()
    expect(takeAnswer(ahead, answer([visit('a', 900, 99)])).byId.get('a')?.leftAt).toBe(99)
  })

  test('what did not change keeps its identity, and so does the list', () => {
    const same = takeAnswer(first, answer([visit('a', 10), visit('b', 20)], { full: true }))
    expect(same.snapshot.items).toBe(first.snapshot.items)
    const next = takeAnswer(first, answer([visit('b', 21)]))
    expect(next.snapshot.items).not.toBe(first.snapshot.items)
    expect(next.snapshot.items[0]).toBe(first.snapshot.items[0])
    expect(next.newestObservedAt).toBe(21)
  })

  test('an answer with nothing in it renews the picture’s time', () => {
    const next = takeAnswer(first, answer([], { generatedAt: 2_000, cursor: 'c2' }))
    expect(next.snapshot.observedAt).toBe(2_000)
    expect(next.cursor).toBe('c2')
    expect(confirm(first, 3_000).snapshot.observedAt).toBe(3_000)
  })
})

describe('what was set aside', () => {
  const partial = takeAnswer(
    first,
    answer([visit('c', 30)], { rejected: [bad('x')], cursor: 'c2' }),
  )

  test('holds the cursor back, so that it is sent again until it can be read', () => {
    expect(partial.cursor).toBe('c1')
    expect(takeAnswer(partial, answer([], { cursor: 'c3' })).cursor).toBe('c3')
  })

  test('is counted until the picture has the record or the source has dropped it', () => {
    expect(partial.snapshot.rejectedCount).toBe(1)
    const count = (next: DecodedAnswer<'visits'>) =>
      takeAnswer(partial, next).snapshot.rejectedCount
    expect(count(answer([]))).toBe(1)
    expect(count(answer([visit('x', 40)]))).toBe(0)
    expect(count(answer([], { removed: ['x'] }))).toBe(0)
    expect(count(answer([], { full: true }))).toBe(0)
    expect(count(answer([], { rejected: [bad('x'), bad(null), bad(null)] }))).toBe(3)
  })

  test('without an id is counted for one answer only', () => {
    const anonymous = takeAnswer(first, answer([], { rejected: [bad(null)] }))
    expect(takeAnswer(anonymous, answer([])).snapshot.rejectedCount).toBe(0)
  })

  test('shows at most twenty samples', () => {
    const rejected = Array.from({ length: 30 }, (_, i) => bad(`x${i}`))
    const { snapshot } = takeAnswer(first, answer([], { rejected }))
    expect([snapshot.rejectedCount, snapshot.rejected.length]).toEqual([30, 20])
  })
})

test('the count of personal fields stays until the next answer with news', () => {
  const told = takeAnswer(first, answer([visit('c', 30)], { droppedPersonal: 2 }))
  expect(told.snapshot.droppedPersonal).toBe(2)
  const quiet = takeAnswer(told, answer([]))
  expect(quiet.snapshot.droppedPersonal).toBe(2)
  expect(takeAnswer(quiet, answer([visit('c', 31)])).snapshot.droppedPersonal).toBe(0)
})
