import { expect, it } from 'vitest'
import { answerLocally, dropReturned, type LocalCause, lookLocally } from './local'
import { keepLocalHistory, localHistory } from './local-history'
import { localAlarms } from './local-shown'

const lost = (isThere: boolean): LocalCause => ({
  ruleId: 'feed-lost',
  key: 'units',
  place: '巡防单元',
  placeEn: 'Units',
  isThere,
})
const states = () => localAlarms().map(({ state }) => state)

it('a feed that came back asks nobody where nobody can answer; one that is lost stands', () => {
  let now = 1_800_000_000_000
  const look = (isThere: boolean) => {
    now += 60_000
    lookLocally([lost(isThere)], now)
  }
  look(true)
  // The first failure of a page that still loads is not one to ring for.
  expect(states()).toEqual([])
  look(true)
  dropReturned()
  expect(states()).toEqual(['unacknowledged'])
  look(false)
  look(false)
  expect(states()).toEqual(['returned-unacknowledged'])
  dropReturned()
  expect(states()).toEqual([])
  look(true)
  look(true)
  expect(states()).toEqual(['unacknowledged'])
})

it('where nobody can answer a lost feed goes in the second in which it comes back', () => {
  const began = 1_850_000_000_000
  const meta = (isThere: boolean) => ({ ...lost(isThere), key: 'meta' })
  lookLocally([meta(true)], began, false)
  lookLocally([meta(true)], began + 20_000, false)
  expect(localAlarms().map(({ alarm }) => alarm)).toContain('feed-lost.meta')
  lookLocally([meta(false)], began + 21_000, false)
  dropReturned()
  expect(localAlarms().map(({ alarm }) => alarm)).not.toContain('feed-lost.meta')
})

it('remembers what became of an alarm of its own: who answered it, and who shelved it why', () => {
  const began = 1_900_000_000_000
  const crowd = { ...lost(true), key: 'crowd' }
  lookLocally([crowd], began - 10_000)
  lookLocally([crowd], began)
  const by = { by: '席位 1', at: began + 1_000 }
  answerLocally('feed-lost.crowd', { name: 'acknowledge', occurrence: 1, ...by })
  const shelve = { by: '席位 2', at: began + 2_000, reason: '检修', until: began + 60_000 }
  answerLocally('feed-lost.crowd', { name: 'shelve', occurrence: 1, ...shelve })
  // Refused: nothing happened.
  answerLocally('feed-lost.crowd', { name: 'shelve', occurrence: 0, ...shelve })
  lookLocally([crowd], began + 70_000)
  lookLocally([crowd], began + 72_000)
  const lines = localHistory(began, began + 80_000).map((one) => [
    one.event,
    one.at - began,
    one.by,
    one.note,
  ])
  expect(lines).toEqual([
    ['raise', 0, null, null],
    ['acknowledge', 1_000, '席位 1', null],
    ['shelve', 2_000, '席位 2', '检修'],
    ['unshelve', 60_000, null, null],
  ])
  expect(localHistory(began + 80_000, began + 90_000)).toEqual([])
})

it('keeps them over a reload, and takes nothing that is none of its lines', () => {
  const kept = new Map<string, string>()
  const keeper = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
  keepLocalHistory(keeper)
  const began = 1_950_000_000_000
  for (const at of [began - 10_000, began]) lookLocally([{ ...lost(true), key: 'visits' }], at)
  const [[key, text] = ['', '']] = [...kept]
  expect(localHistory(began, began + 1)).toHaveLength(1)
  for (const bad of ['{', '[1, null, {"at": 1}]', '{}'])
    expect(() => kept.set(key, bad) && localHistory(0, began)).not.toThrow()
  kept.set(key, JSON.stringify([{}, ...(JSON.parse(text) as object[])]))
  expect(localHistory(began, began + 1).map(({ event }) => event)).toEqual(['raise'])
  keepLocalHistory(null)
})
