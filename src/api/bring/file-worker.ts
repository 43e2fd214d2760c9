import { proxy, type Remote, wrap } from 'comlink'
import type { Settled } from './build'
import type { FileDesk, Found, Loaded, OnProgress, Refused } from './open-file'
import type { Roles } from './recognise'

let newWorker: (() => Worker) | null = null

/** How to start a worker that reads files. Called once by the page's entry. */
export function setFileWorker(start: () => Worker): void {
  newWorker = start
}

/** A file in the hands of a worker of its own; `stop` ends it wherever it is. */
export interface OpenedFile {
  readonly open: (file: Blob, onProgress: OnProgress) => Promise<Found | Refused>
  readonly load: (roles: Roles, settled: Settled, onProgress: OnProgress) => Promise<Loaded>
  readonly stop: () => void
}

/** On this thread where there is no worker, as in a test. */
export async function openFileDesk(): Promise<OpenedFile> {
  if (!newWorker) {
    const { fileDesk } = await import('./open-file')
    return { ...fileDesk(), stop: () => {} }
  }
  const worker = newWorker()
  const files = wrap<{ files: FileDesk }>(worker).files as unknown as Remote<FileDesk>
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
