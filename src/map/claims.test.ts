import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, centreOf, labelBox, symbolBox } from './boxes'
import { type Group, type InSight, placeClaims } from './claims'
import { placeLabels } from './declutter'
import { placeAt, worldPx } from './mercator'
import { labelSize } from './paint-symbol'
import { labelOffset, type SymbolItem } from './symbols'

const ZOOM = 8
const SIGHT: InSight = { camera: { lng: 107, lat: 26, zoom: ZOOM }, width: 1000, height: 600 }
const [CX, CY] = worldPx(107, 26, ZOOM)
/** By px from the top left of the picture. */
const at = (x: number, y: number) => placeAt(CX - 500 + x, CY - 300 + y, ZOOM)

const thing = (id: string, x: number, y: number, priority?: number): SymbolItem => ({
  id,
  position: at(x, y),
  spec: { shape: 'octagon', fill: '#FF4D4F', casing: '#14181D', sizePx: 28 },
  ...(priority && {
    label: { text: id, colour: '#ECEFF2', halo: '#1B1F24', priority },
  }),
})
/** A sign's own margin: what lies on less than this lies on none of its ink. */
const MAY_TOUCH_PX = 6
/** How far one box lies in another, px. */
const deep = (a: Box, b: Box) =>
  Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  )
const NAME = '威宁彝族回族苗族自治县国际金融中心'
const claimant = (x: number, y: number): SymbolItem => {
  const item = thing(NAME, x, y, 95)
  return { ...item, claims: [item.position] }
}
const alarms = (...items: readonly SymbolItem[]): Group => ({ topic: 'alarms', items })
const others = (...items: readonly SymbolItem[]): Group => ({ topic: 'fire', items })
const goneOf = (...groups: readonly Group[]) => [
  ...(placeClaims(groups, ZOOM, SIGHT).gone.get('fire') ?? []),
]

