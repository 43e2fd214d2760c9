/** What glides and ages: layers and the sums behind them. The first map frame needs none of it. */
export { IdlenessLayer, idlenessRamp } from '../../map/idleness'
export { TrailsLayer, UnitsLayer } from '../../map/units'
export { reachRings } from './reach'
export { SURFACE_HOW } from './surface-words'
export { enterSteps, newSurface, stepTracks } from './tracks'
