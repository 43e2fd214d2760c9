import type { FireReading, FireState } from '../../domain/fire'
import { type EpochMs, PROVINCE_OFFSET_MS } from '../../domain/time'
import {
  type CommonSettings,
  type FireAdapter,
  joinSaid,
  type Said,
  type SetAside,
} from './adapter'
import { framesOf, hexOf } from './gb26875-frame'

export interface Gb26875Settings extends CommonSettings {
  /** The value of bit 0 that means “in test”. The standard says 0; some devices in the field have it reversed. */
  readonly testBit: 0 | 1
  /** The register's id of a part; by default its address. */
  readonly idOf: (part: Gb26875Part) => string
}

/** Codes are kept: those of the vendors (128 to 255) are for the register to name, as 未知(码) where it cannot. */
export interface Gb26875Part {
  /** User information transmission device, six bytes as they come, in hexadecimal. */
  readonly source: string
  /** Null, all four: the transmission device itself. */
  readonly systemType: number | null
  readonly systemAddress: number | null
  /** Null, both: a whole system. */
  readonly partType: number | null
  readonly address: string | null
}

const DEFAULTS: Gb26875Settings = {
  statesWhenUntold: [],
  testBit: 0,
  idOf: ({ source, systemType, systemAddress, partType, address }) =>
    [source, systemType, systemAddress, partType, address].filter((one) => one !== null).join('.'),
}

/**
 * What each bit of a status word makes of its device, from bit 0. Bit 0 is test or normal, `null` says what a device
 * does (启动, 反馈, 延时, 手动, 配置改变) and not how it is; a bit beyond the list is unknown.
 */
type Bits = readonly (FireState | null)[]
const COMMON: Bits = [null, 'alarm', 'fault', 'disabled', 'supervisory', null, null, null]
/** 部件: bit 8 电源故障. */
const PART_BITS: Bits = [...COMMON, 'fault']
/** 系统: 主电, 备电 and 总线故障, 手动, 配置改变. */
const SYSTEM_BITS: Bits = [...COMMON, 'fault', 'fault', 'fault', null, null]
/** 用户信息传输装置: 火警, 故障, 主电, 备电, 通信信道 and 线路故障. */
const SENDER_BITS: Bits = [null, 'alarm', 'fault', 'fault', 'fault', 'fault', 'fault']

/** 模拟量: the integer divided by this is in the unit. What is not here has no unit of ours (℃, A, L/s …). */
const QUANTITIES: Readonly<Record<number, readonly [number, FireReading['unit']]>> = {
  0: [1, null],
  2: [100, 'm'],
  4: [10, 'MPa'],
  5: [10_000, 'MPa'],
  8: [10, 'V'],
}

type Body = Pick<Said, 'state' | 'measure'> & {
  readonly part: Gb26875Part
  readonly isTest: boolean
}
type ReadBody = (
  body: DataView,
  source: string,
  settings: Gb26875Settings,
) => Body | SetAside['cause']

/** Size of an information object without its six bytes of time, and how it is read. */
const OBJECTS: Readonly<Record<number, { readonly size: number; readonly read: ReadBody }>> = {
  1: {
    size: 4,
    read: (body, source, { testBit }) => ({
      part: { ...systemOf(body, source), partType: null, address: null },
      ...stateOf(body.getUint16(2, true), SYSTEM_BITS, testBit),
    }),
  },
  2: {
    size: 40,
    read: (body, source, { testBit }) => ({
      part: partOf(body, source),
      ...stateOf(body.getUint16(7, true), PART_BITS, testBit),
    }),
  },
  3: {
    size: 10,
    read: (body, source) => {
      const quantity = QUANTITIES[body.getUint8(7)]
      if (!quantity) return 'unknown-type'
      const [divisor, unit] = quantity
      const measure = { value: body.getInt16(8, true) / divisor, unit }
      return { part: partOf(body, source), state: null, measure, isTest: false }
    },
  },
  21: {
    size: 1,
    read: (body, source, { testBit }) => ({
      part: { source, systemType: null, systemAddress: null, partType: null, address: null },
      ...stateOf(body.getUint8(0), SENDER_BITS, testBit),
    }),
  },
}
/** Operations, versions, configurations and clocks, of facilities and of the transmission device. */
const NOT_READINGS: readonly number[] = [4, 5, 6, 7, 8, 24, 25, 26, 28]
const TIME_BYTES = 6
const WITH_DATA: readonly number[] = [2, 5]

