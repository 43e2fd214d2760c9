import { PolygonLayer } from '@deck.gl/layers'
import type { AreaState, DangerLevel, ZoneState } from '../../domain/crowd-occupancy'
import type { Hit, Painted } from '../../map/paint'
import { type SymbolItem, SymbolLayer } from '../../map/symbols'
import { formatCount } from '../../ui/numbers'
import { type Hex, TOKENS, type Tokens, URGENCY_HUE } from '../../ui/tokens'
import type { Depiction, Scene } from '../topic'
import { areaId, type CrowdData, DANGER_URGENCY, MANAGEMENT_URGENCY } from './data'

/** From here on a zone is larger than the ring of its area. */
const ZONES_FROM_ZOOM = 11.5
/** Farther out only the ring and its number; names come when there is room for them. */
const NAMES_FROM_ZOOM = 6

/** Ink laid over a zone by its danger step: density in grey, an urgency hue from 3 persons/m². */
const ZONE_ALPHA: Record<DangerLevel, number> = {
  'under-2': 40,
  'over-2': 90,
  'over-3': 120,
  'over-4': 150,
  'over-5': 180,
}

export function depict(data: CrowdData, scene: Scene): Depiction {
  if (!data.areas) return { painted: [], hits: [] }
  const tokens = TOKENS[scene.flavour]
  const isStale = data.quality === 'stale' || data.quality === 'lost'
  const items = data.areas.map((one) => ring(one, isStale, scene, tokens))
  const id = 'crowds-areas'
  const painted: Painted[] = [
    {
      id,
      topic: 'crowds',
      band: 'point',
      drawn: items.length,
      layer: new SymbolLayer({ id, data: items }),
    },
  ]
  if (scene.zoom >= ZONES_FROM_ZOOM) painted.push(zones(data.areas, tokens))
  const hits: Hit[] = items.map((item) => ({
    topic: 'crowds',
    id: item.id,
    position: item.position,
    radiusPx: 18,
  }))
  return { painted, hits }
}

function ring(one: AreaState, isStale: boolean, scene: Scene, tokens: Tokens): SymbolItem {
  const id = areaId(one)
  const isSelected = id === scene.selectedId
  const urgency = isStale ? null : MANAGEMENT_URGENCY[one.level]
  const danger = isStale || !one.worstDanger ? null : DANGER_URGENCY[one.worstDanger]
  const { area, share } = one
  return {
    id,
    position: area.position,
    spec: {
      ring: {
        share,
        text: share === null ? '—' : formatCount(Math.round(share * 100)),
        stale: isStale,
        arc: urgency ? URGENCY_HUE[urgency] : tokens.ink1,
        track: tokens.ringTrack,
        ground: tokens.panel,
        ink: tokens.ink1,
      },
      // The second ladder has a mark of its own: a halo in the hue of the zone's danger.
      ...(danger ? { halo: URGENCY_HUE[danger] } : isSelected ? { halo: tokens.ink1 } : {}),
    },
    ...((isSelected || scene.zoom >= NAMES_FROM_ZOOM) && {
      label: {
        text: scene.lang === 'zh' ? area.name : (area.nameEn ?? area.name),
        colour: tokens.ink1,
        halo: tokens.labelHalo,
        priority: isSelected ? 100 : urgency || danger ? 80 : 50,
      },
    }),
  }
}

interface ZoneShape extends ZoneState {
  readonly key: string
}

function zones(areas: readonly AreaState[], tokens: Tokens): Painted {
  const id = 'crowds-zones'
  const data = areas.flatMap(({ area, zones: inside }) =>
    inside
      .filter(({ zone }) => zone.ring.length > 0)
      .map((state): ZoneShape => ({ ...state, key: `${area.id}/${state.zone.id}` })),
  )
  return {
    id,
    topic: 'crowds',
    band: 'area',
    drawn: data.length,
    layer: new PolygonLayer<ZoneShape>({
      id,
      data,
      getPolygon: ({ zone }) => zone.ring as [number, number][],
      getFillColor: ({ danger }) => fill(danger, tokens),
      getLineColor: [...rgb(tokens.ink2), 255],
      getLineWidth: 1,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
  }
}

function fill(danger: DangerLevel | null, tokens: Tokens): [number, number, number, number] {
  if (!danger) return [0, 0, 0, 0]
  const urgency = DANGER_URGENCY[danger]
  return [...rgb(urgency ? URGENCY_HUE[urgency] : tokens.ink2), ZONE_ALPHA[danger]]
}

function rgb(hex: Hex): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
