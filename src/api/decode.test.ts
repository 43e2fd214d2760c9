import { describe, expect, test } from 'vitest'
import { decodeAnswer } from './decode'

const unit = (id: string, more: object = {}) => ({
  id,
  callSign: `巡 ${id}`,
  kind: 'car',
  status: 'available',
  position: [106.7, 26.6],
  headingDeg: 90,
  speedKmh: 30,
  areaCode: '520102',
  observedAt: '2026-11-22T16:00:00+08:00',
  ...more,
})

const envelope = (items: unknown[], more: object = {}) => ({
  feed: 'units',
  schema: 1,
  crs: 'WGS84',
  generatedAt: '2026-11-22T08:00:01.000Z',
  cursor: 'c1',
  full: true,
  items,
  removed: [],
  ...more,
})

const five = ['1', '2', '3', '4', '5'].map((id) => unit(id))
const utf8 = (text: string) => new TextEncoder().encode(text)
const decode = (body: unknown, type: string | null = 'application/json') =>
  decodeAnswer('units', utf8(typeof body === 'string' ? body : JSON.stringify(body)), type)
const taken = (body: unknown) => {
  const answer = decode(body)
  if (!answer.ok) throw new Error(`refused: ${answer.cause} ${answer.detail}`)
  return answer
}
const causeOf = (body: unknown, type?: string | null) => {
  const answer = decode(body, type)
  return answer.ok ? null : answer.cause
}

test('a good answer is taken: times as epoch ms, everything else as it was said', () => {
  const answer = taken(envelope([unit('1')]))
  expect(answer).toMatchObject({ feed: 'units', cursor: 'c1', full: true, rejected: [] })
  expect(answer.generatedAt).toBe(Date.UTC(2026, 10, 22, 8, 0, 1))
  expect(answer.items[0]).toEqual({ ...unit('1'), observedAt: Date.UTC(2026, 10, 22, 8) })
})

describe('an answer is refused with its cause', () => {
  test.each([
    ['no content type', null, 'content-type'],
    ['text', 'text/plain', 'content-type'],
    ['jsonp', 'application/javascript', 'content-type'],
    ['a page', 'text/html; charset=utf-8', 'login-page'],
    ['a declared GBK', 'application/json; charset=GBK', 'encoding'],
  ])('%s', (_, type, cause) => {
    expect(causeOf(envelope(five), type)).toBe(cause)
  })

  test('a login page that calls itself JSON', () => {
    expect(causeOf(' \n<!DOCTYPE html><title>登录</title>')).toBe('login-page')
  })

  test('GBK bytes, loudly', () => {
    const bytes = Uint8Array.from([...utf8('{"feed":"'), 0xb9, 0xc4, 0xc2, 0xa5, ...utf8('"}')])
    expect(decodeAnswer('units', bytes, 'application/json')).toMatchObject({ cause: 'encoding' })
  })

  test.each([
    ['nothing', '', 'json'],
    ['half of it', JSON.stringify(envelope(five)).slice(0, 300), 'json'],
    ['a list', [], 'schema'],
    ['null', null, 'envelope'],
    ['the next schema', envelope(five, { schema: 2 }), 'schema'],
    ['a schema in words', envelope(five, { schema: '1' }), 'schema'],
    ['no crs', envelope(five, { crs: undefined }), 'crs'],
    ['a crs that nobody knows', envelope(five, { crs: 'EPSG:3857' }), 'crs'],
    ['a crs by inheritance', envelope(five, { crs: 'toString' }), 'crs'],
    ['another feed', envelope(five, { feed: 'visits' }), 'envelope'],
    [
      'a time without an offset',
      envelope(five, { generatedAt: '2026-11-22T08:00:00' }),
      'envelope',
    ],
    ['a numeric id removed', envelope(five, { removed: [7] }), 'envelope'],
    ['full that is not said', envelope(five, { full: undefined }), 'envelope'],
    ['items that are no list', envelope(five, { items: { length: 3 } }), 'envelope'],
    ['more records than a province has', envelope(Array(200_001).fill(0)), 'too-long'],
  ])('%s', (_, body, cause) => {
    expect(causeOf(body)).toBe(cause)
  })

  test('above 20 % set aside; at 20 % it is taken', () => {
    const bad = unit('bad', { headingDeg: 360 })
    expect(taken(envelope([...five.slice(1), bad])).rejected).toHaveLength(1)
    expect(causeOf(envelope([...five.slice(2), bad]))).toBe('too-many-rejected')
  })

  test('two hundred thousand bad records are refused within a moment', () => {
    const from = process.cpuUsage()
    expect(causeOf(envelope(Array(200_000).fill({ id: 7 })))).toBe('too-many-rejected')
    expect(process.cpuUsage(from).user).toBeLessThan(5_000_000)
  })
})

