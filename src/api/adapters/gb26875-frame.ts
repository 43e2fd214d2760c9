import type { SetAside } from './adapter'

/** GB/T 26875.3: 40 40, a control unit of 25 bytes, the application data, a checksum, 23 23. */
const START = 0x40
const END = 0x23
const HEAD = 27
const TAIL = 3
/** The application data of one packet, at most. */
const MAX_DATA = 1024

export interface Gb26875Frame {
  /** Of its first byte in the stream. */
  readonly at: number
  /** The six bytes of the sender's address as they come, in hexadecimal. */
  readonly source: string
  /** 2 sends data, 5 answers a request; the others hold none. */
  readonly command: number
  readonly data: Uint8Array
}

export interface Gb26875Frames {
  readonly frames: readonly Gb26875Frame[]
  readonly setAside: readonly SetAside[]
  /** The stream ends inside a packet. */
  readonly isCut: boolean
}

/** Packets of a recorded stream. After a broken one, reading goes on at the next start mark. */
export function framesOf(bytes: Uint8Array): Gb26875Frames {
  const frames: Gb26875Frame[] = []
  const setAside: SetAside[] = []
  let at = 0
  let isCut = false
  while (at < bytes.length) {
    const start = startFrom(bytes, at)
    if (start > at) setAside.push({ where: `${at}`, cause: 'shape', detail: null })
    if (start === bytes.length) break
    const length = (bytes[start + 24] ?? 0) + (bytes[start + 25] ?? 0) * 256
    const end = start + HEAD + length + TAIL
    const fault = length > MAX_DATA ? 'length' : faultOf(bytes.subarray(start, end), end - start)
    // A stream that goes on with a whole packet was not cut off: the length was wrong.
    isCut = fault === 'cut' || (fault !== null && isCut)
    if (fault) setAside.push({ where: `${start}`, cause: fault, detail: null })
    else {
      const source = hexOf(bytes.subarray(start + 12, start + 18))
      const data = bytes.subarray(start + HEAD, end - TAIL)
      frames.push({ at: start, source, command: bytes[start + 26] ?? 0, data })
    }
    at = fault ? startFrom(bytes, start + 1) : end
  }
  return { frames, setAside, isCut }
}

function startFrom(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++)
    if (bytes[at] === START && (bytes[at + 1] ?? START) === START) return at
  return bytes.length
}

/** The checksum is the sum of all bytes from the control unit to the end of the data, its lowest eight bits. */
function faultOf(frame: Uint8Array, size: number): 'cut' | 'length' | 'checksum' | null {
  if (frame.length < size) return 'cut'
  if (frame.at(-1) !== END || frame.at(-2) !== END) return 'length'
  const sum = frame.subarray(2, -TAIL).reduce((a, b) => a + b, 0)
  return (sum & 0xff) === frame.at(-TAIL) ? null : 'checksum'
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
