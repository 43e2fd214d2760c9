import { expect, test } from 'vitest'
import { type Annotation, draftOf, saysTheSame, touches, undoing } from './annotation'

const MARK: Annotation = {
  id: 'an-1',
  from: 1_000,
  to: null,
  areaCode: '520600',
  kind: 'weather',
  label: '寒潮',
  labelEn: 'Cold wave',
  rev: 2,
  by: 'duty-officer · 席位 1',
  writtenAt: 2_000,
  isRemoved: false,
}

test('a change is taken back by what stood before it, a new mark by striking it out', () => {
  const edited = { ...MARK, label: '冰冻', rev: 3 }
  expect(undoing(MARK, edited)).toEqual(draftOf(MARK))
  expect(undoing(null, MARK)).toEqual({ ...draftOf(MARK), isRemoved: true })
  const removed = { ...MARK, isRemoved: true, rev: 3 }
  expect(undoing(MARK, removed).isRemoved).toBe(false)
  expect(undoing(removed, MARK).isRemoved).toBe(true)
})

test('who wrote it and when is no part of what it says', () => {
  expect(saysTheSame(draftOf(MARK), draftOf({ ...MARK, id: 'an-2' }))).toBe(true)
  expect(saysTheSame(draftOf(MARK), { ...draftOf(MARK), from: 1_001 })).toBe(false)
  expect(saysTheSame(draftOf(MARK), { ...draftOf(MARK), isRemoved: true })).toBe(false)
})

test('a mark belongs to every area that holds its own or lies in it, and to no neighbour', () => {
  const on = (markArea: string | null, area: string) =>
    touches({ areaCode: markArea }, area, '520000')
  expect(on(null, '520602')).toBe(true)
  expect(on('520600', '520000')).toBe(true)
  expect(on('520602', '520600')).toBe(true)
  expect(on('520600', '520602')).toBe(true)
  expect(on('520000', '520602')).toBe(true)
  expect(on('520602', '520603')).toBe(false)
  expect(on('520600', '520100')).toBe(false)
})
