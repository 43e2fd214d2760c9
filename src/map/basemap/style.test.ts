import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { FLAVOURS } from '../../ui/tokens'
import { LANGS } from '../../ui/words'
import { basemapStyle } from './style'

const base = 'https://drumtower.test/basemap/'
const folder = new URL('../../../public/basemap/', import.meta.url)
const files = readdirSync(folder)

describe('the basemap', () => {
  test.each(FLAVOURS.flatMap((flavour) => LANGS.map((lang) => [flavour, lang] as const)))(
    'is a valid style, %s in %s, all of it from here',
    (flavour, lang) => {
      const style = basemapStyle(flavour, lang, base)
      expect(validateStyleMin(style)).toEqual([])
      const urls = JSON.stringify(style).match(/https?:[^"]+/g) ?? []
      expect(urls.length).toBeGreaterThan(4)
      for (const url of urls) {
        expect(url.startsWith(base)).toBe(true)
        expect(existsSync(new URL(url.slice(base.length), folder)), url).toBe(true)
      }
      expect(style).not.toHaveProperty('glyphs')
    },
  )

  test('weighs at most 2.5 MB', () => {
    const bytes = files.reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(2_500_000)
  })

  test('names nine prefectures and 88 counties in both languages', () => {
    const { features } = JSON.parse(readFileSync(new URL('places.json', folder), 'utf8'))
    const kinds = features.map((f: { properties: { kind: string } }) => f.properties.kind)
    expect(kinds.filter((kind: string) => kind === 'prefecture')).toHaveLength(9)
    expect(kinds.filter((kind: string) => kind === 'county' || kind === 'district')).toHaveLength(
      88,
    )
    for (const { properties } of features) {
      expect(properties.zh).toMatch(/^[\u4e00-\u9fff]+$/)
      expect(properties.en).toMatch(/^[A-Z][a-z']+(?:[a-z])$/)
    }
  })
})
