/** Web Mercator in CSS px of the whole world at this zoom (512 px at zoom 0), y down. */
export function worldPx(lng: number, lat: number, zoom: number): [x: number, y: number] {
  const size = 512 * 2 ** zoom
  const sin = Math.sin((lat * Math.PI) / 180)
  return [(lng / 360 + 0.5) * size, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size]
}
