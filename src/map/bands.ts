import { BANDS, type Painted } from './paint'

/** By meaning, lowest first; within a band in the order given. */
export function inBandOrder(painted: readonly Painted[]): Painted[] {
  return [...painted].sort((a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band))
}
