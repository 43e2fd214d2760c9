import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { type Flavour, FONT_FAMILY, TOKENS, type Tokens } from '../../ui/tokens'
import type { Lang } from '../../ui/words'
import { mixed } from './colour'

/** West, south, east, north of the relief images; `make/make.mjs` prints it. */
const RELIEF_BOX = [101.7, 23.3, 111.6, 30.6] as const

/** Strength of the light and the shaded side, so that both change the ground by at most 6 % of white. */
const RELIEF: Record<Flavour, { readonly light: number; readonly dark: number }> = {
  night: { light: 0.066, dark: 0.36 },
  day: { light: 0.26, dark: 0.075 },
  print: { light: 0, dark: 0.06 },
}

const FONTS = FONT_FAMILY.split(',').map((name) => name.trim().replaceAll('"', ''))

/**
 * The basemap as a MapLibre style: every colour from the tokens, every file from the product's own origin, glyphs
 * from the machine's fonts.
 *
 * @param base absolute URL of the folder with the basemap's files, with a slash at its end
 */
export function basemapStyle(flavour: Flavour, lang: Lang, base: string): StyleSpecification {
  const tokens = TOKENS[flavour]
  const [west, south, east, north] = RELIEF_BOX
  const corners: [[number, number], [number, number], [number, number], [number, number]] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
  const lines = (name: string) =>
    ({ type: 'geojson', data: `${base}${name}.json`, tolerance: 0.25 }) as const
  return {
    version: 8,
    name: `drumtower-${flavour}-${lang}`,
    sources: {
      land: lines('land'),
      rivers: lines('rivers'),
      roads: lines('roads'),
      places: { type: 'geojson', data: `${base}places.json` },
      'relief-light': { type: 'image', url: `${base}relief-light.png`, coordinates: corners },
      'relief-dark': { type: 'image', url: `${base}relief-dark.png`, coordinates: corners },
    },
    layers: [
      ...ground(tokens, flavour),
      ...network(tokens),
      ...borders(tokens),
      ...labels(tokens, lang),
    ],
  }
}

const is = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind]

/** Straight pieces between [zoom, value] pairs. */
const byZoom = (...stops: (readonly [zoom: number, value: number])[]): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...stops.flat(),
]

/**
 * The band along the province's inner edge is a line of twice its width under the outside: no overlap shows where
 * the edge turns, and the relief lies over both.
 */
function ground(tokens: Tokens, flavour: Flavour): LayerSpecification[] {
  const relief = (side: 'light' | 'dark'): LayerSpecification => ({
    id: `relief-${side}`,
    type: 'raster',
    source: `relief-${side}`,
    paint: {
      'raster-opacity': byZoom([8.5, RELIEF[flavour][side]], [10.5, 0]),
      'raster-fade-duration': 0,
    },
  })
  return [
    { id: 'land', type: 'background', paint: { 'background-color': tokens.land } },
    {
      id: 'province-band',
      type: 'line',
      source: 'land',
      filter: is('province'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': mixed(tokens.land, tokens.borderProvince, 0.16),
        'line-width': byZoom([5, 10], [6.5, 18]),
      },
    },
    {
      id: 'outside',
      type: 'fill',
      source: 'land',
      filter: is('outside'),
      paint: { 'fill-color': tokens.outside, 'fill-antialias': false },
    },
    relief('dark'),
    relief('light'),
  ]
}

function network(tokens: Tokens): LayerSpecification[] {
  const river = (level: number, minzoom: number, width: ExpressionSpecification) => ({
    id: `river-${level}`,
    type: 'line' as const,
    source: 'rivers',
    minzoom,
    filter: ['==', ['get', 'level'], level] as ExpressionSpecification,
    layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
    paint: {
      'line-color': tokens.water,
      'line-width': width,
      'line-opacity': byZoom([minzoom, 0.6], [minzoom + 1.5, 0.9]),
    },
  })
  const road = (kind: 'motorway' | 'trunk', width: ExpressionSpecification) => ({
    id: kind,
    type: 'line' as const,
    source: 'roads',
    filter: ['==', ['get', 'class'], kind] as ExpressionSpecification,
    layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
    // Drawn to 300 m: the closer one looks, the less they say.
    paint: {
      'line-color': tokens[kind],
      'line-width': width,
      'line-opacity': byZoom([10.5, 1], [13, 0.4]),
    },
  })
  return [
    river(4, 7.5, byZoom([7.5, 0.5], [11, 1.2])),
    river(3, 6, byZoom([6, 0.5], [11, 1.5])),
    river(2, 5, byZoom([5, 0.6], [8, 1.3], [11, 1.8])),
    river(1, 4, byZoom([4, 0.8], [8, 1.8], [11, 2.4])),
    road('trunk', byZoom([6, 0.6], [9, 1.4], [12, 2.2])),
    road('motorway', byZoom([5, 0.6], [7, 1], [9, 1.8], [12, 3])),
  ]
}

function borders(tokens: Tokens): LayerSpecification[] {
  const border = (kind: string, colour: string, width: number, dash?: number[]) => ({
    id: `border-${kind}`,
    type: 'line' as const,
    source: 'land',
    filter: is(kind),
    layout: { 'line-join': 'round' as const },
    paint: {
      'line-color': colour,
      'line-width': width,
      ...(dash && { 'line-dasharray': dash }),
    },
  })
  return [
    border('neighbour', tokens.borderPrefecture, 0.8),
    border('prefecture', tokens.borderPrefecture, 1, [6, 3]),
    border('province', tokens.borderProvince, 1.3),
  ]
}

/** Quieter than data, and fewer where there is less room: prefectures, then counties, then the districts of a city. */
function labels(tokens: Tokens, lang: Lang): LayerSpecification[] {
  const label = (
    kind: string,
    size: ExpressionSpecification,
    colour: string,
    spacing: number,
    zooms: Pick<SymbolLayerSpecification, 'minzoom' | 'maxzoom'>,
  ): LayerSpecification => ({
    id: `label-${kind}`,
    type: 'symbol',
    source: 'places',
    ...zooms,
    filter: is(kind),
    layout: {
      'text-field': ['coalesce', ['get', lang], ['get', 'zh']],
      'text-font': FONTS,
      'text-size': size,
      'text-letter-spacing': spacing,
      'text-padding': 6,
      'text-max-width': 12,
      'text-variable-anchor': ['bottom', 'top', 'right', 'left'],
      'text-radial-offset': 0.7,
    },
    paint: {
      'text-color': colour,
      'text-halo-color': kind === 'neighbour' ? tokens.outside : tokens.labelHalo,
      'text-halo-width': 1.4,
      'text-halo-blur': 0.4,
    },
  })
  const wide = lang === 'zh' ? 0.06 : 0.01
  return [
    label('district', byZoom([9, 14], [12, 15]), tokens.labelCounty, wide, { minzoom: 9 }),
    label('county', byZoom([6.5, 14], [10, 15]), tokens.labelCounty, wide, { minzoom: 6.3 }),
    label('neighbour', byZoom([5, 14], [8, 15]), tokens.labelCounty, lang === 'zh' ? 0.5 : 0.12, {
      minzoom: 5,
      maxzoom: 9,
    }),
    label('prefecture', byZoom([5, 14], [7, 16], [10, 20]), tokens.labelPrefecture, wide, {
      minzoom: 5,
    }),
  ]
}
