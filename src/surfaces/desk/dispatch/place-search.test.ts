import { expect, it } from 'vitest'
import type { LngLat } from '../../../domain/geo'
import type { NamedPost } from './facts'
import { bearingFrom, found } from './place-search'

const place = (id: string, name: string, nameEn: string | null, position: LngLat) =>
  ({ id, name, nameEn, position }) as NamedPost
const PLACES = [
  place('a', '南明区农贸市场', 'Nanming market', [106.72, 26.57]),
  place('b', '花溪区夜市', 'Huaxi night market', [106.67, 26.43]),
  place('c', '云岩区广场', null, [106.71, 26.6]),
]
const ids = (text: string, near: LngLat | null = null) =>
  found(PLACES, text, near).map(({ id }) => id)

it('places are found by a part of their name in either language, the nearest first', () => {
  expect(ids('')).toEqual(['a', 'b', 'c'])
  expect(ids('', [106.67, 26.44])).toEqual(['b', 'a', 'c'])
  expect(ids('夜市')).toEqual(['b'])
  expect(ids(' MARKET ', [106.67, 26.44])).toEqual(['b', 'a'])
  expect(ids('nowhere')).toEqual([])
})

it('what lies at the same spot lies in no direction', () =>
  expect(bearingFrom([106.7, 26.6], [106.7001, 26.6])).toBeNull())

it.each<[number, number, string, string]>([
  [106.7, 26.61, '北 1.1 km', '1.1 km N'],
  [106.71, 26.61, '东北 1.5 km', '1.5 km NE'],
  [106.7, 26.59, '南 1.1 km', '1.1 km S'],
  [106.69, 26.6, '西 1.0 km', '1.0 km W'],
])('what lies at %d, %d lies %s', (lng, lat, zh, en) =>
  expect(bearingFrom([106.7, 26.6], [lng, lat])).toEqual({ zh, en }),
)
