import { proxy, type Remote, wrap } from 'comlink'
import { startWorker } from '../own-worker'
import type { Settled } from './build'
import type { FileDesk, Found, Loaded, OnProgress, Refused } from './open-file'
import type { Roles } from './recognise'

/** A file in the hands of a worker of its own; `stop` ends it wherever it is. */
export interface OpenedFile {
  readonly open: (file: Blob, onProgress: OnProgress) => Promise<Found | Refused>
  readonly load: (roles: Roles, settled: Settled, onProgress: OnProgress) => Promise<Loaded>
  readonly stop: () => void
}

export function openFileDesk(): OpenedFile {
  const worker = startWorker()
  if (!worker) throw new Error('files are read in a worker, and there is none')
  const { files } = wrap<{ files: FileDesk }>(worker) as unknown as { files: Remote<FileDesk> }
  // A worker that ran out of memory answers nobody.
  const fallen = new Promise<Refused>((resolve) => {
    worker.addEventListener('error', ({ message }) =>
      resolve({ ok: false, cause: 'damaged', detail: message || null }),
    )
  })
  return {
    open: (file, onProgress) => Promise.race([files.open(file, proxy(onProgress)), fallen]),
    load: (roles, settled, onProgress) =>
      Promise.race([files.load(roles, settled, proxy(onProgress)), fallen]),
    stop: () => worker.terminate(),
  }
}
