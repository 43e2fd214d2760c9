export { canDrawCubes } from './can-paint'
export type { Cube, Glance, Tail } from './cube'
export { CubeLayer, type CubeLayerProps } from './cube-layer'
export { DensityLayer, type DensityLayerProps } from './density-layer'
