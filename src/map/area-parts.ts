/** What areas are drawn with: a third of the overlay's code, and no map frame far out needs it. */
export { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
