import { beforeAll, describe, expect, test } from 'vitest'
import { SCENARIO_IDS } from '../../mocks/scenarios'
import { FEED_IDS } from '../../src/api/feeds'
import type { Readings } from '../../src/api/reading'
import { BANDS } from '../../src/map/paint'
import { TOPICS } from '../../src/topics'
import { ON_WALLS } from '../../src/topics/on-walls'
import { TABLES } from '../../src/topics/tables'
import type { Depiction, Inputs, Scene, Topic } from '../../src/topics/topic'
import { GLYPHS } from '../../src/ui/glyphs'
import { FLAVOURS } from '../../src/ui/tokens'
import { LANGS } from '../../src/ui/words'
import { phrasesIn, type Spoken, unspoken } from './phrases'
import { EMPTY_READINGS, inputsOf, NO_READINGS, readingsOf, worldOf } from './worlds'

/** Far out, the whole province, a prefecture, a street. */
const ZOOMS = [5, 6.5, 9, 13]

type AnyTopic = Topic<unknown, unknown>
const topics = TOPICS as readonly AnyTopic[]
const tablesOf = (topic: AnyTopic) => TABLES[topic.id] ?? []

const scene = (over: Partial<Scene> = {}): Scene => ({
  zoom: 9,
  flavour: 'night',
  lang: 'zh',
  selectedId: null,
  ...over,
})

const SCENES: readonly Scene[] = [
  ...ZOOMS.map((zoom) => scene({ zoom })),
  ...FLAVOURS.map((flavour) => scene({ flavour, lang: 'en' })),
]

const drawnIn = ({ painted }: Depiction, layer: string) =>
  painted.find(({ id }) => id === layer)?.drawn ?? null

const allUnique = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length)

function expectSpoken(spoken: readonly Spoken[]) {
  expect(spoken.flatMap(unspoken)).toEqual([])
}

describe('the registry', () => {
  test('holds topics that can be told apart', () => {
    expect(topics.length).toBeGreaterThanOrEqual(4)
    allUnique(topics.map(({ id }) => id))
    allUnique(topics.map(({ shortcut }) => shortcut))
    allUnique(topics.flatMap((topic) => tablesOf(topic).map(({ id }) => id)))
    for (const topic of topics) {
      expect(topic.id).toMatch(/^[a-z][a-z-]*$/)
      expect(topic.shortcut).toMatch(/^[1-9]$/)
      expect(topic.feeds.length).toBeGreaterThan(0)
      for (const feed of topic.feeds) expect(FEED_IDS).toContain(feed)
      expect(tablesOf(topic).map(({ id }) => id)).toEqual(topic.tableIds)
      expect(topic.tableIds[0]).toBe(topic.id)
    }
  })

  test.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s speaks both languages',
    (_, topic) => {
      const { name, countUnit, legend } = topic
      const words = tablesOf(topic).map(({ title, columns }) => [
        title,
        columns.map((c) => c.header),
      ])
      const spoken = phrasesIn([name, countUnit, legend, words])
      expect(spoken.length).toBeGreaterThan(5)
      expectSpoken(spoken)
      // Words of our own: nothing Chinese in the English ones.
      for (const { phrase, path } of spoken) expect(phrase.en, path).not.toMatch(/[\u3400-\u9fff]/)
    },
  )

  test.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s has a legend that can be drawn',
    (_, topic) => {
      allUnique(topic.legend.map(({ level }) => level))
      for (const { level, glyph, colour } of topic.legend) {
        expect(glyph ?? colour, level).toBeDefined()
        if (glyph) expect(GLYPHS).toContain(glyph)
      }
    },
  )
})

