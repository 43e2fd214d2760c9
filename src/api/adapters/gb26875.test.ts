import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGb26875 } from './gb26875'

const bytesOf = (hex: string) =>
  Uint8Array.from(hex.trim().split(/\s+/), (byte) => Number.parseInt(byte, 16))
const at = (text: string) => Date.parse(`2026-11-22T${text}+08:00`)

/** Five packets of one transmission device on the evening of 22 November 2026, made up in the form of recorded ones. */
const RECORDED = bytesOf(`
  40 40 01 00 01 01 05 00 15 16 0b 1a 31 26 52 00 01 00 00 00 00 00 00 00 5e 00 02
  02 02
  01 01 2a 0c 00 03 00 03 00 b9 c4 c2 a5 b6 fe b2 e3 00 00 00 00 00 00 00 00 00 00 00
  00 00 00 00 00 00 00 00 00 00 00 00 00 00 15 16 0b 1a
  0b 01 5b 01 00 01 00 05 01 b9 c4 c2 a5 b6 fe b2 e3 00 00 00 00 00 00 00 00 00 00 00
  00 00 00 00 00 00 00 00 00 00 00 00 3a 3b 14 16 0b 1a
  81 23 23
  40 40 02 00 01 01 05 00 15 16 0b 1a 31 26 52 00 01 00 00 00 00 00 00 00 12 00 02
  03 01 0b 01 18 07 00 02 00 05 69 05 02 00 15 16 0b 1a
  0d 23 23
  40 40 03 00 01 01 05 00 15 16 0b 1a 31 26 52 00 01 00 00 00 00 00 00 00 0c 00 02
  01 01 01 01 01 01 01 00 15 16 0b 1a
  69 23 23
  40 40 04 00 01 01 05 00 15 16 0b 1a 31 26 52 00 01 00 00 00 00 00 00 00 09 00 02
  15 01 11 03 00 15 16 0b 1a
  8a 23 23
  40 40 05 00 01 01 05 00 15 16 0b 1a 31 26 52 00 01 00 00 00 00 00 00 00 0a 00 02
  18 01 20 01 04 00 15 16 0b 1a
  a0 23 23`)

const NOON = [0, 0, 12, 22, 11, 26]
const packet = (data: readonly number[], command = 2) => {
  const control = [1, 0, 1, 1, ...NOON, 1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0]
  const body = [...control, data.length & 0xff, data.length >> 8, command, ...data]
  return [0x40, 0x40, ...body, body.reduce((a, b) => a + b, 0) & 0xff, 0x23, 0x23]
}
const part = (word: number, address = 7, time = NOON, type = 42) => [
  ...[1, 1, type, address, 0, 0, 0, word & 0xff, word >> 8],
  ...Array<number>(31).fill(0),
  ...time,
]
const analog = (kind: number, value: number, time = NOON) => [
  ...[1, 1, 42, 7, 0, 0, 0, kind, value & 0xff, (value >> 8) & 0xff],
  ...time,
]
const read = (...packets: readonly number[][]) => readGb26875(Uint8Array.from(packets.flat()))
const statesOf = (word: number) => read(packet([2, 1, ...part(word)])).readings[0]

describe('a recorded stream', () => {
  it('tells of parts, a system and the transmission device', () => {
    const { readings, setAside, inTest, untranslated, isPartial } = readGb26875(RECORDED)
    expect(readings).toEqual([
      {
        id: '312652000100.1.1.42.0c000300',
        states: ['alarm'],
        code: null,
        value: null,
        unit: null,
        observedAt: at('21:00:00'),
      },
      {
        id: '312652000100.11.1.91.01000100',
        states: ['fault'],
        code: null,
        value: null,
        unit: null,
        observedAt: at('20:59:58'),
      },
      {
        id: '312652000100.11.1.24.07000200',
        states: [],
        code: null,
        value: 0.1385,
        unit: 'MPa',
        observedAt: at('21:00:02'),
      },
      {
        id: '312652000100.1.1',
        states: ['fault'],
        code: null,
        value: null,
        unit: null,
        observedAt: at('21:00:01'),
      },
      {
        id: '312652000100',
        states: ['fault'],
        code: null,
        value: null,
        unit: null,
        observedAt: at('21:00:03'),
      },
    ])
    expect(setAside).toEqual([{ where: '253', cause: 'not-a-reading', detail: '24' }])
    expect([inTest, untranslated, isPartial]).toEqual([[], [], false])
  })
  it('goes by the ids of the register and by what a silent state is taken for', () => {
    const settings = {
      idOf: ({ address }: { address: string | null }) => `fd-${address}`,
      statesWhenUntold: ['normal'] as const,
    }
    expect(readGb26875(RECORDED, settings).readings[2]).toMatchObject({
      id: 'fd-07000200',
      states: ['normal'],
    })
  })
})

