import { describe, expect, it } from 'vitest'
import { FEED_IDS, type FeedId } from '../../api/feeds'
import type { Reading, Readings, Snapshot } from '../../api/reading'
import type { SourceCard } from '../../domain/meta'
import { completenessOf, csvRows, feedsNow, tallyOf } from './rows'

const AT = Date.parse('2026-11-22T13:00:00Z')

const unasked = (feed: FeedId): Reading => ({
  feed,
  snapshot: null,
  quality: 'lost',
  flags: [],
  cause: null,
  detail: null,
  ageMs: null,
})
const snapshot = (items: readonly unknown[], over: Partial<Snapshot<never>> = {}) =>
  ({ items, observedAt: AT, rejected: [], rejectedCount: 0, ...over }) as Reading['snapshot']

const card: SourceCard = {
  feed: 'units',
  owner: '巡逻定位平台',
  ownerEn: 'Patrol tracking',
  cadenceMs: 30_000,
  crs: 'GCJ02',
  note: null,
  noteEn: null,
}
const readings = {
  ...Object.fromEntries(FEED_IDS.map((id) => [id, unasked(id)])),
  meta: { ...unasked('meta'), quality: 'live', snapshot: snapshot([{ sources: [card] }]) },
  units: {
    ...unasked('units'),
    quality: 'late',
    ageMs: 12_400,
    flags: ['partial'],
    snapshot: snapshot(['a', 'b', 'c'], { rejectedCount: 1, droppedPersonal: 2 }),
  },
  crowd: { ...unasked('crowd'), cause: 'http', detail: '=1+1' },
} as unknown as Readings
const rows = feedsNow(readings)

describe('the board', () => {
  it('has a row for every feed, with the card of its source', () => {
    expect(rows.map(({ id }) => id)).toEqual(FEED_IDS)
    expect(rows.find(({ id }) => id === 'units')?.source).toBe(card)
    expect(rows.find(({ id }) => id === 'visits')?.source).toBeNull()
  })

  it('counts who has not answered yet apart from who is lost', () => {
    const tally = tallyOf(rows)
    expect(tally).toEqual({
      live: 1,
      late: 1,
      stale: 0,
      lost: 1,
      waiting: FEED_IDS.length - 3,
    })
  })

  it('tells records taken of records sent, and nothing of nothing', () => {
    expect(completenessOf(readings.units)).toEqual({ taken: 3, sent: 4 })
    expect(completenessOf(readings.visits)).toBeNull()
  })
})

describe('its CSV', () => {
  const [head = [], ...body] = csvRows(rows, 'en')
  const cellsOf = (feed: FeedId) => {
    const row = body.find(([id]) => id === feed) ?? []
    return Object.fromEntries(head.map((name, i) => [name, row[i]]))
  }

  it('has as many cells in every row as in its head', () => {
    expect(body).toHaveLength(FEED_IDS.length)
    for (const row of body) expect(row).toHaveLength(head.length)
  })

  it('says what the board says', () => {
    expect(cellsOf('units')).toMatchObject({
      quality: 'late',
      flags: 'partial',
      owner: 'Patrol tracking',
      cadence_s: '5',
      declared_cadence_s: '30',
      observed_at: '2026-11-22T13:00:00.000Z',
      lag_s: '12',
      records: '3',
      set_aside: '1',
      personal_fields_dropped: '2',
      crs: 'GCJ02',
    })
    expect(cellsOf('crowd')).toMatchObject({ quality: 'lost', cause: 'http', cause_detail: '=1+1' })
    expect(cellsOf('crowd').remedy).not.toBe('')
  })

  it('leaves empty what is not known: never zero', () => {
    const { feed: _, cadence_s: __, ...rest } = cellsOf('visits')
    expect(new Set(Object.values(rest))).toEqual(new Set(['']))
  })
})