describe.each(SCENARIO_IDS)('in %s', async (scenario) => {
  const inputs = inputsOf(readingsOf(await worldOf(scenario)))

  test('no two topics paint a layer of the same name', () => {
    for (const one of SCENES)
      allUnique(
        topics.flatMap((topic) =>
          topic.depict(topic.derive(inputs, null), one).painted.map(({ id }) => id),
        ),
      )
  })

  describe.each(topics.map((topic) => [topic.id, topic] as const))('%s', (_, topic) => {
    // Inside a hook, so that a topic that throws fails its own tests and not the whole file.
    let data: unknown
    let depictions: readonly Depiction[]
    beforeAll(() => {
      data = topic.derive(inputs, null)
      depictions = SCENES.map((one) => topic.depict(data, one))
    })

    test('has a headline that can be read from afar', () => {
      const headline = ON_WALLS[topic.id]?.headline?.(data)
      if (!headline) return expect(topic.id).toBe('alarms')
      const { value, feeds, line, verdict, ...words } = headline
      expect(value).toMatch(/^(—|[\d,.]+)$/)
      for (const feed of feeds) expect(topic.feeds).toContain(feed)
      // Their names are data; the words around them are ours, and few.
      expect([...words.title.zh].length).toBeLessThanOrEqual(6)
      expectSpoken(phrasesIn([words.title, line, verdict].filter(Boolean)))
      if (words.unit.zh.startsWith('%')) expect(line === null ? value : line.zh).toMatch(/—|\d \/ /)
    })

    test('asks the hall only for unanswered alarms of the first priority, each with guidance', () => {
      const urgent = ON_WALLS[topic.id]?.urgent?.(data) ?? []
      const p1 = topic.attention(data).filter(({ urgency, asks }) => urgency === 'p1' && asks)
      if (ON_WALLS[topic.id]?.urgent)
        expect(urgent.map(({ id }) => id)).toEqual(p1.map(({ id }) => id))
      allUnique(urgent.map(({ key }) => key))
      for (const { guidance } of urgent) {
        expect(guidance.length).toBeGreaterThan(0)
        expect(guidance.length).toBeLessThanOrEqual(4)
        for (const { zh } of guidance) expect([...zh].length, zh).toBeLessThanOrEqual(12)
      }
    })

    test('counts', () => {
      const count = topic.count(data)
      expect(count === null || (Number.isInteger(count) && count >= 0), `${count}`).toBe(true)
    })

    test('paints layers that the stage can sort', () => {
      for (const { painted } of depictions) {
        allUnique(painted.map(({ id }) => id))
        for (const { id, topic: owner, band, drawn, layer } of painted) {
          expect(layer.id).toBe(id)
          expect(owner).toBe(topic.id)
          expect(BANDS).toContain(band)
          expect(Number.isInteger(drawn) && drawn >= 0, `${id} ${drawn}`).toBe(true)
        }
      }
    })

    test('paints the same twice', () => {
      for (const [i, one] of SCENES.entries()) {
        const again = topic.depict(data, one)
        const gist = ({ painted, hits }: Depiction) => ({
          painted: painted.map(({ id, band, drawn }) => ({ id, band, drawn })),
          hits,
        })
        expect(gist(again)).toEqual(gist(depictions[i] as Depiction))
      }
    })

    test('explains every level in its legend', () => {
      const known = new Set(topic.legend.map(({ level }) => level))
      for (const level of new Set(topic.levels(data))) expect(known).toContain(level)
    })

    test.each(tablesOf(topic).map((table) => [table.id, table] as const))(
      'table %s lists what its layer draws',
      (_id, table) => {
        const rows = table.rows(data)
        const placed = rows.filter(table.placed).length
        allUnique(rows.map(table.rowId))
        const drawn = depictions.map((one) => drawnIn(one, table.layer))
        for (const count of drawn) if (count !== null) expect(count).toBe(placed)
        // A layer that needs bulk data has none here; every other one is painted at some zoom.
        if (placed > 0 && !topic.useBulk) expect(drawn.some((count) => count !== null)).toBe(true)
        for (const row of rows.slice(0, 200))
          for (const { id, text, sort } of table.columns) {
            for (const lang of LANGS) expect(text(row, lang, new Map()), id).not.toBe('')
            const key = sort(row)
            expect(key === null || typeof key === 'string' || Number.isFinite(key), id).toBe(true)
          }
      },
    )

    test('describes whatever can be selected, in both languages', () => {
      const rows = tablesOf(topic)
        .filter(({ selectable }) => selectable)
        .flatMap((table) =>
          table.rows(data).map((row) => ({ id: table.rowId(row), placed: table.placed(row) })),
        )
      const hits = depictions.flatMap((one) => one.hits)
      for (const { id, placed } of rows) {
        const described = topic.describe(data, id)
        expect(described, id).not.toBeNull()
        expect(described?.position !== null, id).toBe(placed)
      }
      const selectable = new Set(rows.map(({ id }) => id))
      for (const hit of hits) {
        expect(hit.topic).toBe(topic.id)
        expect(hit.position.every(Number.isFinite)).toBe(true)
        if (!selectable.has(hit.id)) expect(topic.describe(data, hit.id), hit.id).not.toBeNull()
      }
      const attention = topic.attention(data)
      allUnique(attention.map(({ id }) => id))
      for (const { id, topic: owner } of attention) {
        expect(owner).toBe(topic.id)
        expect(topic.describe(data, id), id).not.toBeNull()
      }
      expectSpoken(phrasesIn(attention))
      for (const { id } of rows.slice(0, 300)) {
        const described = topic.describe(data, id)
        expectSpoken(phrasesIn(described))
        for (const fact of described?.facts ?? []) {
          const { value, note, label } = fact
          for (const words of typeof value === 'string' ? [value] : [value.zh, value.en]) {
            expect(words, `${id} ${label.en}`).not.toBe('')
            // Rule 3: a percentage never stands without its counts.
            if (/%/.test(words)) expect(note?.en ?? '', label.en).toMatch(/\d/)
          }
        }
      }
    })

    test('answers null for what is not there', () => {
      expect(topic.describe(data, 'no such id')).toBeNull()
    })

    test('keeps its picture when something is selected', () => {
      const [hit] = depictions.flatMap((one) => one.hits)
      if (!hit) return
      const drawn = (one: Depiction) =>
        Object.fromEntries(one.painted.map(({ id, drawn: n }) => [id, n]))
      const selected = topic.depict(data, scene({ selectedId: hit.id }))
      expect(drawn(selected)).toMatchObject(drawn(topic.depict(data, scene())))
    })
  })
})

