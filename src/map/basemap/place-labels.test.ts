import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { TOKENS } from '../../ui/tokens'
import type { SymbolItem } from '../symbols'
import { paintPlaces, placeItems, readPlaces } from './place-labels'

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

it('lays its dots under every sign and its names over those that glide', () => {
  const painted = paintPlaces(placeItems(places, 7, 'night', 'zh'))
  const told = painted.map(({ band, layer }) => {
    const items = layer.props.data as unknown as SymbolItem[]
    const fills = new Set(items.map(({ spec }) => ('shape' in spec ? spec.fill : null)))
    return [band, items.filter(({ label }) => label).length, [...fills]]
  })
  expect(told).toEqual([
    ['route', 0, [TOKENS.night.labelCounty]],
    ['point', 88, ['#00000000']],
  ])
})

it.each([null, {}, { features: [{}] }, { features: [{ properties: { kind: 'x', zh: 'x' } }] }])(
  'takes nothing from %j',
  (file) => expect(readPlaces(file)).toEqual([]),
)
