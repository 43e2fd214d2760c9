import type { FeedId } from '../src/api/feeds'
import { type EpochMs, MINUTE_MS, SECOND_MS } from '../src/domain/time'
import type { Fault } from './faults'

/** How a scenario changes the world itself. */
export interface Tweaks {
  /** Factor on the number of incidents. */
  readonly incidents: number
  /** Share of incidents that happen in scenic areas, on top. */
  readonly atScenicAreas: number
  /** Factor on the visitors of scenic areas; `festival` also moves their peaks. */
  readonly crowds: 'usual' | 'festival'
  /** Fire devices: `storm` alarms and faults in villages and a wave of fire incidents. */
  readonly fire: 'usual' | 'storm'
}

export interface Scenario {
  readonly id: ScenarioId
  readonly titleZh: string
  readonly title: string
  /** What one should see. */
  readonly expect: string
  readonly provenance: 'simulated' | 'recorded'
  /** When it begins unless told: the hour that it is about. Null: now. */
  readonly startsAt: EpochMs | null
  readonly tweaks: Tweaks
  /** What the transport does to a feed at a time; null: nothing. `since` is the world's start. */
  readonly faultAt: (feed: FeedId, at: EpochMs, since: EpochMs) => Fault | null
}

export const SCENARIO_IDS = [
  'calm',
  'festival',
  'fire-storm',
  'outage',
  'late',
  'garbage',
  'slow',
  'columbia',
] as const
export type ScenarioId = (typeof SCENARIO_IDS)[number]

const USUAL: Tweaks = { incidents: 1, atScenicAreas: 0, crowds: 'usual', fire: 'usual' }

const none = () => null

/**
 * A schedule that goes round: `at` within the cycle picks the first entry whose window holds it.
 * Times are seconds from the start of the cycle.
 */
interface Turn {
  readonly fromS: number
  readonly toS: number
  readonly fault: Fault
}

function rotating(cycleS: number, turns: Partial<Record<FeedId, readonly Turn[]>>) {
  return (feed: FeedId, at: EpochMs, since: EpochMs): Fault | null => {
    const cycle = cycleS * SECOND_MS
    const intoMs = (((at - since) % cycle) + cycle) % cycle
    const turn = turns[feed]?.find(
      ({ fromS, toS }) => intoMs >= fromS * SECOND_MS && intoMs < toS * SECOND_MS,
    )
    return turn?.fault ?? null
  }
}

const down = (fromS: number, toS: number, fault: Fault): Turn => ({ fromS, toS, fault })

