import { expect, test } from 'vitest'
import { type Choices, stillToChoose } from './still-to-choose'

const ALL: Choices = {
  roles: { lng: 0, lat: 1, time: 2, category: null, source: null },
  crs: 'WGS84',
  lacks: { zone: false, order: false },
  hasZone: false,
  hasOrder: false,
  hasDay: false,
}
const left = (over: Partial<Choices>) => stillToChoose({ ...ALL, ...over }).map(({ zh }) => zh)

test('a file is not read before it is known where things are and by which clock', () => {
  expect(left({})).toEqual([])
  expect(left({ roles: { ...ALL.roles, lng: null, lat: null } })).toEqual(['经度', '纬度'])
  expect(left({ roles: { ...ALL.roles, lat: null }, crs: null })).toEqual(['纬度', '坐标系'])
  expect(left({ lacks: { zone: true, order: true } })).toEqual(['时区', '日期写法'])
  expect(left({ lacks: { zone: true, order: true }, hasZone: true, hasOrder: true })).toEqual([])
  const noTime = { ...ALL.roles, time: null }
  expect(left({ roles: noTime, lacks: null })).toEqual(['计在哪一天'])
  expect(left({ roles: noTime, lacks: null, hasDay: true })).toEqual([])
})
