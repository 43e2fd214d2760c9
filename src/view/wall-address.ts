import { PROFILE_BOUNDS, type WallProfile } from '../domain/wall-profile'

/** What the address of a wall says of itself, beside the simulated world, language and flavour. */
export interface WallAddress {
  /** A script as a file on the origin; null: the one kept on this machine, or `wall.json`. */
  readonly script: string | null
  /** What of the script's profile is different here. */
  readonly profile: Partial<WallProfile>
}

const MOST_PATH = 200

/** `?script=walls/hall.json&width=6&seat=10&displays=5x5`; a value out of bounds falls away, alone. */
export function readWallAddress(search: string): WallAddress {
  const params = new URLSearchParams(search)
  const { widthM, seatM, displays } = PROFILE_BOUNDS
  const width = bounded(params.get('width'), widthM)
  const seat = bounded(params.get('seat'), seatM)
  const [cols, rows] = (params.get('displays') ?? '')
    .split('x', 2)
    .map((text) => bounded(text, displays))
  const script = params.get('script')
  return {
    script: script && script.length <= MOST_PATH ? script : null,
    profile: {
      ...(width !== null && { widthM: width }),
      ...(seat !== null && { seatM: seat }),
      ...(isWhole(cols) && isWhole(rows) && { displays: [cols, rows] as const }),
    },
  }
}

const isWhole = (value: number | null | undefined): value is number => Number.isInteger(value)

function bounded(
  text: string | null,
  [least, most]: readonly [least: number, most: number],
): number | null {
  const value = text && /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : null
  return value !== null && value >= least && value <= most ? value : null
}
