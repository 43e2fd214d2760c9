import type { Extent } from './geo'

/**
 * A surface over `extent`, rows from north to south, equal steps in Web Mercator both ways.
 * `values` holds width x height numbers in incidents per km² per week.
 */
export interface DensityGrid {
  readonly extent: Extent
  readonly width: number
  readonly height: number
  readonly values: Float32Array
  /** Number of positions that fell inside the extent and were counted. */
  readonly counted: number
}