/** A recorded stream of packets (报文) as one answer. */
export const readGb26875: FireAdapter<Uint8Array, Gb26875Settings> = (bytes, over = {}) => {
  const settings = { ...DEFAULTS, ...over }
  const { frames, setAside: broken, isCut } = framesOf(bytes)
  const setAside = [...broken]
  const said: (Said & { readonly isTest: boolean })[] = []
  for (const { at, source, command, data } of frames) {
    if (!WITH_DATA.includes(command)) continue
    const fail = (cause: SetAside['cause'], detail: string | null = null) =>
      setAside.push({ where: `${at}`, cause, detail })
    const [type = 0, count = 0] = data
    const object = OBJECTS[type]
    if (!object) {
      fail(NOT_READINGS.includes(type) ? 'not-a-reading' : 'unknown-type', `${type}`)
      continue
    }
    const size = object.size + TIME_BYTES
    if (data.length !== 2 + count * size) {
      fail('length', `${type}`)
      continue
    }
    for (let i = 0; i < count; i++) {
      const from = 2 + i * size
      const bytesOfOne = data.subarray(from, from + size)
      const view = new DataView(bytesOfOne.buffer, bytesOfOne.byteOffset, size)
      const body = object.read(view, source, settings)
      const observedAt = timeOf(bytesOfOne.subarray(object.size))
      if (typeof body === 'string') fail(body, `${type}:${view.getUint8(7)}`)
      else if (observedAt === null) fail('time', hexOf(bytesOfOne.subarray(object.size)))
      else said.push({ ...body, id: settings.idOf(body.part), observedAt })
    }
  }
  const readings = joinSaid(said, settings.statesWhenUntold)
  const testing = new Map<string, boolean>()
  for (const one of said.toSorted((a, b) => a.observedAt - b.observedAt))
    if (one.state) testing.set(one.id, one.isTest)
  return {
    readings,
    inTest: [...testing].flatMap(([id, isTest]) => (isTest ? [id] : [])),
    untranslated: readings.flatMap(({ id, code }) =>
      code === null ? [] : [{ id, what: 'state' as const, word: `${code}` }],
    ),
    setAside,
    isPartial: isCut,
  }
}

/**
 * The bits that are on, as states. In test and nothing else is unknown, not normal. Of unknown bits the code is their
 * byte: the upper one of a word of two, with the known bits taken out.
 */
function stateOf(word: number, bits: Bits, testBit: 0 | 1): Omit<Body, 'part'> {
  const isOn = (bit: number) => ((word >> bit) & 1) === 1
  const on = bits.filter((state, bit): state is FireState => state !== null && isOn(bit))
  const rest = (word >> bits.length) << bits.length
  const isTest = (word & 1) === testBit
  const states: FireState[] = [...new Set(on)]
  if (rest > 0 || (isTest && on.length === 0)) states.push('unknown')
  if (states.length === 0) states.push('normal')
  const code = rest === 0 ? null : rest > 0xff ? rest >> 8 : rest
  return { state: { states, code }, measure: null, isTest }
}

function systemOf(body: DataView, source: string) {
  return { source, systemType: body.getUint8(0), systemAddress: body.getUint8(1) }
}

function partOf(body: DataView, source: string): Gb26875Part {
  const address = hexOf(new Uint8Array(body.buffer, body.byteOffset + 3, 4))
  return { ...systemOf(body, source), partType: body.getUint8(2), address }
}

/** Second, minute, hour, day, month, year of the century, on the province's clock. Null: no such time. */
function timeOf(bytes: Uint8Array): EpochMs | null {
  const [second = 0, minute = 0, hour = 0, day = 0, month = 0, year = 0] = bytes
  const at = Date.UTC(2000 + year, month - 1, day, hour, minute, second)
  const back = new Date(at)
  const isReal =
    back.getUTCSeconds() === second &&
    back.getUTCMinutes() === minute &&
    back.getUTCHours() === hour &&
    back.getUTCDate() === day &&
    back.getUTCMonth() === month - 1
  return isReal ? at - PROVINCE_OFFSET_MS : null
}
