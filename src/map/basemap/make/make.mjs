// @ts-nocheck: run once by hand; nothing imports it
/**
 * Writes `public/basemap` out of the source data, once; what it wrote is committed, so nobody needs the sources to
 * build the product. Never bundled.
 *
 *   npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz
 *   node src/map/basemap/make/make.mjs <folder with the sources> package/map/json/province/guizhou.json
 *
 * Sources by name: roads_omt_z5 (OpenStreetMap, OpenMapTiles), rivers_gshhg_wdbii (GSHHG), ne_10m_admin1_context
 * (Natural Earth), places_geonames (GeoNames), relief_gray.png (SRTM30+). All WGS-84 but for the prefectures.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dissolve } from './dissolve.mjs'
import { decodePrefectures, toWgs84 } from './echarts-polygons.mjs'
import {
  inBox,
  isInsideRings,
  linesOf,
  partsWhere,
  ringArea,
  rounded,
  simplify,
} from './geometry.mjs'
import { readGrey, writeAlpha } from './png.mjs'
import { shade } from './relief.mjs'
import { NEIGHBOURS, PREFECTURES, readNames, SEATS } from './seats.mjs'

const [sources, prefectureFile] = process.argv.slice(2)
if (!sources || !prefectureFile) throw new Error('usage: make.mjs <sources> <guizhou.json>')
const out = fileURLToPath(new URL('../../../../public/basemap/', import.meta.url))
mkdirSync(out, { recursive: true })

/** What the map shows around the province. */
const BOX = [101.4, 23, 111.9, 30.9]
/** Corners of relief_gray.png. */
const RELIEF_BOX = [101.25, 21.943, 112.5, 31.952]
const RELIEF_CROP = [101.7, 23.3, 111.6, 30.6]

const features = (name) => JSON.parse(readFileSync(join(sources, name), 'utf8')).features
const save = (name, list) => {
  const text = JSON.stringify({ type: 'FeatureCollection', features: list })
  writeFileSync(join(out, name), text)
  console.log(name, list.length, 'features', Math.round(text.length / 1024), 'KB')
}
const feature = (type, coordinates, properties) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})

// Borders: one set of vertices for province and prefectures, so that they meet.
const prefectures = decodePrefectures(readFileSync(prefectureFile, 'utf8'))
const { outer, borders } = dissolve(prefectures.flatMap(({ rings }) => rings))
const province = outer.map((ring) => ring.map(toWgs84)).filter((r) => Math.abs(ringArea(r)) > 1e-4)
const frame = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
]
// Exclaves are islands in the outside, enclaves are islands of it: rings sorted by their depth.
const depth = (ring) => province.filter((r) => r !== ring && isInsideRings([r], ring[0])).length
const shells = province.filter((ring) => depth(ring) % 2 === 0)
const holes = province.filter((ring) => depth(ring) % 2 === 1)
save('land.json', [
  feature('Polygon', [frame, ...shells], { kind: 'outside' }),
  ...holes.map((ring) => feature('Polygon', [ring], { kind: 'outside' })),
  feature('MultiLineString', province, { kind: 'province' }),
  feature(
    'MultiLineString',
    borders.map((line) => line.map(toWgs84)),
    { kind: 'prefecture' },
  ),
  ...neighbourBorders(),
])

function neighbourBorders() {
  const near = 0.12
  const edge = new Set(
    province.flat().flatMap(([x, y]) => {
      const [i, j] = [Math.floor(x / near), Math.floor(y / near)]
      return [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => `${i + a},${j + b}`))
    }),
  )
  // Our own edge is finer than Natural Earth's: along it only ours is drawn.
  const apart = ([x, y]) => !edge.has(`${Math.floor(x / near)},${Math.floor(y / near)}`)
  const seen = new Set()
  const once = ([x, y]) => {
    const key = `${x.toFixed(3)},${y.toFixed(3)}`
    return !seen.has(key)
  }
  const lines = []
  for (const { properties, geometry } of features('ne_10m_admin1_context.geojson')) {
    if (properties.adm0_a3 !== 'CHN') continue
    const own = linesOf(geometry).flatMap((line) =>
      partsWhere(line, (p) => inBox(BOX, p) && apart(p) && once(p)),
    )
    for (const line of own) {
      lines.push(rounded(simplify(line, 0.002), 3))
      for (const [x, y] of line) seen.add(`${x.toFixed(3)},${y.toFixed(3)}`)
    }
  }
  return [feature('MultiLineString', lines, { kind: 'neighbour' })]
}

const clipped = (file, kinds, tolerance) =>
  kinds.map((kind) => {
    const [key] = Object.keys(kind)
    const lines = features(file)
      .filter(({ properties }) => properties[key] === kind[key])
      .flatMap(({ geometry }) => linesOf(geometry))
      .flatMap((line) => partsWhere(line, (p) => inBox(BOX, p)))
      .map((line) => rounded(simplify(line, tolerance), 4))
    return feature('MultiLineString', lines, kind)
  })

save(
  'rivers.json',
  clipped(
    'rivers_gshhg_wdbii.geojson',
    [{ level: 1 }, { level: 2 }, { level: 3 }, { level: 4 }],
    0.0015,
  ),
)
save(
  'roads.json',
  clipped('roads_omt_z5.geojson', [{ class: 'motorway' }, { class: 'trunk' }], 0.0005),
)

const geonames = new Map(
  features('places_geonames.geojson').map((f) => [f.properties.id, f.geometry.coordinates]),
)
const named = (table, kind) =>
  readNames(table, geonames).map(({ code, zh, en, position, late }) =>
    feature('Point', position, { kind: late ? 'district' : kind, code, zh, en }),
  )
save('places.json', [
  ...named(PREFECTURES, 'prefecture'),
  ...named(SEATS, 'county'),
  ...named(NEIGHBOURS, 'neighbour'),
])

const { width, height, light, dark } = shade({
  image: readGrey(readFileSync(join(sources, 'relief_gray.png'))),
  metres: (grey) => 34.17 * grey - 174,
  box: RELIEF_BOX,
  crop: RELIEF_CROP,
  province,
})
for (const [name, grey, alpha] of [
  ['relief-light.png', 255, light],
  ['relief-dark.png', 0, dark],
]) {
  const bytes = writeAlpha({ width, height, grey, alpha })
  writeFileSync(join(out, name), bytes)
  console.log(name, width, 'x', height, Math.round(bytes.length / 1024), 'KB', 'box', RELIEF_CROP)
}
