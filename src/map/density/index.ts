export type { Cube, Glance, Tail } from './cube'
export { CubeLayer, type CubeLayerProps } from './cube-layer'
export { canDrawCubes } from './cube-painter'
export { DensityLayer, type DensityLayerProps } from './density-layer'
