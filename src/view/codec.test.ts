import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../domain/clock-window'
import { defaultView, formatView, MAX_ZOOM, MIN_ZOOM, parseView } from './codec'
import { ALARM_LISTS, SPANS, TASKS, type View } from './view'

const vocabulary = {
  topics: ['incidents', 'patrols', 'crowds'],
  tables: ['incidents', 'crowds/zones'],
  options: ['found', 'near-theft'],
}

const decimal = (min: number, max: number, digits: number) =>
  fc.double({ min, max, noNaN: true }).map((n) => Number(n.toFixed(digits)) + 0)

const minute = fc
  .integer({ min: Date.UTC(2001, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 })
  .map((minutes) => minutes * 60_000)

const anyView: fc.Arbitrary<View> = fc.record({
  camera: fc.option(
    fc.record({
      lng: decimal(-180, 180, 5),
      lat: decimal(-85, 85, 5),
      zoom: decimal(MIN_ZOOM, MAX_ZOOM, 2),
    }),
  ),
  span: fc.oneof(fc.constantFrom(...SPANS), fc.integer({ min: 1, max: 8_784 }).map(spanOf)),
  since: fc.option(minute),
  until: fc.option(minute),
  shown: fc.subarray(vocabulary.topics),
  options: fc.subarray(vocabulary.options),
  selected: fc.option(
    fc.record({
      topic: fc.constantFrom(...vocabulary.topics),
      id: fc.stringMatching(/^[\w:\-/ 鼓楼]{1,40}$/),
    }),
  ),
  task: fc.constantFrom(...TASKS),
  list: fc.constantFrom(...ALARM_LISTS),
  table: fc.option(fc.constantFrom(...vocabulary.tables)),
  filter: fc.stringMatching(/^[\w鼓楼 &=?#%+]{0,40}$/),
  lang: fc.option(fc.constantFrom('zh' as const, 'en' as const)),
  flavour: fc.option(fc.constantFrom('night' as const, 'day' as const, 'print' as const)),
})

describe('the codec of the URL', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseView(formatView(view, vocabulary), vocabulary)).toEqual(view)
      }),
    )
  })

  it('leaves defaults out', () => {
    expect(formatView(defaultView(vocabulary), vocabulary)).toBe('')
  })

  it('keeps the mocked world and nothing else that it does not know', () => {
    const current = '?scenario=festival&scale=10&seed=3&now=2026-02-17T02:00:00Z&evil=1'
    expect(formatView(defaultView(vocabulary), vocabulary, current)).toBe(
      '?scenario=festival&scale=10&seed=3&now=2026-02-17T02%3A00%3A00Z',
    )
  })

  it.each([
    ['span=0h', 'span'],
    ['span=9999h', 'span'],
    ['span=1.5h', 'span'],
    ['until=2026-02-30T10:00', 'until'],
    ['until=2026-11-26T25:00', 'until'],
    ['until=1800-01-01T00:00', 'until'],
    ['since=yesterday', 'since'],
    ['at=999,26,7', 'camera'],
    ['at=106.7,26.6,99', 'camera'],
    ['at=106.7,26.6,NaN', 'camera'],
    ['at=1e3,2,7', 'camera'],
    ['span=forever', 'span'],
    ['sel=persons:1', 'selected'],
    [`sel=patrols:${'x'.repeat(129)}`, 'selected'],
    ['sel=patrols:', 'selected'],
    ['table=../secrets', 'table'],
    ['lang=fr', 'lang'],
    ['flavour=neon', 'flavour'],
    ['show=bitcoin', 'shown'],
    ['with=persons', 'options'],
  ] as const)('lets %s fall to the default of %s', (search, key) => {
    expect(parseView(search, vocabulary)[key]).toEqual(defaultView(vocabulary)[key])
  })

  it('never throws and never lets anything unbounded in', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), fc.string({ maxLength: 400 }), (junk, value) => {
        const keys = ['at', 'span', 'show', 'with', 'sel', 'table', 'q', 'lang', 'flavour']
        for (const search of [
          junk,
          ...keys.map((key) => `${key}=${encodeURIComponent(value.toWellFormed())}`),
        ]) {
          const view = parseView(search, vocabulary)
          expect([...view.filter].length).toBeLessThanOrEqual(100)
          expect(view.selected?.id.length ?? 0).toBeLessThanOrEqual(128)
          expect(parseView(formatView(view, vocabulary), vocabulary)).toEqual(view)
        }
      }),
    )
  })

  it('tells no topic at all from every topic', () => {
    expect(parseView('show=none', vocabulary).shown).toEqual([])
    expect(parseView('', vocabulary).shown).toEqual(vocabulary.topics)
  })
})