export const SCENARIOS: { readonly [Id in ScenarioId]: Scenario } = {
  calm: {
    id: 'calm',
    titleZh: '平日',
    title: 'An ordinary day',
    expect:
      'Every feed live. 15 to 40 open incidents by day, a few overdue watch places, one gate down.',
    provenance: 'simulated',
    startsAt: null,
    tweaks: USUAL,
    faultAt: none,
  },
  festival: {
    id: 'festival',
    titleZh: '节日大客流',
    title: 'Holiday crowds',
    expect:
      'Begins on 3 October at 14:45: several areas over 80, 90 and 100 %, one zone over 5 persons/m² until about 15:15 (P1, unanswered).',
    provenance: 'simulated',
    startsAt: Date.parse('2026-10-03T14:45:00+08:00'),
    tweaks: { incidents: 1.6, atScenicAreas: 0.15, crowds: 'festival', fire: 'usual' },
    faultAt: none,
  },
  'fire-storm': {
    id: 'fire-storm',
    titleZh: '火警风暴',
    title: 'A storm of fire alarms',
    expect:
      'Dozens of alarms and faults, most in wooden villages; extreme fire incidents beside them.',
    provenance: 'simulated',
    startsAt: null,
    tweaks: { incidents: 1.3, atScenicAreas: 0, crowds: 'usual', fire: 'storm' },
    faultAt: none,
  },
  outage: {
    id: 'outage',
    titleZh: '来源中断',
    title: 'Sources down',
    expect:
      'Every 6 min: units 503 (0:20–2:20), crowd connection refused (0:40–2:40), fire readings 500 (1:00–1:50), incidents 503 with Retry-After (2:30–3:30), visits 401 (3:00–4:30), meta refused (4:00–5:00). All clear from 5:00 to 6:00.',
    provenance: 'simulated',
    startsAt: null,
    tweaks: USUAL,
    faultAt: rotating(360, {
      units: [down(20, 140, { kind: 'status', status: 503 })],
      crowd: [down(40, 160, { kind: 'refused' })],
      'fire-readings': [down(60, 110, { kind: 'status', status: 500 })],
      incidents: [down(150, 210, { kind: 'status', status: 503, retryAfterS: 10 })],
      visits: [down(180, 270, { kind: 'status', status: 401 })],
      meta: [down(240, 300, { kind: 'refused' })],
    }),
  },
  late: {
    id: 'late',
    titleZh: '数据迟到',
    title: 'Late data',
    expect:
      'Every 5 min: units freeze at 0:10 and age until 3:30; crowd freezes at 0:30 until 2:30; fire readings answer 25 s old throughout; visits run 20 s ahead of the clock (suspect) from 1:00 to 4:00. Incidents stay live.',
    provenance: 'simulated',
    startsAt: null,
    tweaks: USUAL,
    faultAt: (feed, at, since) => {
      const cycle = 5 * MINUTE_MS
      const into = (((at - since) % cycle) + cycle) % cycle
      const start = at - into
      if (feed === 'units' && into >= 10_000 && into < 210_000)
        return { kind: 'frozen', at: start + 10_000 }
      if (feed === 'crowd' && into >= 30_000 && into < 150_000)
        return { kind: 'frozen', at: start + 30_000 }
      if (feed === 'fire-readings') return { kind: 'frozen', at: at - 25_000 }
      if (feed === 'visits' && into >= 60_000 && into < 240_000)
        return { kind: 'ahead', byMs: 20_000 }
      return null
    },
  },
  garbage: {
    id: 'garbage',
    titleZh: '坏数据',
    title: 'Bad data',
    expect:
      'Throughout: about 5 % bad records and hostile names in incidents, watch-places and fire-devices (partial). Every 6 min: units login page (0:20–1:20), GBK bytes (1:40–2:40), cut JSON (3:00–4:00); crowd wrong content type (0:30–1:30), schema 99 (1:50–2:50), no crs (3:10–4:10); fire readings 35 % bad, refused (0:40–2:00), Infinity (2:20–3:40); visits an envelope that is none (1:00–2:00).',
    provenance: 'simulated',
    startsAt: null,
    tweaks: USUAL,
    faultAt: (feed, at, since) =>
      GARBAGE_TURNS(feed, at, since) ??
      (feed === 'incidents' || feed === 'watch-places' || feed === 'fire-devices'
        ? { kind: 'bad-records', share: 0.05 }
        : null),
  },
  slow: {
    id: 'slow',
    titleZh: '网络缓慢',
    title: 'A slow network',
    expect:
      'Every answer takes 0.3 to 1.2 s. Every 4 min: units 6 s, beyond the timeout (0:20–1:20); crowd hangs (0:40–2:00); fire readings 9 s (1:00–2:10); incidents 2.5 s, slow but live (throughout).',
    provenance: 'simulated',
    startsAt: null,
    tweaks: USUAL,
    faultAt: (feed, at, since) =>
      SLOW_TURNS(feed, at, since) ?? {
        kind: 'delay',
        ms:
          feed === 'incidents'
            ? 2_500
            : 300 + ((Math.floor(at / 1_000) * 7919 + feed.length * 131) % 900),
      },
  },
  columbia: {
    id: 'columbia',
    titleZh: '实录：哥伦比亚市报警',
    title: 'Recorded calls of Columbia, Missouri',
    expect:
      'Recorded police and fire calls at their true places and rhythm, 12 % without a position. Every other feed is empty and says why.',
    provenance: 'recorded',
    startsAt: null,
    tweaks: USUAL,
    faultAt: none,
  },
}

const GARBAGE_TURNS = rotating(360, {
  units: [
    down(20, 80, { kind: 'login-page' }),
    down(100, 160, { kind: 'gbk' }),
    down(180, 240, { kind: 'cut' }),
  ],
  crowd: [
    down(30, 90, { kind: 'content-type' }),
    down(110, 170, { kind: 'schema-version' }),
    down(190, 250, { kind: 'no-crs' }),
  ],
  'fire-readings': [
    down(40, 120, { kind: 'bad-records', share: 0.35 }),
    down(140, 220, { kind: 'infinity' }),
  ],
  visits: [down(60, 120, { kind: 'not-an-envelope' })],
})

const SLOW_TURNS = rotating(240, {
  units: [down(20, 80, { kind: 'delay', ms: 6_000 })],
  crowd: [down(40, 120, { kind: 'hang' })],
  'fire-readings': [down(60, 130, { kind: 'delay', ms: 9_000 })],
})
