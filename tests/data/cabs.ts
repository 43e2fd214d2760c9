import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Positions of 537 cabs of San Francisco (Cabspotting, CRAWDAD epfl/mobility), which may not ship: they lie beside the
 * project, or the tests that want them are skipped.
 */
const FOLDER = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../../shared/data/gps_sf_cabspotting',
)

export interface CabColumns {
  readonly count: number
  readonly cab: Uint16Array
  readonly seconds: Float64Array
  readonly lng: Float64Array
  readonly lat: Float64Array
}

export function cabDays(): readonly string[] {
  if (!existsSync(FOLDER)) return []
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.csv.zst'))
    .sort()
}

/** Why the data cannot be read here; null: they can. */
export function whyNoCabs(): string | null {
  if (cabDays().length === 0) return 'no cab data beside the project'
  try {
    execFileSync('zstd', ['--version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'no zstd on this machine'
  }
}

/** One cab in `every`, in order of cab and time, as the file has them. */
export function readCabs(day: string, every: number): CabColumns {
  const bytes = execFileSync('zstd', ['-dcq', join(FOLDER, day)], { maxBuffer: 2 ** 28 })
  const cab: number[] = []
  const seconds: number[] = []
  const lng: number[] = []
  const lat: number[] = []
  for (const line of bytes.toString('latin1').split('\n').slice(1)) {
    const comma = line.indexOf(',')
    if (comma < 0) continue
    const id = Number(line.slice(0, comma))
    if (id % every !== 0) continue
    const [t, x, y] = line.slice(comma + 1).split(',')
    cab.push(id)
    seconds.push(Number(t))
    lng.push(Number(x))
    lat.push(Number(y))
  }
  return {
    count: cab.length,
    cab: Uint16Array.from(cab),
    seconds: Float64Array.from(seconds),
    lng: Float64Array.from(lng),
    lat: Float64Array.from(lat),
  }
}
