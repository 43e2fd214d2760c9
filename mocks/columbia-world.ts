import type { FeedId } from '../src/api/feeds'
import { DAY_MS, type EpochMs } from '../src/domain/time'
import { iso } from './calendar'
import { ASSUMED_OPEN_MS, type Call, callsBetween, meaningOf, type Recording } from './columbia'
import type { Records, WireOf } from './feeds/feed'
import { sourceCards } from './feeds/meta'
import type { HistoryRow } from './history'
import type { Sources } from './world'

/** Boone County, Missouri (FIPS). */
const AREA_CODE = '29019'

const CITY: readonly [string, string] = [
  '哥伦比亚市（密苏里州）公开警情日志',
  'City of Columbia MO, public dispatch log',
]
const NONE: readonly [string, string] = [
  '无（实录仅含报警）',
  'None (the recording holds calls only)',
]
const ONLY_CALLS: readonly [string, string] = [
  '该实录仅含报警记录，此来源无数据。',
  'This recording holds calls only; this source has no data.',
]
const CALLS_NOTE: readonly [string, string] = [
  '实录按当地时钟平移整周循环回放；日志不含处置过程，接报 45 分钟内按「已接警」、其后按「已结案」显示。',
  'Replayed at its local clock time, shifted by whole weeks, in a loop. The log does not say how calls went on: for 45 minutes they count as received, then as closed.',
]

/** A world that replays the recording. Seed and scale do not change it. */
export function columbiaSources(recording: Recording): Sources {
  const meanings = recording.types.map(meaningOf)

  const historyRows = (from: EpochMs, to: EpochMs): HistoryRow[] =>
    callsBetween(recording, from, to).map(({ row, occurredAt, position }) => ({
      ...(meanings[recording.type[row] ?? 0] as (typeof meanings)[number]),
      occurredAt,
      position,
      areaCode: AREA_CODE,
    }))

  const incidentOf = (
    { id, row, occurredAt, position }: Call,
    at: EpochMs,
  ): WireOf<'incidents'> => {
    const type = recording.type[row] ?? 0
    const open = at < occurredAt + ASSUMED_OPEN_MS
    return {
      ...(meanings[type] as (typeof meanings)[number]),
      id,
      label: recording.types[type] ?? null,
      stage: open ? 'received' : 'closed',
      occurredAt: iso(occurredAt),
      receivedAt: iso(occurredAt),
      dispatchedAt: null,
      arrivedAt: null,
      closedAt: null,
      position: position && [position[0], position[1]],
      precision: position === null ? 'unknown' : recording.coarse[row] ? 'grid' : 'point',
      areaCode: AREA_CODE,
      place: null,
      observedAt: iso(open ? occurredAt : occurredAt + ASSUMED_OPEN_MS),
    }
  }

  const empty = () => []
  const each = <T>(value: (feed: FeedId) => T): { [Id in FeedId]: T } => ({
    meta: value('meta'),
    incidents: value('incidents'),
    units: value('units'),
    visits: value('visits'),
    'watch-places': value('watch-places'),
    'scenic-areas': value('scenic-areas'),
    crowd: value('crowd'),
    'fire-devices': value('fire-devices'),
    'fire-readings': value('fire-readings'),
    alarms: value('alarms'),
    allocations: value('allocations'),
    measures: value('measures'),
  })
  const isCalls = (feed: FeedId) => feed === 'incidents' || feed === 'meta'
  const cards = sourceCards(
    each(() => 'WGS84' as const),
    each((feed) => (isCalls(feed) ? CITY : NONE)),
    each((feed) => (feed === 'incidents' ? CALLS_NOTE : isCalls(feed) ? CITY : ONLY_CALLS)),
  )
  const meta: Records<'meta'> = (at) => [
    {
      id: 'meta',
      serverTime: iso(at),
      build: 'mock-1',
      region: {
        id: 'us-mo-columbia',
        name: '哥伦比亚市（密苏里州）',
        nameEn: 'Columbia, Missouri',
        southWest: [-92.56, 38.79],
        northEast: [-92.14, 39.15],
      },
      roles: ['viewer'],
      provenance: 'recorded',
      sources: cards,
      observedAt: iso(at),
    },
  ]
  return {
    crsOf: each(() => 'WGS84'),
    records: {
      ...each(() => empty),
      meta,
      incidents: (at) =>
        callsBetween(recording, at - DAY_MS, at + 1).map((call) => incidentOf(call, at)),
    },
    alarms: null,
    allocations: null,
    crowdPast: () => null,
    fire: null,
    measures: null,
    historyRows,
    historyCrs: 'WGS84',
  }
}
