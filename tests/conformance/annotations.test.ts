import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  type AnnotationRegister,
  memoryAnnotations,
  respondToAnnotations,
} from '../../mocks/annotations/register'
import { MOST_ANNOTATIONS } from '../../src/api/annotation-wire'
import { type AnnotationWrite, getAnnotations, writeAnnotation } from '../../src/api/annotations'
import { type AnnotationDraft, draftOf, undoing } from '../../src/domain/annotation'
import { DAY_MS } from '../../src/domain/time'

/** The client of marks and the simulated server, by the same contract. */
const AT = Date.parse('2026-03-10T06:00:00+08:00')
const DAY = Date.parse('2026-02-25T00:00:00+08:00')
const DRAFT: AnnotationDraft = {
  from: DAY,
  to: null,
  areaCode: '520600',
  kind: 'other',
  label: '封路 <b>',
  labelEn: null,
  isRemoved: false,
}
const seat = (n: number) => `duty-officer · 席位 ${n}`

let register: AnnotationRegister
let line: 'up' | 'down' | 'loses-answers' | 'signed-out' | 'drops-headers' | 'garbles'

beforeEach(() => {
  register = memoryAnnotations()
  line = 'up'
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (line === 'down') throw new TypeError('no line')
    if (line === 'signed-out') return new Response(null, { status: 401 })
    const { pathname, searchParams } = new URL(url, 'http://here')
    const headers = new Headers(init.headers)
    if (line === 'drops-headers') headers.delete('if-match')
    const path = pathname.replace('/api/v1/', '')
    const body = init.body ? JSON.parse(String(init.body)) : null
    const method = init.method ?? 'GET'
    const answer = await respondToAnnotations(
      { method, path, headers, body },
      searchParams,
      register,
      AT,
    )
    if (line === 'loses-answers') throw new TypeError('the line went')
    if (line === 'garbles') return new Response('<html>', { status: 200 })
    return answer ?? new Response(null, { status: 405 })
  })
})
afterEach(() => vi.unstubAllGlobals())

const write = (more: Partial<AnnotationWrite> = {}) =>
  writeAnnotation({ key: 'k-1', id: null, seenRev: 0, draft: DRAFT, by: seat(1), ...more })
const read = async (from = DAY - DAY_MS, to = DAY + DAY_MS) => {
  const answer = await getAnnotations(from, to, new AbortController().signal)
  if (!answer.ok) throw new Error(answer.refusal.cause)
  return answer.annotations
}
async function written(more: Partial<AnnotationWrite> = {}) {
  const answer = await write(more)
  if (answer.is !== 'done') throw new Error(answer.is)
  return answer.annotation
}

test('a mark is read by the days that it touches, with its writer, its time and its revision', async () => {
  const mark = await written()
  expect(mark).toMatchObject({ ...DRAFT, rev: 1, by: seat(1), writtenAt: AT })
  expect(await read()).toEqual({ generatedAt: AT, items: [mark], setAside: 0 })
  expect((await read(DAY + 1, DAY + DAY_MS)).items).toEqual([])
  expect((await read(DAY - DAY_MS, DAY)).items).toEqual([])
  const long = { ...DRAFT, to: DAY + 3 * DAY_MS }
  await written({ key: 'k-2', id: mark.id, seenRev: 1, draft: long })
  expect((await read(DAY + 2 * DAY_MS, DAY + 9 * DAY_MS)).items).toHaveLength(1)
})

test('the slower of two seats is told how it stands, and by whom; nothing is overwritten', async () => {
  const mark = await written()
  const theirs = await written({
    key: 'k-2',
    id: mark.id,
    seenRev: 1,
    draft: { ...DRAFT, label: '限行' },
    by: seat(2),
  })
  expect(theirs.rev).toBe(2)
  const slow = await write({ key: 'k-3', id: mark.id, seenRev: 1 })
  expect(slow).toEqual({ is: 'refused', cause: 'changed', current: theirs })
  expect((await read()).items).toEqual([theirs])
  // By the picture as it is now, it is done.
  expect(await write({ key: 'k-4', id: mark.id, seenRev: 2 })).toMatchObject({ is: 'done' })
})

test('the same key is done once and answered twice; another write may not use it', async () => {
  line = 'loses-answers'
  expect(await write()).toEqual({ is: 'unknown' })
  line = 'garbles'
  expect(await write()).toEqual({ is: 'unknown' })
  line = 'up'
  expect(await write()).toMatchObject({ is: 'done', annotation: { rev: 1 } })
  expect((await read()).items).toHaveLength(1)
  const other = await write({ draft: { ...DRAFT, label: '别的' } })
  expect(other).toMatchObject({ is: 'refused', cause: 'refused' })
})

test('a login locks, a missing revision is refused, a dead line is not known', async () => {
  line = 'signed-out'
  expect(await write()).toEqual({ is: 'locked' })
  line = 'drops-headers'
  expect(await write()).toMatchObject({ is: 'refused', cause: 'precondition' })
  line = 'down'
  expect(await write()).toEqual({ is: 'unknown' })
  expect(await getAnnotations(DAY, DAY + 1, new AbortController().signal)).toMatchObject({
    ok: false,
    refusal: { cause: 'network' },
  })
  line = 'up'
  expect((await read()).items).toEqual([])
})

test('a struck-out mark is not read, and comes back by the undo of it; so does an edit', async () => {
  const mark = await written()
  const edit = { ...DRAFT, label: '限行' }
  const edited = await written({ key: 'k-2', id: mark.id, seenRev: 1, draft: edit })
  const back = await written({
    key: 'k-3',
    id: mark.id,
    seenRev: 2,
    draft: undoing(mark, edited),
  })
  expect(draftOf(back)).toEqual(DRAFT)
  const gone = await written({ key: 'k-4', id: mark.id, seenRev: 3, draft: undoing(null, back) })
  expect((await read()).items).toEqual([])
  await written({ key: 'k-5', id: mark.id, seenRev: 4, draft: undoing(back, gone) })
  expect((await read()).items).toMatchObject([{ ...DRAFT, rev: 5 }])
})

test('what is no mark is refused, what cannot be read is set aside and counted, and there is an end', async () => {
  expect(await write({ draft: { ...DRAFT, label: '' } })).toMatchObject({ is: 'refused' })
  expect(await write({ id: 'an-9', seenRev: 1 })).toMatchObject({ cause: 'gone' })
  const mark = await written({ key: 'k-2' })
  await register.change((before) => [
    { ...before, items: [...before.items, { ...before.items[0]!, rev: -1 }] },
    null,
  ])
  expect(await read()).toEqual({ generatedAt: AT, items: [mark], setAside: 1 })
  await register.change((before) => [
    { ...before, items: Array.from({ length: MOST_ANNOTATIONS }, () => before.items[0]!) },
    null,
  ])
  expect(await write({ key: 'k-3' })).toMatchObject({ is: 'refused', cause: 'full' })
})
