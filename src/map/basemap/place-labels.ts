import type { Flavour } from '../../ui/tokens'
import { TOKENS } from '../../ui/tokens'
import type { Lang } from '../../ui/words'
import type { Painted } from '../paint'
import { type SymbolItem, SymbolLayer } from '../symbols'

type Kind = 'prefecture' | 'county' | 'district' | 'neighbour'

export interface Place {
  readonly kind: Kind
  readonly zh: string
  readonly en: string
  readonly position: readonly [lng: number, lat: number]
}

/** As the style has them: from where on a kind is named, and how early it is placed. Data come first. */
const KINDS: Record<
  Kind,
  { readonly from: number; readonly to: number; readonly priority: number }
> = {
  prefecture: { from: 5, to: 24, priority: 85 },
  county: { from: 6.3, to: 24, priority: 8 },
  district: { from: 9, to: 24, priority: 6 },
  neighbour: { from: 5, to: 9, priority: 4 },
}

/** Names of places as labels of the stage, which stand clear of symbols, of one another and of seams. */
export function placeItems(
  places: readonly Place[],
  zoom: number,
  flavour: Flavour,
  lang: Lang,
): readonly SymbolItem[] {
  const tokens = TOKENS[flavour]
  return places.flatMap(({ kind, zh, en, position }): SymbolItem[] => {
    const { from, to, priority } = KINDS[kind]
    if (zoom < from || zoom >= to) return []
    return [
      {
        id: `${kind}-${position.join()}`,
        position,
        spec: { shape: 'circle', fill: tokens.labelCounty, casing: null, sizePx: 3 },
        label: {
          text: lang === 'zh' ? zh : en,
          colour: kind === 'prefecture' ? tokens.labelPrefecture : tokens.labelCounty,
          halo: kind === 'neighbour' ? tokens.outside : tokens.labelHalo,
          priority,
          sides: ['above', 'below', 'right', 'left'],
        },
      },
    ]
  })
}

const UNSEEN = '#00000000'

/** Dots under every sign, and names over those that glide beneath them. */
export function paintPlaces(items: readonly SymbolItem[]): readonly Painted[] {
  const layer = (id: string, band: Painted['band'], data: readonly SymbolItem[]): Painted => ({
    id,
    topic: 'basemap',
    band,
    drawn: data.length,
    layer: new SymbolLayer({ id, data }),
  })
  const dots = items.map(({ label: _, ...dot }) => dot)
  const names = items.map((item) => ({ ...item, spec: { ...item.spec, fill: UNSEEN } as const }))
  return [layer('basemap-dots', 'route', dots), layer('basemap-places', 'point', names)]
}

/** The places that are named at a zoom. */
export type PlaceNames = (zoom: number, flavour: Flavour, lang: Lang) => readonly Painted[]

/** @param base the basemap's folder, with a slash at its end */
export async function openPlaces(base: string): Promise<PlaceNames> {
  const places = readPlaces(await (await fetch(`${base}places.json`)).json())
  return (zoom, flavour, lang) => paintPlaces(placeItems(places, zoom, flavour, lang))
}

/** The places of the basemap's file; what is no place is left out. */
export function readPlaces(file: unknown): readonly Place[] {
  const features = (file as { features?: unknown } | null)?.features
  if (!Array.isArray(features)) return []
  return features.flatMap((one): Place[] => {
    const { properties, geometry } = one as {
      properties?: { kind?: string; zh?: string; en?: string }
      geometry?: { coordinates?: unknown }
    }
    const { kind, zh, en } = properties ?? {}
    const [lng, lat] = Array.isArray(geometry?.coordinates) ? geometry.coordinates : []
    if (!kind || !(kind in KINDS) || !zh || typeof lng !== 'number' || typeof lat !== 'number')
      return []
    return [{ kind: kind as Kind, zh, en: en ?? zh, position: [lng, lat] }]
  })
}