describe('a bad record is set aside', () => {
  test.each([
    ['a number that is not finite', '"speedKmh":1.5e+9999', 'speedKmh invalid_type'],
    ['a numeric id', '"id":1234567890123456789', 'id invalid_type'],
    ['a position off the globe', '"position":[106.7,90.1]', 'position.1 too_big'],
    [
      'a day that does not exist',
      '"observedAt":"2026-02-29T00:00:00Z"',
      'observedAt invalid_format',
    ],
  ])('%s', (_, field, reason) => {
    const json = JSON.stringify(envelope([...five, '@']))
    const record = JSON.stringify(unit('bad')).replace(/}$/, `,${field}}`)
    const answer = taken(json.replace('"@"', () => record))
    expect(answer.items).toHaveLength(5)
    expect(answer.rejected).toMatchObject([{ reason }])
  })

  test('also when only the conversion takes it off the globe', () => {
    const answer = taken(
      envelope([...five, unit('edge', { position: [-180, 0] })], { crs: 'BD09' }),
    )
    expect(answer.rejected).toMatchObject([{ id: 'edge', reason: 'position out of range' }])
  })

  test('of two with one id the later stays, and the source is told on', () => {
    const later = unit('1', { speedKmh: 7, observedAt: '2026-11-22T16:00:01+08:00' })
    for (const items of [
      [...five, later],
      [later, ...five],
    ]) {
      const answer = taken(envelope(items))
      expect(answer.items.filter(({ id }) => id === '1')).toMatchObject([{ speedKmh: 7 }])
      expect(answer.rejected).toMatchObject([{ id: '1', reason: 'duplicate id' }])
    }
  })

  test('with a sample of 200 characters that names nobody', () => {
    const record = { phone: '13800000000', callerName: '张三', id: 'bad', note: 'x'.repeat(500) }
    const [{ sample } = { sample: '' }] = taken(envelope([...five, record])).rejected
    expect(sample).toHaveLength(200)
    expect(sample).not.toMatch(/138|张三/)
  })
})

test('an unknown word is shown as unknown, an unknown field is dropped', () => {
  const [item] = taken(envelope([unit('1', { kind: 'drone', extra: { deep: 1 } })])).items
  expect(item).toMatchObject({ kind: 'unknown' })
  expect(item).not.toHaveProperty('extra')
})

test('a record that carries a person’s data loses them at the door and is counted', () => {
  const answer = taken(
    envelope([
      unit('1', { driverName: '张三', id_card: '52…', phone: '138', plate: '贵A' }),
      ...five.slice(1),
    ]),
  )
  expect(answer.droppedPersonal).toBe(4)
  expect(JSON.stringify(answer)).not.toMatch(/张三|138|贵A/)
})

test('no key reaches a prototype', () => {
  const text = JSON.stringify(envelope(five)).replace(
    '"id":"1"',
    '"id":"1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
  )
  expect(taken(text).items).toHaveLength(5)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  expect((taken(text).items[0] as { polluted?: number }).polluted).toBeUndefined()
})

test('positions are converted once, by the declared system', () => {
  const at = (crs: string) => taken(envelope([unit('1')], { crs })).items[0]!.position!
  expect(at('WGS84')).toEqual([106.7, 26.6])
  expect(at('CGCS2000')).toEqual([106.7, 26.6])
  // Published pairs of coordtransform (MIT): WGS-84 → GCJ-02, and BD-09 → GCJ-02.
  const convert = (crs: string, position: number[]) =>
    taken(envelope([unit('1', { position })], { crs })).items[0]!.position!
  const gcj = convert('GCJ02', [116.41024449916938, 39.91640428150164])
  expect(gcj[0]).toBeCloseTo(116.404, 4)
  expect(gcj[1]).toBeCloseTo(39.915, 4)
  const bd = convert('BD09', [116.404, 39.915])
  const same = convert('GCJ02', [116.39762729119315, 39.90865673957631])
  expect(bd[0]).toBeCloseTo(same[0], 6)
  expect(bd[1]).toBeCloseTo(same[1], 6)
})
