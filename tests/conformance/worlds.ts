import { openWorld } from '../../mocks/node'
import type { ScenarioId } from '../../mocks/scenarios'
import type { World } from '../../mocks/world'
import { decodeAnswer } from '../../src/api/decode'
import { FEED_IDS } from '../../src/api/feeds'
import type { Reading, Readings } from '../../src/api/reading'
import type { Extent } from '../../src/domain/geo'
import { DAY_MS } from '../../src/domain/time'
import type { Inputs } from '../../src/topics/topic'
import { areaNames } from '../../src/ui/area-names'

/** The middle of a holiday afternoon: every scenario has something to show. 15:00 in Shanghai. */
export const AT = Date.UTC(2026, 9, 3, 7)

export const worldOf = (scenario: ScenarioId): Promise<World> =>
  openWorld({ scenario, seed: 20261, scale: 1, startAt: AT })

/** What the decoder makes of a world's answers at `AT`. */
export function decodedOf(world: World) {
  const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  return FEED_IDS.map((id) => ({
    id,
    sent: world.answer(id, AT, null).items.length,
    answer: decodeAnswer(id, bytesOf(world.answer(id, AT, null)), 'application/json'),
  }))
}

/** Every feed live, at `AT`. */
export function readingsOf(world: World): Readings {
  const entries = decodedOf(world).map(({ id, answer }) => {
    if (!answer.ok) throw new Error(`${id}: ${answer.cause} ${answer.detail}`)
    const { items, generatedAt } = answer
    const snapshot = { items, observedAt: generatedAt, rejected: [], rejectedCount: 0 }
    return [id, { ...nothing(id), snapshot, quality: 'live', ageMs: 0 }]
  })
  return Object.fromEntries(entries) as Readings
}

const nothing = (feed: Reading['feed']): Reading => ({
  feed,
  snapshot: null,
  quality: 'lost',
  flags: [],
  cause: null,
  detail: null,
  ageMs: null,
})

/** Nothing has ever arrived. */
export const NO_READINGS = Object.fromEntries(
  FEED_IDS.map((id) => [id, nothing(id)]),
) as unknown as Readings

/** Every feed answers, with no records. */
export const EMPTY_READINGS = Object.fromEntries(
  FEED_IDS.map((id) => [
    id,
    {
      ...nothing(id),
      snapshot: { items: [], observedAt: AT, rejected: [], rejectedCount: 0 },
      quality: 'live',
      ageMs: 0,
    },
  ]),
) as unknown as Readings

export function inputsOf(readings: Readings): Inputs {
  const region: Extent = readings.meta.snapshot?.items[0]?.region.extent ?? [
    103.6, 24.6, 109.6, 29.3,
  ]
  const areas = areaNames(readings.meta.snapshot?.items[0]?.areas ?? [])
  return { readings, now: AT, window: { from: AT - 28 * DAY_MS, to: AT }, region, areas }
}
