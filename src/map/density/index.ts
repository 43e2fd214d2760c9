export { DensityLayer, type DensityLayerProps } from './density-layer'
