/** What glides and ages: layers and the sums behind them. The first map frame needs none of it. */
export { glidingUnits, idleSurface, reachOf } from './moving'
export { SURFACE_HOW } from './surface-words'
export { enterSteps, newSurface, stepTracks } from './tracks'