describe('what must be seen', () => {
  test.each([
    ['left', 30, 300],
    ['right', 970, 300],
    ['top', 500, 5],
    ['bottom', 500, 595],
    ['corner', 15, 590],
  ])('is named inside the picture at the %s edge', (_, x, y) => {
    const item = claimant(x, y)
    const side = placeClaims([alarms(item)], ZOOM, SIGHT).sides[0]?.get(NAME)
    const [dx, dy] = labelOffset(item.spec, item.label!, side!)
    const { width, height } = labelSize(item.label!)
    expect(x + dx - width / 2).toBeGreaterThanOrEqual(0)
    expect(x + dx + width / 2).toBeLessThanOrEqual(1000)
    expect(y + dy - height / 2).toBeGreaterThanOrEqual(0)
    expect(y + dy + height / 2).toBeLessThanOrEqual(600)
  })

  test('is named amid a crowd that leaves no side free, where it gives way', () => {
    const crowd = (priority: number) => {
      const all = Array.from({ length: 400 }, (_, i) =>
        thing(`${i}`, 300 + 20 * (i % 20), 100 + 20 * Math.floor(i / 20), priority),
      )
      return [others(...all), alarms(claimant(500, 300))]
    }
    const named = (groups: readonly Group[]) =>
      placeLabels(groups, ZOOM, [], placeClaims(groups, ZOOM, SIGHT))[1]?.get(NAME)
    expect(named(crowd(79))).toBeTruthy()
    // Without the claim there is no room for it.
    expect(placeLabels(crowd(79), ZOOM)[1]?.has(NAME)).toBe(false)
    // What stays is not written over.
    expect(named(crowd(80))).toBeNull()
  })

  test('has no name rather than one that the edge cuts', () => {
    // Whoever stands above, below and to the left of it at the right edge leaves no side but the one outside.
    const urgent = [thing('a', 970, 260, 80), thing('b', 970, 340, 80), thing('c', 930, 300, 80)]
    const chosen = claimant(970, 300)
    const groups = [
      others(...urgent),
      alarms({ ...chosen, label: { ...chosen.label!, priority: 100 } }),
    ]
    expect(placeClaims(groups, ZOOM, SIGHT).sides[1]?.get(NAME)).toBeNull()
    expect(placeClaims([alarms(chosen)], ZOOM, SIGHT).sides[0]?.get(NAME)).toBe('left')
  })

  test('has no name that lies on a sign, and no other has, whatever is chosen and wherever they stand', () => {
    const one = fc.record({
      x: fc.integer({ min: 380, max: 620 }),
      y: fc.integer({ min: 240, max: 360 }),
      is: fc.constantFrom('claimant', 'low', 'other'),
      priority: fc.constantFrom(0, 20, 79, 80, 95, 100),
    })
    const named: number[] = []
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 14 }), (all) => {
        const of = (kind: string) =>
          all.flatMap(({ x, y, is, priority }, i) => {
            if (is !== kind) return []
            const item = thing(`${kind}${i}`, x, y, priority)
            return [is === 'claimant' ? { ...item, claims: [item.position] } : item]
          })
        const groups = [others(...of('other')), alarms(...of('low')), alarms(...of('claimant'))]
        const claims = placeClaims(groups, ZOOM, SIGHT)
        const slots = placeLabels(groups, ZOOM, [], claims)
        const drawn = groups.map(({ topic, items }) =>
          items.filter(({ id }) => !claims.gone.get(topic)?.has(id)),
        )
        const signs = drawn.flat().map((item) => symbolBox(item, ZOOM))
        const names = drawn.flatMap((items, group) =>
          items.flatMap((item) => {
            const side = slots[group]?.get(item.id)
            return item.label && side
              ? [labelBox(item, item.label, side, centreOf(item, ZOOM))]
              : []
          }),
        )
        named.push(names.length)
        for (const name of names)
          for (const sign of signs) expect(deep(name, sign)).toBeLessThanOrEqual(MAY_TOUCH_PX)
      }),
      { numRuns: 200 },
    )
    expect(Math.max(...named)).toBeGreaterThan(2)
  })

  test('is not named outside the picture', () => {
    expect(placeClaims([alarms(claimant(-40, 300))], ZOOM, SIGHT).sides[0]?.size).toBe(0)
  })

  test('other topics give way under it and under its name, its own topic does not', () => {
    const under = thing('under', 510, 300)
    // All four sides are taken, so the name covers something.
    const around = [
      thing('right', 640, 300),
      thing('left', 360, 300),
      thing('below', 500, 334),
      thing('above', 500, 266),
    ]
    const gone = goneOf(others(under, ...around), alarms(claimant(500, 300)))
    expect(gone).toContain('under')
    expect(gone).toHaveLength(2)
    expect(placeClaims([alarms(claimant(500, 300), under, ...around)], ZOOM, SIGHT).gone.size).toBe(
      0,
    )
  })

  test('what is urgent gives way to no name, what is chosen to nothing', () => {
    const urgent = (
      [
        ['a', 640, 300],
        ['b', 360, 300],
        ['c', 500, 334],
        ['d', 500, 266],
      ] as const
    ).map(([id, x, y]) => thing(id, x, y, 80))
    expect(goneOf(others(...urgent), alarms(claimant(500, 300)))).toEqual([])
    expect(goneOf(others(thing('same', 500, 300, 80)), alarms(claimant(500, 300)))).toEqual([
      'same',
    ])
    expect(goneOf(others(thing('chosen', 500, 300, 100)), alarms(claimant(500, 300)))).toEqual([])
  })

  test('of the places that it stands for, the same thing is shown once', () => {
    const pill = { ...claimant(500, 300), claims: [at(500, 300), at(540, 340)] }
    expect(goneOf(others(thing('same', 540, 340), thing('other', 560, 340)), alarms(pill))).toEqual(
      ['same'],
    )
  })

  test('is not named across another that must be seen, across its name, or across a seam, unless it was chosen', () => {
    // Named to the left as well as to the right it would lie on its neighbours, and the strips bar the rest.
    const own = claimant(500, 300)
    const neighbours = [claimant(700, 300), claimant(300, 300)].map((item, i) => ({
      ...item,
      id: `${i}`,
      label: { ...item.label!, text: '鼓楼', priority: 96 },
    }))
    const [x, y] = worldPx(107, 26, ZOOM)
    const strip = (dy: number) => ({
      left: x - 500,
      right: x + 500,
      top: y + dy,
      bottom: y + dy + 4,
    })
    const kept = [strip(-30), strip(30)]
    const all = (item: SymbolItem) => [alarms(item, ...neighbours)]
    const claims = placeClaims(all(own), ZOOM, SIGHT, kept)
    expect(claims.sides[0]?.get(NAME)).toBeNull()
    expect(claims.sides[0]?.get('0')).toBeTruthy()
    // What found no room is not given some by the labels that follow.
    expect(placeLabels(all(own), ZOOM, kept, claims)[0]?.get(NAME)).toBeNull()
    expect(placeClaims([alarms(own)], ZOOM, SIGHT, kept).sides[0]?.get(NAME)).toBe('right')
    const chosen = { ...own, label: { ...own.label!, priority: 100 } }
    expect(placeClaims(all(chosen), ZOOM, SIGHT, kept).sides[0]?.get(NAME)).toBeTruthy()
  })

  test('what claims its ground alone is freed of pills and of nothing else, and is named like all others', () => {
    const ring: SymbolItem = { ...thing('ring', 500, 300, 80), claims: [] }
    const pill: SymbolItem = {
      ...thing('pill', 510, 310),
      spec: {
        pill: {
          shape: 'octagon',
          text: '1,254',
          known: null,
          unknown: 0,
          ink: '#ECEFF2',
          ground: '#1B1F24',
          border: '#1B1F24',
          track: '#1B1F24',
        },
      },
    }
    const groups = [{ topic: 'crowds', items: [ring] }, others(pill, thing('alarm', 510, 310))]
    expect(goneOf(...groups)).toEqual(['pill'])
    expect(placeClaims(groups, ZOOM, SIGHT).sides[0]?.size).toBe(0)
  })
})
