import { expect, test } from 'vitest'
import { bytesOf } from './counters'

test('bytes of an upload: views, parts of views, buffers, pictures; a bare size sends nothing', () => {
  const view = new Float32Array(100)
  expect(bytesOf([34962, view, 35044])).toBe(400)
  expect(bytesOf([34962, 0, view])).toBe(400)
  expect(bytesOf([34962, view, 35044, 10])).toBe(360)
  expect(bytesOf([34962, 0, view, 10, 5])).toBe(20)
  expect(bytesOf([34962, 4096, 35044])).toBe(0)
  expect(bytesOf([34962, view.buffer, 35044])).toBe(400)
  expect(bytesOf([3553, 0, 6408, 6408, 5121, { width: 4, height: 2 }])).toBe(32)
  expect(bytesOf([3553, 0, 6408, 4, 2, 0, 6408, 5121, new Uint8Array(32)])).toBe(32)
  expect(bytesOf([3553, 0, 6408, 4, 2, 0, 6408, 5121, null])).toBe(0)
})
