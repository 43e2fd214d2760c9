import type { DensityGrid } from '../../domain/density'
import { KERNEL } from '../../domain/density-kernel'
import type { Incident } from '../../domain/incident'
import type { Hit, Painted } from '../../map/paint'
import { type SymbolItem, SymbolLayer } from '../../map/symbols'
import { areaPhrase } from '../../ui/area-names'
import { DENSITY_RAMP, TOKENS, URGENCY_CASING } from '../../ui/tokens'
import type { Depiction, Scene } from '../topic'
import { CATEGORY } from './category-words'
import { type IncidentsData, isUrgent, SEVERITY_GLYPH } from './data'
import type { Picture } from './surface'

export const TOPIC = 'incidents'
export const LAYERS = {
  density: 'incidents-density',
  urgent: 'incidents-urgent',
  near: 'incidents-near',
} as const

/** From here on all open incidents are symbols; further out only the urgent ones. */
export const NEAR_ZOOM = 8.5
const RADIUS_PX = 14
/** Letters that stand beside a symbol: a Latin one is half as wide. */
const LONGEST_NAME = { zh: 24, en: 40 } as const

export function depict(data: IncidentsData, scene: Scene): Depiction {
  const painted: Painted[] = []
  const hits: Hit[] = []
  const { picture, tally } = data
  if (picture && tally && (data.bulk?.grid || picture.parts.canDrawCubes()))
    painted.push({
      id: LAYERS.density,
      topic: TOPIC,
      band: 'field',
      drawn: tally.counted,
      layer: surfaceLayer(picture, data.bulk?.grid ?? null, scene),
    })
  const parts = data.bulk?.analysis?.parts
  if (parts) painted.push(...parts.depictAnalysis(data, scene))
  // What is open now is not known of a lost feed, and the past is no substitute.
  if (data.quality === 'lost') return { painted, hits }
  const paint = (id: string, band: 'point' | 'alert', urgent: boolean) => {
    const placed = data.shown.filter((one) => one.position !== null && isUrgent(one) === urgent)
    if (placed.length === 0) return
    painted.push({
      id,
      topic: TOPIC,
      band,
      drawn: placed.length,
      layer: new SymbolLayer({ id, data: symbolsOf(data, placed, scene) }),
    })
    for (const { id: of, position } of placed)
      if (position) hits.push({ topic: TOPIC, id: of, position, radiusPx: RADIUS_PX })
  }
  if (scene.zoom >= NEAR_ZOOM) paint(LAYERS.near, 'point', false)
  paint(LAYERS.urgent, 'alert', true)
  return { painted, hits }
}

function surfaceLayer(
  { parts, cube, tail, window }: Picture,
  grid: DensityGrid | null,
  scene: Scene,
) {
  const classes = {
    breaks: parts.paintedBreaks(window.to - window.from),
    colours: DENSITY_RAMP,
    edge: scene.flavour === 'night' ? null : URGENCY_CASING,
  }
  // Another id: the two keep different things on the GPU.
  if (grid) return new parts.DensityLayer({ id: `${LAYERS.density}-grid`, grid, ...classes })
  const glance = parts.glanceAt(cube, KERNEL, window)
  return new parts.CubeLayer({ id: LAYERS.density, cube, tail, glance, ...classes })
}

/** The last symbols of each list of open incidents: equal symbols in the same array cost the stage nothing. */
const symbolCache = new WeakMap<readonly Incident[], Map<string, readonly SymbolItem[]>>()

/** Streets, and the source's own words, are Chinese: in English the kind and the county stand for them. */
function nameOf(
  { category, label, place, areaCode }: Incident,
  areas: IncidentsData['areas'],
  lang: Scene['lang'],
): string {
  const [first, second] =
    lang === 'en'
      ? [areaPhrase(areas, areaCode).en, CATEGORY[category].en]
      : [place, label ?? CATEGORY[category].zh]
  return [first, second].filter(Boolean).join(' ')
}

function symbolsOf(
  { shown, quality, areas }: IncidentsData,
  placed: readonly Incident[],
  { flavour, lang, selectedId }: Scene,
): readonly SymbolItem[] {
  const first = placed[0] as Incident
  const key = [quality === 'stale', isUrgent(first), flavour, lang, areas.size, selectedId].join()
  const cached = symbolCache.get(shown) ?? new Map<string, readonly SymbolItem[]>()
  symbolCache.set(shown, cached)
  const known = cached.get(key)
  if (known) return known
  const tokens = TOKENS[flavour]
  const symbols = placed.map((incident): SymbolItem => {
    const { id, severity } = incident
    const isSelected = id === selectedId
    // Ink, never the hue of an urgency: an incident that asks for an answer has an alarm that bears it. Stale is grey and hatched.
    const fill = quality === 'stale' || severity === 'unknown' ? tokens.ink3 : tokens.ink1
    const isNamed = isSelected || severity === 'extreme'
    return {
      id,
      position: incident.position as readonly [number, number],
      spec: {
        shape: SEVERITY_GLYPH[severity],
        fill,
        casing: tokens.labelHalo,
        ...(quality === 'stale' && { stale: true }),
        ...(isSelected && { halo: tokens.ink1 }),
      },
      ...(isNamed && {
        label: {
          text: nameOf(incident, areas, lang).slice(0, LONGEST_NAME[lang]),
          colour: tokens.ink1,
          halo: tokens.labelHalo,
          priority: isSelected ? 100 : 80,
          sides: ['below', 'right', 'left', 'above'],
        },
      }),
    }
  })
  if (cached.size > 8) cached.clear()
  cached.set(key, symbols)
  return symbols
}
