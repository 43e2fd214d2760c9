import { expect, it } from 'vitest'
import { readWallAddress } from './wall-address'

it('reads what a wall says of itself', () => {
  expect(
    readWallAddress('?script=walls/hall.json&width=12&seat=15.5&displays=5x4&lang=en'),
  ).toEqual({
    script: 'walls/hall.json',
    profile: { widthM: 12, seatM: 15.5, displays: [5, 4] },
  })
})

it.each([
  '?width=0',
  '?width=1e3',
  '?seat=-4',
  '?displays=5',
  '?displays=0x3',
  '?displays=1.5x2',
  '',
])('lets %s fall away', (search) => {
  expect(readWallAddress(search).profile).toEqual({})
})

it('takes no path of any length', () => {
  expect(readWallAddress(`?script=${'x'.repeat(201)}`).script).toBeNull()
})
