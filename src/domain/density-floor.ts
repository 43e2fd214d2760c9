import { DENSITY_BREAKS, peakPerKm2 } from './density-kernel'
import { WEEK_MS } from './time'

/** Above what one incident makes at its own place, by more than the surface is off there. */
const ABOVE_ONE = 1.05

/** Below it nothing is painted: a single incident is no place where incidents gather, however short the window. */
export function densityFloor(windowMs: number): number {
  const one = (ABOVE_ONE * peakPerKm2() * WEEK_MS) / windowMs
  // Said as it is drawn: to a tenth.
  return Math.max(DENSITY_BREAKS[0], Math.ceil(10 * one) / 10)
}

/** Lower limits of the classes as they are painted: a place keeps its colour, or has none. */
export function paintedBreaks(windowMs: number): readonly number[] {
  const floor = densityFloor(windowMs)
  return DENSITY_BREAKS.map((from) => Math.max(from, floor))
}

/** Null where nothing is left out that a class would hold. */
export function leftOut(windowMs: number): number | null {
  const floor = densityFloor(windowMs)
  return floor > DENSITY_BREAKS[0] ? floor : null
}
