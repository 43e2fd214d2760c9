import type { Lang } from '../../ui/words'

/** Who made what the map shows. Always visible. */
const SOURCES = [
  'OpenStreetMap',
  'OpenMapTiles',
  'GeoNames',
  'GSHHG',
  'Natural Earth',
  'SRTM30+',
  'Apache ECharts',
]

/** What the basemap's files cover: west, south, east, north, degrees. */
const COVERED = [103, 24, 110, 30] as const

/** Whether any of the basemap lies in an extent. Outside it the ground is plain and nobody is to be thanked. */
export function isCovered([west, south, east, north]: readonly [number, number, number, number]) {
  return west < COVERED[2] && east > COVERED[0] && south < COVERED[3] && north > COVERED[1]
}

/** What stands in its place where the map has nothing to show. */
export const NO_BASEMAP: Readonly<Record<Lang, string>> = {
  zh: '此处没有底图',
  en: 'No basemap here',
}

/** @param approval number of the officially shown map (审图号); nothing is shown where there is none. */
export function attribution(lang: Lang, approval?: string): string {
  const credit = `© ${SOURCES.join(' · ')}`
  if (!approval) return credit
  return lang === 'zh' ? `审图号：${approval} · ${credit}` : `Map approval ${approval} · ${credit}`
}
