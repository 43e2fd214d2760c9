import { expect, it } from 'vitest'
import { FileRefused } from './refusal'
import { unpack } from './unpack'

const packed = (parts: BlobPart[]) =>
  new Response(new Blob(parts).stream().pipeThrough(new CompressionStream('gzip'))).blob()

const refusalOf = async (file: Blob) => {
  try {
    await unpack(file, () => {})
    return null
  } catch (error) {
    return error instanceof FileRefused ? error.reason : error
  }
}

it('says what a trap is, and what is damaged, as this browser unpacks them', async () => {
  const zeros = new Uint8Array(80 * 1024 ** 2)
  expect(await refusalOf(await packed([zeros]))).toBe('bomb')
  const whole = await packed(['time,lng,lat\n2026-01-01,106,26\n'])
  expect(await refusalOf(whole.slice(0, whole.size - 6))).toBe('damaged')
  expect(await refusalOf(whole)).toBe(null)
})
