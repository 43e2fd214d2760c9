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

/** @param approval number of the officially shown map (审图号); nothing is shown where there is none. */
export function attribution(lang: Lang, approval?: string): string {
  const credit = `© ${SOURCES.join(' · ')}`
  if (!approval) return credit
  return lang === 'zh' ? `审图号：${approval} · ${credit}` : `Map approval ${approval} · ${credit}`
}
