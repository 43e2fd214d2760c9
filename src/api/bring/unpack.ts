import { Decompress } from 'fzstd'
import { FileRefused } from './refusal'

export const MAX_BYTES = 2 * 1024 ** 3
/** What looks like more than this many bytes for one, beyond the first {@link FREE_BYTES}, is no table but a trap. */
const MAX_RATIO = 200
const FREE_BYTES = 64 * 1024 ** 2

export type Packing = 'gzip' | 'zstd' | null

export function packingOf(head: Uint8Array): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd'
  return null
}

/**
 * The file without its packing. What it unpacks to is counted on the way, and given up before it fills the memory: a
 * gigabyte of zeros is a megabyte of gzip. Throws {@link FileRefused}.
 */
export async function unpack(file: Blob, onRead: (bytes: number) => void): Promise<Blob> {
  if (file.size > MAX_BYTES) throw new FileRefused('too-large', `${file.size}`)
  const packing = packingOf(new Uint8Array(await file.slice(0, 4).arrayBuffer()))
  if (!packing) return file
  let [read, written] = [0, 0]
  // Kept here: a browser's reader tells of any fault of the stream in words of its own.
  let refused: FileRefused | null = null
  const refuse = (...why: ConstructorParameters<typeof FileRefused>) => {
    refused = new FileRefused(...why)
    throw refused
  }
  const counted = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      read += chunk.length
      onRead(read)
      controller.enqueue(chunk as Uint8Array<ArrayBuffer>)
    },
  })
  const bounded = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      written += chunk.length
      if (written > MAX_BYTES) refuse('too-large', `${written}`)
      if (written > FREE_BYTES && written > read * MAX_RATIO) refuse('bomb')
      controller.enqueue(chunk as Uint8Array<ArrayBuffer>)
    },
  })
  const plain = file
    .stream()
    .pipeThrough(counted)
    .pipeThrough(packing === 'gzip' ? new DecompressionStream('gzip') : unzstd())
    .pipeThrough(bounded)
  try {
    return await new Response(plain).blob()
  } catch {
    throw refused ?? new FileRefused('damaged', packing)
  }
}

/** Browsers unpack gzip by themselves, zstd not yet. */
function unzstd(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array> {
  let send: (chunk: Uint8Array) => void = () => {}
  const unpacker = new Decompress((chunk) => send(chunk))
  return new TransformStream({
    start(controller) {
      send = (chunk) => controller.enqueue(chunk)
    },
    transform(chunk) {
      unpacker.push(chunk)
    },
    flush() {
      unpacker.push(new Uint8Array(), true)
    },
  })
}
