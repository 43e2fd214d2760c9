/** A wall as it hangs, and from where it is read. */
export interface WallProfile {
  readonly widthM: number
  /** From the wall to the farthest seat. */
  readonly seatM: number
  /** Across and down. */
  readonly pixels: readonly [across: number, down: number]
  /** Displays across and down; 1 x 1 where no seam shows. */
  readonly displays: readonly [cols: number, rows: number]
}

/** Six metres read from ten: the hall that the drawings were made for. */
export const DEFAULT_PROFILE: WallProfile = {
  widthM: 6,
  seatM: 10,
  pixels: [3840, 2160],
  displays: [1, 1],
}

/** What a profile may be, both ends inside. A phone is no wall, and no hall is 200 m deep. */
export const PROFILE_BOUNDS = {
  widthM: [0.5, 60],
  seatM: [0.5, 100],
  across: [640, 16384],
  down: [360, 16384],
  displays: [1, 16],
} as const

/** The least height of a glyph as the farthest eye sees it, in minutes of arc. */
export const ARC_MINUTES = { anything: 16, latin: 20, cjk: 25, critical: 30 } as const

/** Height of an angle at the farthest seat, as a share of the wall's width: h = 2 D tan(θ/2). */
export function glyphShare({ widthM, seatM }: WallProfile, arcMinutes: number): number {
  return (2 * seatM * Math.tan((arcMinutes * Math.PI) / (2 * 180 * 60))) / widthM
}

/** The angle that a height of so many px fills at the farthest seat, in minutes of arc, on a wall so many px wide. */
export function arcMinutesOf(profile: WallProfile, heightPx: number, widthPx: number): number {
  const heightM = (heightPx / widthPx) * profile.widthM
  return (2 * Math.atan(heightM / (2 * profile.seatM)) * 180 * 60) / Math.PI
}

/** How tall the glyphs of a face stand, as a share of its font size: an ideograph, a capital or digit. */
export interface FaceHeights {
  readonly cjk: number
  readonly latin: number
}

/** Noto Sans CJK, where nobody has measured the face that is there. */
export const NOTO_HEIGHTS: FaceHeights = { cjk: 0.9, latin: 0.73 }

/** Font sizes in px of a wall so many px wide. */
export interface WallType {
  /** The least size of text that may hold Latin letters only. */
  readonly least: number
  readonly body: number
  readonly critical: number
}

export function wallType(profile: WallProfile, widthPx: number, face: FaceHeights): WallType {
  const height = (arcMinutes: number) => glyphShare(profile, arcMinutes) * widthPx
  const { anything, latin, cjk, critical } = ARC_MINUTES
  return {
    least: height(anything) / Math.min(face.cjk, face.latin),
    body: Math.max(height(cjk) / face.cjk, height(latin) / face.latin),
    critical: height(critical) / face.cjk,
  }
}
