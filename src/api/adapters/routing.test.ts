import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LngLat } from '../../domain/geo'
import { basePathOf, type TravelMatrix, travelTimes } from './routing'
import { osrm } from './routing-osrm'
import { valhalla } from './routing-valhalla'

/**
 * The 3 x 3 answer that OSRM's documentation prints for
 * /table/v1/driving/13.388860,52.517037;13.397634,52.529407;13.428555,52.523219?annotations=distance,duration
 * (Project-OSRM/osrm-backend, docs/http.md, “Table service”, “Example Response”), without its hints.
 */
const OSRM_BERLIN = {
  sources: [
    { location: [13.3888, 52.517033], name: 'Friedrichstraße' },
    { location: [13.397631, 52.529432], name: 'Torstraße' },
    { location: [13.428554, 52.523239], name: 'Platz der Vereinten Nationen' },
  ],
  durations: [
    [0, 192.6, 382.8],
    [199, 0, 283.9],
    [344.7, 222.3, 0],
  ],
  destinations: [
    { location: [13.3888, 52.517033], name: 'Friedrichstraße' },
    { location: [13.397631, 52.529432], name: 'Torstraße' },
    { location: [13.428554, 52.523239], name: 'Platz der Vereinten Nationen' },
  ],
  code: 'Ok',
  distances: [
    [0, 1886.89, 3791.3],
    [1824, 0, 2838.09],
    [3275.36, 2361.73, 0],
  ],
  fallback_speed_cells: [
    [0, 1],
    [1, 0],
  ],
}
const { fallback_speed_cells: _, ...OSRM_ROUTED } = OSRM_BERLIN
const BERLIN: LngLat[] = [
  [13.38886, 52.517037],
  [13.397634, 52.529407],
  [13.428555, 52.523219],
]

/** The short answer that Valhalla's documentation prints (valhalla/valhalla, docs/docs/api/examples/sources_to_targets.json). */
const VALHALLA_SHORT = {
  sources_to_targets: {
    durations: [
      [0, 105],
      [108, 0],
    ],
    distances: [
      [0.0, 0.147],
      [0.147, 0.0],
    ],
  },
  units: 'kilometers',
  algorithm: 'timedistancematrix',
}
/**
 * The long form (`verbose`), with the fields that “Outputs of the matrix service” lists
 * (valhalla/valhalla, docs/docs/api/matrix/api-reference.md): row-ordered, each with its indices.
 */
const VALHALLA_LONG = {
  sources: [{ lat: 48.10877, lon: -1.68015 }],
  targets: [
    { lat: 48.10934, lon: -1.67986 },
    { lat: 48.10939, lon: -1.67875 },
  ],
  sources_to_targets: [
    [
      { distance: 0.089, time: 68, to_index: 0, from_index: 0 },
      { distance: null, time: null, to_index: 1, from_index: 0 },
    ],
  ],
  units: 'kilometers',
}
const RENNES: LngLat[] = [[-1.68015, 48.10877]]
const NEARBY: LngLat[] = [
  [-1.67986, 48.10934],
  [-1.67875, 48.10939],
]

afterEach(() => vi.unstubAllGlobals())

/** Answers every request with this, and keeps the addresses asked for. */
function serving(body: unknown, init: ResponseInit = {}): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return Promise.resolve(new Response(text, init))
  })
  return asked
}

const service = (name: 'osrm' | 'valhalla', over = {}) => {
  const made = travelTimes({ service: name, basePath: '/routing', ...over })
  if (!made) throw new Error('refused settings that are good')
  return made
}

