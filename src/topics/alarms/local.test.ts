import { expect, it } from 'vitest'
import { dropReturned, type LocalCause, lookLocally } from './local'
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
  dropReturned()
  expect(states()).toEqual(['unacknowledged'])
  look(false)
  look(false)
  expect(states()).toEqual(['returned-unacknowledged'])
  dropReturned()
  expect(states()).toEqual([])
  look(true)
  expect(states()).toEqual(['unacknowledged'])
})
