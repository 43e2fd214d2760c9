import { ScatterplotLayer } from '@deck.gl/layers'
import type { HotPlace, HotSpots } from '../../domain/incident-hot-spots'
import { NEAR_M } from '../../domain/near-limits'
import type { WatchCell } from '../../domain/near-repeat'
import { type Rgba, rgb } from '../../map/areas'
import { type OutlineItem, OutlineLayer } from '../../map/outlines'
import type { Painted } from '../../map/paint'
import { type Flavour, type Hex, TOKENS } from '../../ui/tokens'
import type { Scene } from '../topic'
import { type IncidentsData, windowRows } from './data'
import { ANALYSIS_LAYERS, isDrawn, lineOf, spotsNow } from './hot-places'
import { NEAR_ZOOM, TOPIC } from './layer'

export { describeFound } from './describe-places'

/** A dot of something that no surface shows. */
const DOT_PX = 2.5
/** So many dots are the most that a map can be read with, and that software WebGL draws. */
export const MOST_DOTS = 5_000

/** What the surface alone does not say: which places are no chance, where to look again, what patrols found. */
export function depictAnalysis(data: IncidentsData, scene: Scene): Painted[] {
  const { hot, near } = data.bulk?.analysis ?? {}
  const { flavour, zoom } = scene
  const isNear = zoom >= NEAR_ZOOM
  return [
    ...(isNear ? apart(data, flavour) : []),
    ...(hot?.spots ? outlines(hot.spots, flavour, isNear, spotsNow(hot) !== null) : []),
    ...(near?.state === 'ready' && near.cells.length > 0 ? watched(near.cells, flavour) : []),
  ]
}

const painted = (
  id: string,
  band: Painted['band'],
  drawn: number,
  layer: Painted['layer'],
): Painted => ({ id, topic: TOPIC, band, drawn, layer })

/** Equal outlines in the same array cost the stage nothing. */
const itemsBySpots = new WeakMap<HotSpots, Map<string, readonly OutlineItem[]>>()

function itemsOf(
  spots: HotSpots,
  flavour: Flavour,
  name: 'hot' | 'few',
  isNow: boolean,
): readonly OutlineItem[] {
  const known = itemsBySpots.get(spots) ?? new Map<string, readonly OutlineItem[]>()
  itemsBySpots.set(spots, known)
  const key = `${name} ${flavour} ${isNow}`
  const items =
    known.get(key) ??
    spots.places
      .filter(({ confidence }) => (confidence === null) === (name === 'few'))
      .map((place) => outlineOf(place, flavour, isNow))
  known.set(key, items)
  return items
}

/** Of another window a line steps back, as the panel says. */
const FADED = 90

function outlineOf({ ring, confidence }: HotPlace, flavour: Flavour, isNow: boolean): OutlineItem {
  const tokens = TOKENS[flavour]
  const inked = (hex: Hex): Rgba => (isNow ? rgb(hex) : [...rgb(hex), FADED])
  const line = inked(confidence === null ? tokens.ink3 : tokens.ink1)
  return { ring, line, under: inked(tokens.labelHalo), ...lineOf(confidence) }
}

function outlines(spots: HotSpots, flavour: Flavour, isNear: boolean, isNow: boolean): Painted[] {
  const one = (id: string, name: 'hot' | 'few') => {
    const data = itemsOf(spots, flavour, name, isNow)
    if (data.length === 0) return []
    // What is of another window is listed nowhere, and counts as nothing here.
    return [painted(id, 'area', isNow ? data.length : 0, new OutlineLayer({ id, data }))]
  }
  return [
    // Far out there are too many of them, and they say the least.
    ...(isNear ? one(ANALYSIS_LAYERS.few, 'few') : []),
    ...one(ANALYSIS_LAYERS.hot, 'hot'),
  ]
}

/** A ring of the distance that was tested, never smaller than can be seen, on an under-stroke. */
function watched(cells: readonly WatchCell[], flavour: Flavour): Painted[] {
  const tokens = TOKENS[flavour]
  const ring = (id: string, drawn: number, widthPx: number, colour: Hex) =>
    painted(
      id,
      'area',
      drawn,
      new ScatterplotLayer<WatchCell>({
        id,
        data: cells as WatchCell[],
        getPosition: ({ position }) => position as [number, number],
        getRadius: NEAR_M,
        radiusMinPixels: 4,
        stroked: true,
        filled: false,
        lineWidthUnits: 'pixels',
        getLineWidth: widthPx,
        getLineColor: rgb(colour),
      }),
    )
  return [
    ring(`${ANALYSIS_LAYERS.watch}-under`, 0, 3.6, tokens.labelHalo),
    ring(ANALYSIS_LAYERS.watch, cells.length, 1.6, tokens.ink1),
  ]
}

/** Hollow: found by patrols; full: sensors and sources that are not known. */
function apart(data: IncidentsData, flavour: Flavour): Painted[] {
  const rows = windowRows(data).apart.filter(isDrawn)
  if (rows.length === 0 || rows.length > MOST_DOTS) return []
  const id = ANALYSIS_LAYERS.apart
  const ink = rgb(TOKENS[flavour].ink2)
  return [
    painted(
      id,
      'area',
      rows.length,
      new ScatterplotLayer<(typeof rows)[number]>({
        id,
        data: rows,
        getPosition: ({ position }) => position as [number, number],
        radiusUnits: 'pixels',
        getRadius: DOT_PX,
        stroked: true,
        lineWidthUnits: 'pixels',
        getLineWidth: 1,
        getLineColor: ink,
        getFillColor: ({ source }) =>
          source === 'patrol' ? [...rgb(TOKENS[flavour].land)] : [...ink],
      }),
    ),
  ]
}
