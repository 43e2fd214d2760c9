// @ts-nocheck: run once by hand; nothing imports it
import gcoord from 'gcoord'

/**
 * Prefecture polygons of `echarts@4.9.0` (map/json/province/guizhou.json, Apache-2.0). Its rings are strings of zig-zag
 * coded steps of 1/1024 degree. The positions are GCJ-02: median distance to the counties' outlines is 51 m as they
 * are and 332 m when read as WGS-84.
 *
 * @param {string} text the file's content
 * @returns {{ code: string, name: string, rings: number[][][] }[]} rings in steps of 1/1024 degree, GCJ-02
 */
export function decodePrefectures(text) {
  return JSON.parse(text).features.map(({ id, properties, geometry }) => {
    const { type, coordinates, encodeOffsets } = geometry
    const polygons = type === 'Polygon' ? [coordinates] : coordinates
    const offsets = type === 'Polygon' ? [encodeOffsets] : encodeOffsets
    const rings = polygons.flatMap((polygon, i) =>
      polygon.map((ring, j) => decodeRing(ring, offsets[i][j])),
    )
    return { code: id, name: properties.name, rings }
  })
}

function decodeRing(text, [x0, y0]) {
  const ring = []
  let [x, y] = [x0, y0]
  for (let i = 0; i < text.length; i += 2) {
    x += zigZag(text.charCodeAt(i) - 64)
    y += zigZag(text.charCodeAt(i + 1) - 64)
    ring.push([x, y])
  }
  return ring
}

const zigZag = (n) => (n >> 1) ^ -(n & 1)

/** Steps of 1/1024 degree GCJ-02 to degrees WGS-84, four decimals. */
export function toWgs84([x, y]) {
  return gcoord
    .transform([x / 1024, y / 1024], gcoord.GCJ02, gcoord.WGS84)
    .map((degrees) => Number(degrees.toFixed(4)))
}
