export { IdlenessLayer, type IdlenessLayerProps } from './idleness-layer'
export type { LastVisits } from './last-visits'
export { type IdlenessRamp, idlenessRamp } from './ramp'
