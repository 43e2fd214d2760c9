import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decompress } from 'fzstd'
import { FOLDER } from './folder'

export interface Offences {
  readonly byForce: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly types: readonly string[]
  readonly rows: number
}

/** `month,force,lon,lat,lsoa,crime_type,outcome`, counted. Null: not on this machine. */
export function readOffences(file: string): Offences | null {
  const path = join(FOLDER, file)
  if (!existsSync(path)) return null
  const lines = Buffer.from(decompress(readFileSync(path)))
    .toString('utf8')
    .trim()
    .split('\n')
  const byForce = new Map<string, Map<string, number>>()
  const types = new Set<string>()
  for (const line of lines.slice(1)) {
    const [, force = '', , , , type = ''] = line.split(',')
    const own = byForce.get(force) ?? new Map<string, number>()
    byForce.set(force, own)
    own.set(type, (own.get(type) ?? 0) + 1)
    types.add(type)
  }
  return { byForce, types: [...types], rows: lines.length - 1 }
}
