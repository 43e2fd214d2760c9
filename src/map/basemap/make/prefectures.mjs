// @ts-nocheck: run once by hand; nothing imports it
/**
 * Writes the nine prefectures as SVG paths, for charts that want a small map without a GPU. Once; what it wrote is
 * committed.
 *
 *   npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz
 *   node src/map/basemap/make/prefectures.mjs package/map/json/province/guizhou.json
 *
 * Web Mercator, 1,000 units wide, whole units: vertices that two neighbours share fall on the same point, so that
 * no gap opens between them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodePrefectures, toWgs84 } from './echarts-polygons.mjs'
import { ringArea } from './geometry.mjs'

const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: prefectures.mjs <guizhou.json>')
const WIDTH = 1_000
const north = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI)

const areas = decodePrefectures(readFileSync(file, 'utf8')).map(({ code, rings }) => ({
  code: String(code).padEnd(6, '0').slice(0, 6),
  rings: rings.map((ring) => ring.map(toWgs84).map(([lng, lat]) => [lng, north(lat)])),
}))
const all = areas.flatMap(({ rings }) => rings.flat())
const west = Math.min(...all.map(([x]) => x))
const scale = WIDTH / (Math.max(...all.map(([x]) => x)) - west)
const top = Math.max(...all.map(([, y]) => y))
const height = Math.ceil((top - Math.min(...all.map(([, y]) => y))) * scale)
const snapped = ([x, y]) => [Math.round((x - west) * scale), Math.round((top - y) * scale)]

/** Steps from point to point; shorter than positions. */
function pathOf(ring) {
  const points = ring.map(snapped).filter((p, i, list) => !i || p.join() !== list[i - 1].join())
  if (points.length < 4) return ''
  const [[x0, y0], ...rest] = points
  let [x, y] = [x0, y0]
  const steps = rest.slice(0, -1).map(([nx, ny]) => {
    const step = `${nx - x} ${ny - y}`
    ;[x, y] = [nx, ny]
    return step
  })
  return `M${x0} ${y0}l${steps.join(' ')}z`
}

/** Centre of the largest ring: where a name goes. */
function centreOf(rings) {
  const ring = rings
    .toSorted((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0]
    .map(snapped)
  let [sx, sy, area] = [0, 0, 0]
  ring.forEach(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]
    const cross = x * ny - nx * y
    sx += (x + nx) * cross
    sy += (y + ny) * cross
    area += cross
  })
  return [Math.round(sx / (3 * area)), Math.round(sy / (3 * area))]
}

const shapes = areas.map(({ code, rings }) => ({
  code,
  centre: centreOf(rings),
  path: rings.map(pathOf).join(''),
}))
const out = fileURLToPath(new URL('../prefectures.json', import.meta.url))
writeFileSync(out, `${JSON.stringify({ width: WIDTH, height, shapes }, null, 2)}\n`)