describe('OSRM', () => {
  it('is asked for a table and tells minutes and metres', async () => {
    const asked = serving(OSRM_ROUTED)
    const answer = await service('osrm').between('road', BERLIN, BERLIN)
    expect(asked).toEqual([
      '/routing/table/v1/driving/13.388860,52.517037;13.397634,52.529407;13.428555,52.523219;13.388860,52.517037;13.397634,52.529407;13.428555,52.523219?sources=0;1;2&destinations=3;4;5&annotations=duration&generate_hints=false',
    ])
    expect(answer).toMatchObject({
      ok: true,
      source: { kind: 'service', name: 'osrm' },
      estimated: 0,
      wayM: OSRM_BERLIN.distances,
    })
    const { minutes } = answer as TravelMatrix
    expect(minutes[0]?.[1]).toBeCloseTo(3.21, 9)
    expect(minutes[2]).toEqual([344.7 / 60, 222.3 / 60, 0])
  })

  it('knows no way where it gives null, nor where it guessed by straight line', () => {
    const durations = [[0, null, 382.8], ...OSRM_BERLIN.durations.slice(1)]
    const read = osrm.read({ ...OSRM_BERLIN, durations }, 3, 3)
    expect(read).toMatchObject({
      seconds: [
        [0, null, 382.8],
        [null, 0, 283.9],
        [344.7, 222.3, 0],
      ],
      metres: [
        [0, null, 3791.3],
        [null, 0, 2838.09],
        [3275.36, 2361.73, 0],
      ],
      estimated: 1,
    })
  })

  it('tells no time to a point that is far from any road', () => {
    const sources = OSRM_ROUTED.sources.map((point, i) => ({
      ...point,
      distance: i === 1 ? 1_001 : 4,
    }))
    const destinations = OSRM_ROUTED.destinations.map((point, i) => ({
      ...point,
      distance: i === 2 ? 5_000 : 1_000,
    }))
    expect(osrm.read({ ...OSRM_ROUTED, sources, destinations }, 3, 3)).toMatchObject({
      seconds: [
        [0, 192.6, null],
        [null, null, null],
        [344.7, 222.3, null],
      ],
      estimated: 5,
    })
  })

  it('without distances tells none', () => {
    const { distances: _, ...rest } = OSRM_ROUTED
    expect(osrm.read(rest, 3, 3)).toMatchObject({
      metres: [
        [null, null, null],
        [null, null, null],
        [null, null, null],
      ],
    })
  })

  it.each([
    [{ code: 'NoTable', message: 'No table found' }, 'http', 'NoTable No table found'],
    [{ code: 'TooBig' }, 'http', 'TooBig'],
    [{ ...OSRM_ROUTED, durations: OSRM_ROUTED.durations.slice(1) }, 'schema', 'not 3 x 3'],
    [{ ...OSRM_ROUTED, durations: [[0], [0], [0]] }, 'schema', 'not 3 x 3'],
    [{ ...OSRM_ROUTED, distances: [[0]] }, 'schema', 'not 3 x 3'],
    [
      {
        ...OSRM_ROUTED,
        durations: [
          [0, -1, 2],
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
      'schema',
      'durations.0.1',
    ],
    [{ ...OSRM_ROUTED, durations: [[0, '5', 2]] }, 'schema', 'durations.0.1'],
    [null, 'schema', ''],
  ])('refuses %j', (body, cause, detail) => {
    expect(osrm.read(body, 3, 3)).toEqual({ ok: false, cause, detail })
  })
})

describe('Valhalla', () => {
  it('is asked for a matrix in kilometres and reads its short form', async () => {
    const asked = serving(VALHALLA_SHORT)
    const points = BERLIN.slice(0, 2)
    const answer = await service('valhalla').between('foot', points, points)
    const url = new URL(asked[0] as string, 'https://here.example')
    expect(url.pathname).toBe('/routing/sources_to_targets')
    expect(JSON.parse(url.searchParams.get('json') ?? '')).toEqual({
      sources: [
        { lat: 52.517037, lon: 13.38886 },
        { lat: 52.529407, lon: 13.397634 },
      ],
      targets: [
        { lat: 52.517037, lon: 13.38886 },
        { lat: 52.529407, lon: 13.397634 },
      ],
      costing: 'pedestrian',
      units: 'kilometers',
      verbose: false,
    })
    expect(answer).toMatchObject({
      ok: true,
      source: { kind: 'service', name: 'valhalla' },
      minutes: [
        [0, 1.75],
        [1.8, 0],
      ],
      wayM: [
        [0, 147],
        [147, 0],
      ],
    })
  })

  it('reads the long form, and null as no way', async () => {
    serving(VALHALLA_LONG)
    expect(await service('valhalla').between('road', RENNES, NEARBY)).toMatchObject({
      minutes: [[68 / 60, null]],
      wayM: [[89, null]],
    })
  })

  it.each(['miles', 'mi'])('turns %s into metres, and leaves the time alone', (units) => {
    expect(valhalla.read({ ...VALHALLA_LONG, units }, 1, 2)).toMatchObject({
      seconds: [[68, null]],
      metres: [[0.089 * 1609.344, null]],
    })
  })

  it('takes kilometres where no unit is told, and refuses a unit that it does not know', () => {
    const { units: _, ...untold } = VALHALLA_LONG
    expect(valhalla.read(untold, 1, 2)).toMatchObject({ metres: [[89, null]] })
    expect(valhalla.read({ ...VALHALLA_LONG, units: 'meters' }, 1, 2)).toMatchObject({
      ok: false,
      cause: 'schema',
      detail: 'units',
    })
  })

  it.each([
    [
      { error_code: 154, error: 'Path distance exceeds the max distance limit', status_code: 400 },
      'http',
    ],
    [{ ...VALHALLA_LONG, sources_to_targets: [] }, 'schema'],
    [
      { ...VALHALLA_LONG, sources_to_targets: [VALHALLA_LONG.sources_to_targets[0]?.toReversed()] },
      'schema',
    ],
    [
      { ...VALHALLA_SHORT, sources_to_targets: { durations: [[0, 1]], distances: [[0]] } },
      'schema',
    ],
    [{ units: 'kilometers' }, 'schema'],
    [[], 'schema'],
  ])('refuses %j', (body, cause) => {
    expect(valhalla.read(body, 1, 2)).toMatchObject({ ok: false, cause })
  })
})

describe('any service', () => {
  const FAR: LngLat[] = [[13.9, 52.517037]]
  const from = BERLIN.slice(0, 1)
  const told = (seconds: number) => ({ code: 'Ok', durations: [[seconds]] })

  it('is refused where its times cannot be seconds', async () => {
    // 34.6 km: 35 minutes as a service says it in seconds, in minutes, in milliseconds.
    for (const [seconds, ok] of [
      [2_100, true],
      [35, false],
      [2_100_000, false],
    ] as const) {
      serving(told(seconds))
      const answer = await service('osrm').between('road', from, FAR)
      expect(answer).toMatchObject(ok ? { ok } : { ok, cause: 'schema' })
    }
  })

  it('is not asked for more places than it takes, nor for none', async () => {
    const asked = serving(told(0))
    const four = [...BERLIN, ...from]
    expect(await service('osrm', { maxLocations: 6 }).between('road', four, BERLIN)).toMatchObject({
      ok: false,
      cause: 'too-long',
      detail: '7 locations, over 6',
    })
    expect(await service('osrm').between('road', BERLIN, [])).toMatchObject({
      ok: true,
      minutes: [[], [], []],
    })
    expect(asked).toEqual([])
  })

  it.each([
    ['{', {}, 'json'],
    ['<html>', { status: 502 }, 'http'],
    ['{}', { status: 401 }, 'auth'],
    [' '.repeat(4 * 1024 * 1024 + 1), {}, 'too-long'],
  ])('gives a refusal for %.10s with %j', async (body, init, cause) => {
    serving(body, init)
    expect(await service('osrm').between('road', from, FAR)).toMatchObject({ ok: false, cause })
  })

  it('gives a refusal where it cannot be reached, or is stopped', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) =>
      signal?.aborted
        ? Promise.reject(new Error('aborted'))
        : Promise.reject(new TypeError('offline')),
    )
    expect(await service('osrm').between('road', from, FAR)).toMatchObject({
      cause: 'network',
      detail: 'offline',
    })
    expect(await service('osrm').between('road', from, FAR, AbortSignal.abort())).toMatchObject({
      cause: 'network',
      detail: 'aborted',
    })
  })

  it('never throws, whatever the body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (body, cells) => {
        for (const one of [body, { code: 'Ok', durations: cells }, { sources_to_targets: cells }])
          for (const { read } of [osrm, valhalla]) expect(typeof read(one, 2, 2).ok).toBe('boolean')
      }),
    )
  })
})

