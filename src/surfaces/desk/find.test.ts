import { expect, it } from 'vitest'
import type { Column, Inputs, Table, Topic } from '../../topics/topic'
import { find, findable, spellingsOf } from './find'

interface Row {
  readonly id: string
  readonly zh: string
  readonly en: string
}

const name: Column<Row> = {
  id: 'name',
  header: { zh: '名称', en: 'Name' },
  text: (row, lang) => row[lang],
  sort: (row) => row.zh,
}

const table = (id: string, ids: readonly string[], selectable = true) =>
  ({
    id,
    title: name.header,
    layer: id,
    columns: [name],
    rows: (data: readonly Row[]) => data.filter((row) => ids.includes(row.id)),
    rowId: (row: Row) => row.id,
    selectable,
    placed: () => true,
  }) satisfies Table<readonly Row[], Row>

const rows: readonly Row[] = [
  { id: 'a-1', zh: '黄果树镇派出所门前', en: 'Before Huangguoshu station' },
  { id: 'a-2', zh: '黄果树', en: 'Huangguoshu' },
  { id: 'a-3', zh: '小黄果树', en: 'Little Huangguoshu' },
  { id: 'a-4', zh: '西江', en: 'Xijiang' },
  { id: 'a-5', zh: '不可选', en: 'Not selectable' },
]

const topic = { id: 'places' } as unknown as Topic
const tables = {
  places: [
    table('places', ['a-1', 'a-2', 'a-3']),
    table('places/again', ['a-2', 'a-4']),
    table('places/apart', ['a-5'], false),
  ],
} as unknown as Parameters<typeof findable>[1]

const inputs = { areas: new Map() } as unknown as Inputs
const all = findable([{ topic, data: rows, error: null, inputs }], tables)
const idsOf = (query: string, spellings?: Parameters<typeof find>[2]) =>
  find(all, query, spellings).map(({ id }) => id)

it('lists a thing once, however many tables hold it, and only what can be selected', () => {
  expect(all.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'a-4'])
})

it('lists nothing of a topic that broke', () => {
  expect(findable([{ topic, data: null, error: new Error('broken'), inputs }], tables)).toEqual([])
})

it('puts the whole field first, then its beginning, then its middle', () => {
  expect(idsOf('黄果树')).toEqual(['a-2', 'a-1', 'a-3'])
})

it('asks for every word, in any language and by id', () => {
  expect(idsOf('huangguoshu station')).toEqual(['a-1'])
  expect(idsOf('A-4')).toEqual(['a-4'])
  expect(idsOf('黄果树 西江')).toEqual([])
  expect(idsOf('  ')).toEqual([])
})

it('finds by pinyin, in full and by initials', async () => {
  const spellings = await spellingsOf(all)
  expect(idsOf('hgs')).toEqual([])
  expect(idsOf('hgs', spellings)).toEqual(['a-2', 'a-1', 'a-3'])
  expect(idsOf('xiaohuang', spellings)).toEqual(['a-3'])
})
