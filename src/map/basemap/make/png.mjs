// @ts-nocheck: run once by hand; nothing imports it
import { deflateSync, inflateSync } from 'node:zlib'

/** @returns {{ width: number, height: number, values: Uint8Array }} an 8-bit grey PNG without interlace */
export function readGrey(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (bytes[24] !== 8 || bytes[25] !== 0 || bytes[28] !== 0) throw new Error('not 8-bit grey')
  const data = []
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)))
  const raw = inflateSync(Buffer.concat(data))
  const values = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (width + 1)]
    for (let x = 0; x < width; x++) {
      const left = x ? values[y * width + x - 1] : 0
      const up = y ? values[(y - 1) * width + x] : 0
      const corner = x && y ? values[(y - 1) * width + x - 1] : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      values[y * width + x] = raw[y * (width + 1) + 1 + x] + guess
    }
  }
  return { width, height, values }
}

/** A PNG of one grey with an alpha per pixel. */
export function writeAlpha({ width, height, grey, alpha }) {
  const raw = Buffer.alloc(height * (2 * width + 1))
  const at = (x, y) => (x < 0 || y < 0 ? 0 : alpha[y * width + x])
  for (let y = 0; y < height; y++) {
    const row = y * (2 * width + 1)
    raw[row] = 4
    for (let x = 0; x < width; x++) {
      raw[row + 1 + 2 * x] = x || y ? 0 : grey
      raw[row + 2 + 2 * x] = at(x, y) - paeth(at(x - 1, y), at(x, y - 1), at(x - 1, y - 1))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 4, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const all = Buffer.alloc(body.length + 8)
  all.writeUInt32BE(data.length, 0)
  all.set(body, 4)
  all.writeUInt32BE(crc32(body), body.length + 4)
  return all
}

function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function paeth(a, b, c) {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}