describe('settings', () => {
  it.each(['/routing', '/routing/', '/api/v1/osrm', '/a-b_c.d~e'])('take %s', (path) => {
    expect(basePathOf(path)).toBe(path.replace(/\/$/, ''))
  })
  it.each([
    'https://router.example',
    '//router.example/osrm',
    '/\\router.example',
    '\\\\router.example',
    'routing',
    '',
    '/',
    '/a/../b',
    '/./a',
    '/a//b',
    '/a%2f..',
    '/a?b',
    '/a#b',
    '/a b',
    '/a@b',
    ' /a',
    '/a\n',
    'javascript:alert(1)',
    '/https://router.example',
  ])('refuse %j as a base path', (path) => {
    expect(basePathOf(path)).toBeNull()
    expect(travelTimes({ service: 'osrm', basePath: path })).toBeNull()
  })

  it('lead to this origin, whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'/\\.:@?#%ab ') }), (text) => {
        const path = basePathOf(text)
        if (path === null) return
        const url = new URL(`${path}/table`, 'https://here.example')
        expect([url.origin, url.pathname]).toEqual(['https://here.example', `${path}/table`])
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuse a profile that is no word, and pass one that is', async () => {
    const profiles = { road: 'car', foot: 'walk' }
    expect(
      travelTimes({ service: 'osrm', basePath: '/r', profiles: { ...profiles, foot: '../x' } }),
    ).toBeNull()
    const asked = serving({ code: 'Ok', durations: [[60]] })
    await service('osrm', { profiles }).between('foot', BERLIN.slice(0, 1), BERLIN.slice(1, 2))
    expect(asked[0]).toContain('/table/v1/walk/')
  })
})