describe('with nothing to show', () => {
  const tryAll = (topic: AnyTopic, inputs: Inputs) => {
    const data = topic.derive(inputs, null)
    const depictions = SCENES.map((one) => topic.depict(data, one))
    const levels = topic.levels(data)
    const attention = topic.attention(data)
    const rows = tablesOf(topic).flatMap((table) => [...table.rows(data)])
    topic.describe(data, 'x')
    return { count: topic.count(data), depictions, levels, attention, rows }
  }

  test.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s has no count before the first answer',
    (_, topic) => {
      const { count, depictions, attention, rows } = tryAll(topic, inputsOf(NO_READINGS))
      expect(count).toBeNull()
      expect(rows).toEqual([])
      expect(attention).toEqual([])
      for (const { painted, hits } of depictions) {
        expect(painted.every(({ drawn }) => drawn === 0)).toBe(true)
        expect(hits).toEqual([])
      }
    },
  )

  test.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s counts zero where zero is known',
    (_, topic) => {
      const { count, rows } = tryAll(topic, inputsOf(EMPTY_READINGS))
      expect(count).toBe(0)
      expect(rows).toEqual([])
    },
  )

  test.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s lives without each of its feeds',
    async (_, topic) => {
      const whole = readingsOf(await worldOf('calm'))
      for (const feed of topic.feeds) {
        tryAll(topic, inputsOf({ ...whole, [feed]: NO_READINGS[feed] } as Readings))
        tryAll(topic, inputsOf({ ...whole, [feed]: EMPTY_READINGS[feed] } as Readings))
        tryAll(
          topic,
          inputsOf({ ...whole, [feed]: { ...whole[feed], quality: 'lost' } } as Readings),
        )
      }
    },
  )
})