describe('a status word', () => {
  it.each([
    [0b0_0000_0001, ['normal'], null],
    [0b0_0000_0011, ['alarm'], null],
    [0b0_0000_0101, ['fault'], null],
    [0b0_0000_1001, ['disabled'], null],
    [0b0_0001_0001, ['supervisory'], null],
    [0b1_0000_0001, ['fault'], null],
    [0b0_1110_0001, ['normal'], null],
    [0b1_0001_1111, ['alarm', 'fault', 'disabled', 'supervisory'], null],
    [0b0_0000_0000, ['unknown'], null],
    [0b0_0000_0010, ['alarm'], null],
    [0x0201, ['unknown'], 0x02],
    [0xff03, ['alarm', 'fault', 'unknown'], 0xfe],
  ])('%i keeps every state that is on', (word, states, code) => {
    expect(statesOf(word)).toMatchObject({ states, code })
  })
  it('of unknown bits keeps the code, to be shown as 未知(码)', () => {
    const { untranslated } = read(packet([2, 1, ...part(0x0401)]))
    expect(untranslated).toEqual([{ id: '010203040506.1.1.42.07000000', what: 'state', word: '4' }])
    expect(read(packet([21, 1, 0x81, ...NOON])).readings).toMatchObject([
      { states: ['unknown'], code: 0x80 },
    ])
  })
  it('in test is told apart, an alarm in test is an alarm, and the bit may be reversed', () => {
    const stream = Uint8Array.from(packet([2, 2, ...part(2, 1), ...part(1, 2)]))
    const ids = (settings: object) => readGb26875(stream, settings).inTest
    expect(ids({})).toEqual(['010203040506.1.1.42.01000000'])
    expect(ids({ testBit: 1 })).toEqual(['010203040506.1.1.42.02000000'])
    expect(read(packet([2, 1, ...part(2)])).readings[0]?.states).toEqual(['alarm'])
  })
  it('of a vendor’s part is read like any other, under its code', () => {
    expect(read(packet([2, 1, ...part(3, 7, NOON, 200)])).readings).toMatchObject([
      { id: '010203040506.1.1.200.07000000', states: ['alarm'] },
    ])
  })
  it('of a system has three faults of its own', () => {
    for (const bit of [8, 9, 10])
      expect(read(packet([1, 1, 1, 1, 1, 1 << (bit - 8), ...NOON])).readings).toMatchObject([
        { states: ['fault'], code: null },
      ])
    expect(read(packet([1, 1, 1, 1, 1, 0b1_1000, ...NOON])).readings).toMatchObject([
      { states: ['normal'], code: null },
    ])
  })
})

describe('a value', () => {
  it.each([
    [2, 152, 1.52, 'm'],
    [4, 3, 0.3, 'MPa'],
    [5, 700, 0.07, 'MPa'],
    [5, -1, -0.0001, 'MPa'],
    [8, 2203, 220.3, 'V'],
    [0, 9, 9, null],
  ])('of kind %i is in our unit', (kind, raw, value, unit) => {
    expect(read(packet([3, 1, ...analog(kind, raw)])).readings).toMatchObject([{ value, unit }])
  })
  it('of a quantity without a unit of ours is set aside with its code', () => {
    expect(read(packet([3, 1, ...analog(200, 1)]))).toMatchObject({
      readings: [],
      setAside: [{ cause: 'unknown-type', detail: '3:200' }],
    })
  })
  it('joins the state of its part and is as old as the older of the two', () => {
    const later = [30, 0, 12, 22, 11, 26]
    const { readings } = read(packet([2, 1, ...part(1)]), packet([3, 1, ...analog(5, 700, later)]))
    expect(readings).toMatchObject([
      { states: ['normal'], value: 0.07, observedAt: at('12:00:00') },
    ])
  })
  it('of water comes before the battery’s, and the later before the earlier, in any order', () => {
    const later = [30, 0, 12, 22, 11, 26]
    const packets = [
      packet([3, 1, ...analog(8, 36)]),
      packet([3, 1, ...analog(5, 700, later)]),
      packet([3, 1, ...analog(5, 900)]),
    ]
    for (const order of [packets, packets.toReversed()])
      expect(read(...order).readings).toMatchObject([{ value: 0.07, unit: 'MPa' }])
  })
})

describe('a broken stream', () => {
  const good = packet([2, 1, ...part(3)])
  it.each<[string, number[], string, string | null]>([
    ['a wrong sum', good.with(-3, (good.at(-3) ?? 0) ^ 1), 'checksum', null],
    ['a wrong end', good.with(-1, 0), 'length', null],
    ['a length beyond the standard', good.with(25, 5), 'length', null],
    ['a length that runs into the next packet', good.with(24, 0xff), 'cut', null],
    ['noise before it', [1, 2, 3], 'shape', null],
    ['more objects than it holds', packet([2, 2, ...part(3)]), 'length', '2'],
    [
      'a date that is none',
      packet([2, 1, ...part(3, 7, [0, 0, 12, 31, 2, 26])]),
      'time',
      '00000c1f021a',
    ],
    ['a vendor’s message', packet([130, 1, 0]), 'unknown-type', '130'],
    ['an empty message', packet([]), 'unknown-type', '0'],
  ])('with %s loses that packet only', (_what, bad, cause, detail) => {
    const { readings, setAside, isPartial } = read(bad, good, good)
    expect(readings).toMatchObject([{ states: ['alarm'] }])
    expect(setAside[0]).toMatchObject({ cause, detail })
    expect(isPartial).toBe(false)
  })
  it('that is cut off says so', () => {
    const cut = read(good, good.slice(0, 40))
    expect(cut).toMatchObject({ isPartial: true, setAside: [{ where: '78', cause: 'cut' }] })
    expect(cut.readings).toHaveLength(1)
  })
  it('holds packets that are no data and say nothing', () => {
    expect(read(packet([], 3), good)).toMatchObject({ setAside: [], readings: [{}] })
  })
  it('never throws, whatever the bytes', () => {
    const struck = fc
      .tuple(fc.nat(RECORDED.length - 1), fc.nat(255), fc.nat(RECORDED.length))
      .map(([i, byte, end]) => RECORDED.with(i, byte).subarray(0, end))
    fc.assert(
      fc.property(fc.oneof(struck, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        for (const { observedAt, states } of readGb26875(bytes).readings) {
          expect(Number.isFinite(observedAt)).toBe(true)
          expect(new Set(states).size).toBe(states.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
