import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** Recorded data that may not ship: beside the repository, on the machines that have them. */
export const FOLDER = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** Null: not on this machine. */
export function recorded(file: string): string | null {
  const path = join(FOLDER, file)
  return existsSync(path) ? gunzipSync(readFileSync(path)).toString('utf8') : null
}
