import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { placeItems, readPlaces } from './place-labels'

const places = readPlaces(
  JSON.parse(readFileSync(new URL('../../../public/basemap/places.json', import.meta.url), 'utf8')),
)

it('reads every place of the basemap', () => {
  expect(places).toHaveLength(102)
  expect(places.filter(({ kind }) => kind === 'prefecture')).toHaveLength(9)
})

it('names fewer where there is less room', () => {
  const named = (zoom: number) => placeItems(places, zoom, 'night', 'zh').length
  expect([4, 5.5, 7, 10].map(named)).toEqual([0, 14, 88, 97])
})

it('is named in the language asked for', () => {
  const first = (lang: 'zh' | 'en') => placeItems(places, 6, 'night', lang)[0]?.label?.text
  expect([first('zh'), first('en')]).toEqual(['贵阳', 'Guiyang'])
})

it.each([null, {}, { features: [{}] }, { features: [{ properties: { kind: 'x', zh: 'x' } }] }])(
  'takes nothing from %j',
  (file) => expect(readPlaces(file)).toEqual([]),
)
