import { FEEDS, type FeedId } from '../../src/api/feeds'
import { iso } from '../calendar'
import { COUNTIES, PREFECTURES } from '../geography'
import type { Crs, Records, WireOf } from './feed'

type Source = WireOf<'meta'>['sources'][number]

/** Sources differ in their coordinate system, as they do in life. */
export const CRS_OF: { readonly [Id in FeedId]: Crs } = {
  meta: 'WGS84',
  incidents: 'CGCS2000',
  units: 'GCJ02',
  visits: 'GCJ02',
  'watch-places': 'GCJ02',
  'scenic-areas': 'CGCS2000',
  crowd: 'CGCS2000',
  'fire-devices': 'BD09',
  'fire-readings': 'BD09',
  alarms: 'CGCS2000',
  allocations: 'GCJ02',
  measures: 'WGS84',
}

const OWNERS: { readonly [Id in FeedId]: readonly [string, string] } = {
  meta: ['鼓楼模拟世界', 'Drumtower mock world'],
  incidents: ['贵州省公安厅指挥中心（模拟）', 'Provincial command centre (simulated)'],
  units: ['贵州省公安厅巡逻定位平台（模拟）', 'Patrol positioning platform (simulated)'],
  visits: ['贵州省公安厅勤务考核平台（模拟）', 'Patrol duty platform (simulated)'],
  'watch-places': ['贵州省公安厅治安总队（模拟）', 'Public order division (simulated)'],
  'scenic-areas': ['贵州省文化和旅游厅（模拟）', 'Department of culture and tourism (simulated)'],
  crowd: ['各景区票务与闸机系统（模拟）', 'Ticketing and gates of the areas (simulated)'],
  'fire-devices': [
    '贵州省消防救援总队物联网平台（模拟）',
    'Fire service sensor platform (simulated)',
  ],
  'fire-readings': [
    '贵州省消防救援总队物联网平台（模拟）',
    'Fire service sensor platform (simulated)',
  ],
  alarms: ['鼓楼告警服务（模拟）', 'Drumtower alarm service (simulated)'],
  allocations: ['鼓楼调派服务（模拟）', 'Drumtower allocation service (simulated)'],
  measures: ['贵州省公安厅统计（模拟）', 'Provincial statistics (simulated)'],
}

const CAPACITY_NOTE = [
  '承载量为虚构，不得引用。',
  'Capacities are fictitious; do not quote them.',
] as const
const NOTES: Partial<Record<FeedId, readonly [string, string]>> = {
  'scenic-areas': CAPACITY_NOTE,
  crowd: CAPACITY_NOTE,
}

/** The province with a margin, degrees WGS-84. */
const GUIZHOU = {
  id: '520000',
  name: '贵州省',
  nameEn: 'Guizhou',
  southWest: [103.55, 24.6] as [number, number],
  northEast: [109.65, 29.25] as [number, number],
}

const AREAS = [
  ...PREFECTURES,
  ...COUNTIES.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
]

export function sourceCards(
  crsOf: { readonly [Id in FeedId]: Crs },
  ownerOf: { readonly [Id in FeedId]: readonly [string, string] },
  noteOf: Partial<Record<FeedId, readonly [string, string]>>,
): Source[] {
  return (Object.keys(FEEDS) as FeedId[]).map((feed) => ({
    feed,
    owner: ownerOf[feed][0],
    ownerEn: ownerOf[feed][1],
    cadenceMs: FEEDS[feed].everyMs,
    crs: crsOf[feed],
    note: noteOf[feed]?.[0] ?? null,
    noteEn: noteOf[feed]?.[1] ?? null,
  }))
}

export function metaSource(): Records<'meta'> {
  const sources = sourceCards(CRS_OF, OWNERS, NOTES)
  return (at) => [
    {
      id: 'meta',
      serverTime: iso(at),
      build: 'mock-1',
      region: GUIZHOU,
      areas: AREAS,
      roles: ['duty-officer'],
      provenance: 'simulated',
      sources,
      observedAt: iso(at),
    },
  ]
}
