/** Web Mercator in CSS px of the whole world at this zoom (512 px at zoom 0), y down. */
export function worldPx(lng: number, lat: number, zoom: number): [x: number, y: number] {
  const size = 512 * 2 ** zoom
  const sin = Math.sin((lat * Math.PI) / 180)
  return [(lng / 360 + 0.5) * size, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size]
}

/** The place that stands there; the inverse of `worldPx`. */
export function placeAt(x: number, y: number, zoom: number): [lng: number, lat: number] {
  const size = 512 * 2 ** zoom
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size)))
  return [(x / size - 0.5) * 360, (lat * 180) / Math.PI]
}
