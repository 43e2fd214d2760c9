/** What the surface and the time bar are made with: fetched once the map stands, since there is nothing to draw before. */
export { cubeRaster, cubeTail, densityCube } from '../../domain/density-cube'
export { paintedBreaks } from '../../domain/density-floor'
export { glanceAt } from '../../domain/density-picture'
export { stillWindow } from '../../domain/still-window'
export { CubeLayer, canDrawCubes, DensityLayer } from '../../map/density'
export { timelineOf } from './timeline'
