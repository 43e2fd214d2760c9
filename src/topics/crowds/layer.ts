import type { AreaState, DangerLevel } from '../../domain/crowd-occupancy'
import { centreOf } from '../../domain/geo'
import { AreaLayer, rgb } from '../../map/areas'
import { worldPx } from '../../map/mercator'
import type { Hit, Painted } from '../../map/paint'
import { type SymbolItem, SymbolLayer } from '../../map/symbols'
import { UNKNOWN } from '../../ui/clock'
import { formatCount } from '../../ui/numbers'
import { TOKENS, type Tokens, URGENCY_HUE } from '../../ui/tokens'
import { say } from '../../ui/words'
import type { Depiction, Scene } from '../topic'
import {
  areaId,
  type CrowdData,
  DANGER_URGENCY,
  isCurrent,
  MANAGEMENT_URGENCY,
  type ZoneIn,
  zoneId,
  zonesOf,
} from './data'
import { areaName, densityPhrase } from './words-of'

/** From here on the zones of an area reach beyond its ring. */
const ZONES_FROM_ZOOM = 12.5
/** Farther out only the ring and its number; names come when there is room for them. */
const NAMES_FROM_ZOOM = 5.5

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
  const isRegisterCurrent = isCurrent({ quality: data.registerQuality })
  const hidden = crowdedOut(data.areas, scene)
  const items = data.areas
    .toSorted((a, b) => Number(hidden.has(b)) - Number(hidden.has(a)))
    .map((one) =>
      hidden.has(one) ? dot(one, tokens) : ring(one, isRegisterCurrent, scene, tokens),
    )
  const id = 'crowds-areas'
  const areas: Painted = {
    id,
    topic: 'crowds',
    band: 'point',
    drawn: items.length,
    layer: new SymbolLayer({ id, data: items }),
  }
  const hits = data.areas.map((one): Hit => hit(areaId(one), one.area.position, 18))
  if (scene.zoom < ZONES_FROM_ZOOM) return { painted: [areas], hits }
  const shapes = zonesOf(data).filter(({ state }) => state.zone.ring.length > 0)
  return {
    painted: [zones(shapes, scene, tokens), areas],
    hits: [
      ...hits,
      ...shapes.map(({ one, state }) =>
        hit(zoneId(one.area, state), centreOf(state.zone.ring), 12),
      ),
    ],
  }
}

/** Px between two rings that can be told apart. */
const RING_APART_PX = 34

/**
 * Rings that would lie on a fuller one: far out they give way and stay as dots. What is chosen or crosses a line of
 * either ladder never gives way.
 */
function crowdedOut(areas: readonly AreaState[], { zoom, selectedId }: Scene): Set<AreaState> {
  const out = new Set<AreaState>()
  const standing: (readonly [x: number, y: number])[] = []
  const mustStand = (one: AreaState) =>
    areaId(one) === selectedId ||
    MANAGEMENT_URGENCY[one.level] !== null ||
    (one.worstDanger !== null && DANGER_URGENCY[one.worstDanger] !== null)
  const inOrder = areas.toSorted(
    (a, b) => Number(mustStand(b)) - Number(mustStand(a)) || (b.share ?? -1) - (a.share ?? -1),
  )
  for (const one of inOrder) {
    const [lng, lat] = one.area.position
    const [x, y] = worldPx(lng, lat, zoom)
    if (!mustStand(one) && standing.some(([a, b]) => Math.hypot(a - x, b - y) < RING_APART_PX))
      out.add(one)
    else standing.push([x, y])
  }
  return out
}

function dot(one: AreaState, tokens: Tokens): SymbolItem {
  return {
    id: areaId(one),
    position: one.area.position,
    spec: { shape: 'circle', fill: tokens.ink3, casing: tokens.labelHalo, sizePx: 6 },
  }
}

function hit(id: string, position: Hit['position'], radiusPx: number): Hit {
  return { topic: 'crowds', id, position, radiusPx }
}

function ring(
  one: AreaState,
  isRegisterCurrent: boolean,
  scene: Scene,
  tokens: Tokens,
): SymbolItem {
  const id = areaId(one)
  const isSelected = id === scene.selectedId
  const isJudged = isCurrent(one)
  const urgency = isJudged ? MANAGEMENT_URGENCY[one.level] : null
  const danger = isJudged && one.worstDanger ? DANGER_URGENCY[one.worstDanger] : null
  const { area, share } = one
  const name = say(areaName(one), scene.lang)
  return {
    id,
    position: area.position,
    // What crosses a line of either ladder is not hidden by a count of devices.
    ...((urgency || danger) && { claims: [] }),
    spec: {
      ring: {
        share,
        text:
          share === null
            ? UNKNOWN
            : scene.isGlance && !urgency && !danger
              ? ''
              : formatCount(share * 100),
        // Old counts are hatched; where there is none there is nothing to hatch: "—".
        stale: one.quality === 'stale' && share !== null,
        arc: urgency ? URGENCY_HUE[urgency] : isJudged ? tokens.ink1 : tokens.ink3,
        track: tokens.ringTrack,
        ground: tokens.panel,
        ink: isJudged ? tokens.ink1 : tokens.ink3,
      },
      // The second ladder has a mark of its own: a halo in the hue of the zone's danger.
      ...(danger ? { halo: URGENCY_HUE[danger] } : isSelected ? { halo: tokens.ink1 } : {}),
    },
    ...((isSelected || danger || scene.zoom >= NAMES_FROM_ZOOM) && {
      label: {
        text: danger ? `${name} ${say(densityPhrase(tightest(one)), scene.lang)}` : name,
        colour: isRegisterCurrent ? tokens.ink1 : tokens.ink3,
        halo: tokens.labelHalo,
        priority: isSelected ? 100 : urgency || danger ? 80 : 50,
      },
    }),
  }
}

function tightest({ zones: inside }: AreaState): number | null {
  const densities = inside.flatMap(({ perM2 }) => perM2 ?? [])
  return densities.length > 0 ? Math.max(...densities) : null
}

function zones(shapes: readonly ZoneIn[], scene: Scene, tokens: Tokens): Painted {
  const id = 'crowds-zones'
  const isSelected = ({ one, state }: ZoneIn) => zoneId(one.area, state) === scene.selectedId
  return {
    id,
    topic: 'crowds',
    band: 'area',
    drawn: shapes.length,
    layer: new AreaLayer({
      id,
      data: shapes.map((zone) => ({
        ring: zone.state.zone.ring,
        fill: zoneFill(zone, tokens),
        line: rgb(isSelected(zone) ? tokens.ink1 : isCurrent(zone.one) ? tokens.ink2 : tokens.ink3),
        lineWidthPx: isSelected(zone) ? 3 : 1,
      })),
    }),
  }
}

/** Hollow where the count is unknown or old. */
export function zoneFill(
  { one, state: { danger } }: ZoneIn,
  tokens: Tokens,
): [number, number, number, number] {
  if (!danger || !isCurrent(one)) return [0, 0, 0, 0]
  const urgency = DANGER_URGENCY[danger]
  return [...rgb(urgency ? URGENCY_HUE[urgency] : tokens.ink2), ZONE_ALPHA[danger]]
}
