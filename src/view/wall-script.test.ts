import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PROFILE } from '../domain/wall-profile'
import { faultOfLink } from './wall-link'
import { formatScript, readScript, viewOf, type WallScript } from './wall-script'

const vocabulary = {
  topics: ['incidents', 'patrols', 'crowds', 'fire', 'alarms'],
  tables: ['incidents'],
  options: [],
}

const SCRIPT: WallScript = {
  name: '指挥大厅',
  wall: DEFAULT_PROFILE,
  takeOverS: 120,
  scenes: [
    {
      name: '全省',
      link: '/desk?show=incidents,patrols,alarms',
      dwellS: 60,
      layout: 'map-figures',
      figures: ['incidents', 'patrols', 'crowds', 'fire'],
    },
    {
      name: '贵阳',
      link: '/desk?at=106.7,26.6,10&span=24h',
      dwellS: 30,
      layout: 'map',
      figures: [],
    },
  ],
}

const faultsOf = (text: string) => {
  const reading = readScript(text, vocabulary)
  return reading.ok ? [] : reading.faults.map(({ path, line, code }) => [path, line, code])
}

/** The script as text with a piece of it replaced. */
const changed = (from: string | RegExp, to: string) => formatScript(SCRIPT).replace(from, to)

/** From 1; the line that holds these words. */
const lineOf = (text: string, words: string) =>
  text.split('\n').findIndex((line) => line.includes(words)) + 1

it('reads back what it wrote', () => {
  expect(readScript(formatScript(SCRIPT), vocabulary)).toEqual({ ok: true, script: SCRIPT })
})

describe('a bad script is refused with the place of the fault:', () => {
  it.each([
    ['{ "kind": ', '', '{', 'syntax'],
    ['{\n  "a": 1,\n  oops\n}', '', 'oops', 'syntax'],
    ['[]', 'kind', '[]', 'not-a-script'],
    ['{}', 'kind', '{}', 'not-a-script'],
    [changed('"dwellS": 60', '"dwellS": 1'), 'scenes[0].dwellS', '"dwellS": 1', 'out-of-bounds'],
    [changed('"dwellS": 60', '"dwellS": "a"'), 'scenes[0].dwellS', '"a"', 'not-a-number'],
    [changed('"dwellS": 60,', ''), 'scenes[0].dwellS', '    {', 'missing'],
    [changed('"layout": "map"', '"layout": "pie"'), 'scenes[1].layout', '"pie"', 'not-one-of'],
    [changed('"crowds",', '"persons",'), 'scenes[0].figures[2]', '"persons"', 'not-one-of'],
    [changed('"fire"', '"patrols"'), 'scenes[0].figures[3]', '"patrols"\n', 'twice'],
    [changed('span=24h', 'span=ever'), 'scenes[1].link', 'span=ever', 'link-bad-value'],
    [changed('S": 120', 'S": 1e9999'), 'takeOverS', '1e9999', 'not-a-number'],
    [changed('"name": "指', '"nom": 1, "name": "指'), 'nom', '"nom"', 'unknown-key'],
    [changed('"widthM": 6', '"widthM": 600'), 'wall.widthM', '600', 'out-of-bounds'],
    [changed(/1,\s+1\s+\]/, '1.5, 1]'), 'wall.displays[0]', '1.5', 'not-a-number'],
    [changed(/"scenes": .*/s, '"scenes": [] }'), 'scenes', '"scenes"', 'out-of-bounds'],
  ])('%#', (text, path, words, code) => {
    const line = words.endsWith('\n')
      ? text.split('\n').lastIndexOf(`        ${words.trim()}`) + 1
      : lineOf(text, words)
    expect(faultsOf(text)).toEqual([[path, line, code]])
  })

  it('all of them at once', () => {
    const text = changed('"dwellS": 60', '"dwellS": 1').replace('"layout": "map"', '"layout": "x"')
    expect(faultsOf(text)).toHaveLength(2)
  })

  it('and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readScript(text, vocabulary).ok).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a link of the desk', () => {
  it.each([
    '/desk',
    '/',
    '/drumtower/desk?at=106.7,26.6,9',
    '/desk?span=7d&show=incidents,patrols,crowds,fire,alarms',
    '/desk?show=none',
    '/desk?sel=patrols:unit:7&lang=en&flavour=day&scenario=festival',
  ])('%s is taken', (link) => expect(faultOfLink(link, vocabulary)).toBeNull())

  it.each([
    ['https://elsewhere.example/desk', 'not-a-desk-link'],
    ['//elsewhere.example/desk', 'not-a-desk-link'],
    ['/alarms', 'not-a-desk-link'],
    ['javascript:alert(1)', 'not-a-desk-link'],
    ['/desk?at=999,1,1', 'link-bad-value'],
    ['/desk?show=incidents,persons', 'link-bad-value'],
    ['/desk?sel=persons:1', 'link-bad-value'],
    ['/desk?evil=1', 'link-unknown-key'],
    ['/desk?table=incidents', 'link-a-table'],
  ])('%s is refused: %s', (link, code) => expect(faultOfLink(link, vocabulary)?.code).toBe(code))

  it('is what the map shows', () => {
    const [, city] = SCRIPT.scenes
    if (!city) throw new Error('no scene')
    expect(viewOf(city, vocabulary)).toMatchObject({
      camera: { lng: 106.7, lat: 26.6, zoom: 10 },
      span: '24h',
    })
  })
})
