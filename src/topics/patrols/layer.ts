import type { LngLat } from '../../domain/geo'
import type { IdlenessLevel, PlaceIdleness } from '../../domain/patrol-idleness'
import { isCoasted, type Motion } from '../../domain/patrol-motion'
import { AreaLayer, rgb } from '../../map/areas'
import type { Hit, Painted } from '../../map/paint'
import { type SymbolItem, SymbolLayer } from '../../map/symbols'
import { formatAge, formatMinute } from '../../ui/clock'
import type { GlyphName } from '../../ui/glyphs'
import { TOKENS, type Tokens } from '../../ui/tokens'
import { type Lang, say } from '../../ui/words'
import type { Depiction, Scene } from '../topic'
import { isCurrent, type PatrolData, placeId, placePosition, type UnitNow, unitId } from './data'
import { WORDS } from './messages'

export const MOTION_GLYPH: Record<Motion, GlyphName> = {
  moving: 'arrow',
  stopped: 'paused',
  silent: 'silent',
}
export const LEVEL_GLYPH: Record<IdlenessLevel, GlyphName> = {
  fresh: 'place-fresh',
  due: 'place-due',
  overdue: 'place-overdue',
  'long-overdue': 'place-long-overdue',
  unknown: 'question',
  idle: 'place-idle',
}

/** From here on every unit carries its call sign. */
const CALL_SIGNS_FROM_ZOOM = 10
/** From here on the outline of a watch place is larger than its symbol. */
const OUTLINES_FROM_ZOOM = 12
/** Far out, symbols shrink so that four hundred of them leave the map readable. */
const FULL_SIZE_FROM_ZOOM = 9

/** Places that keep their interval are quiet; only what is overdue is drawn in full ink, and later. */
const BY_LEVEL: readonly IdlenessLevel[] = [
  'idle',
  'fresh',
  'due',
  'unknown',
  'overdue',
  'long-overdue',
]

export function depict(data: PatrolData, scene: Scene): Depiction {
  const tokens = TOKENS[scene.flavour]
  const painted: Painted[] = []
  const hits: Hit[] = []
  const isFar = scene.zoom < FULL_SIZE_FROM_ZOOM

  if (data.places) {
    const isOld = !isCurrent(data.placesQuality)
    const placed = data.places
      .flatMap((one) => {
        const position = placePosition(one)
        return position ? [{ one, position }] : []
      })
      .sort((a, b) => BY_LEVEL.indexOf(a.one.level) - BY_LEVEL.indexOf(b.one.level))
    if (scene.zoom >= OUTLINES_FROM_ZOOM) painted.push(outlines(data.places, tokens))
    const items = placed.map(({ one, position }): SymbolItem => {
      const id = placeId(one)
      const isOver = one.level === 'overdue' || one.level === 'long-overdue'
      const isSelected = id === scene.selectedId
      return {
        id,
        position,
        ...(isFar && { yields: true }),
        spec: {
          shape: LEVEL_GLYPH[one.level],
          fill: isOver && !isOld ? tokens.ink1 : tokens.ink3,
          ...(isOver && isOld && { stale: true }),
          casing: tokens.labelHalo,
          sizePx: isFar ? (isOver ? 12 : 6) : isOver ? 14 : 12,
          ...(isSelected && { halo: tokens.ink1 }),
        },
        ...((isSelected || (isOver && scene.zoom >= CALL_SIGNS_FROM_ZOOM)) && {
          label: label(
            scene.lang === 'zh' ? one.place.name : (one.place.nameEn ?? one.place.name),
            isSelected ? 100 : 30,
            tokens,
          ),
        }),
      }
    })
    const id = 'patrols-places'
    painted.push({
      id,
      topic: 'patrols',
      band: 'point',
      drawn: items.length,
      layer: new SymbolLayer({ id, data: items }),
    })
    hits.push(
      ...items.map((item) => ({
        topic: 'patrols',
        id: item.id,
        position: item.position,
        radiusPx: isFar ? 6 : 10,
      })),
    )
  }

  const ways = waysOf(data)
  if (ways.length > 0) {
    const id = 'patrols-ways'
    const line = rgb(tokens.ink1)
    painted.push({
      id,
      topic: 'patrols',
      band: 'route',
      drawn: ways.length,
      layer: new AreaLayer({
        id,
        data: ways.map((ring) => ({ ring, fill: null, line, lineWidthPx: 1.5 })),
      }),
    })
  }

  if (data.units) {
    const symbols = data.units.flatMap((one) => unitSymbol(one, data, scene, tokens, isFar) ?? [])
    const id = 'patrols-units'
    const { moving } = data
    const gliding = moving?.parts.glidingUnits(data, moving, scene, symbols)
    if (moving) painted.push(...moving.parts.reachOf(data, scene))
    if (moving?.surface) painted.unshift(moving.parts.idleSurface(data.now, moving, scene))
    painted.push(
      ...(gliding ?? [
        {
          id,
          topic: 'patrols',
          band: 'point' as const,
          drawn: symbols.length,
          layer: new SymbolLayer({ id, data: symbols }),
        },
      ]),
    )
    hits.push(
      ...symbols.map((item) => ({
        topic: 'patrols',
        id: item.id,
        position: item.position,
        radiusPx: 12,
      })),
    )
  }
  return { painted, hits }
}

/** From each unit that is on its way to where it was sent: the intent, not the road. */
function waysOf({ units, unitsQuality, jobs }: PatrolData): (readonly [LngLat, LngLat])[] {
  if (unitsQuality === 'lost') return []
  return (units ?? []).flatMap(({ unit }) => {
    const job = jobs.get(unit.id)
    const isUnderWay = job?.state === 'sent' || job?.state === 'en-route'
    const to = job?.target.position
    return isUnderWay && unit.position && to ? [[unit.position, to] as const] : []
  })
}

function unitSymbol(
  one: UnitNow,
  data: PatrolData,
  scene: Scene,
  tokens: Tokens,
  isFar: boolean,
): SymbolItem | null {
  const { unit, motion } = one
  if (!unit.position) return null
  const id = unitId(one)
  const isSelected = id === scene.selectedId
  const isLost = data.unitsQuality === 'lost'
  const coasted = !isCurrent(data.unitsQuality) || isCoasted(unit, data.now)
  const isHollow = coasted && motion !== 'silent'
  const ink = unitInk(data, motion, isFar, tokens)
  const text =
    motion === 'silent'
      ? lastSeen(one, data.now, scene.lang, isFar && !isSelected)
      : coasted
        ? `${unit.callSign} ${formatAge(data.now - unit.observedAt, scene.lang)}`
        : unit.callSign
  return {
    id,
    position: unit.position,
    spec: {
      shape: MOTION_GLYPH[motion],
      // Far out, hundreds of units step back behind what is abnormal; a silent one does not.
      fill: isHollow ? tokens.labelHalo : ink,
      // Hollow: its word is old, and its place a guess. The clock of a silent one says so itself.
      casing: isHollow ? ink : tokens.labelHalo,
      sizePx: !isFar ? 18 : motion !== 'silent' ? 10 : isLost ? 12 : 14,
      ...(motion === 'moving' && { angleDeg: unit.headingDeg ?? 0 }),
      ...(isSelected && { halo: tokens.ink1 }),
    },
    // Where nobody knows where they are, the names of places go before them.
    ...(isFar && isLost && !isSelected && { yields: true }),
    // One silent unit is news; four hundred of a lost feed are the feed's.
    ...((isSelected || (motion === 'silent' && !isLost) || scene.zoom >= CALL_SIGNS_FROM_ZOOM) && {
      label: label(text, isSelected ? 100 : motion === 'silent' ? 40 : 20, tokens),
    }),
  }
}

function unitInk(data: PatrolData, motion: Motion, isFar: boolean, tokens: Tokens) {
  if (!isCurrent(data.unitsQuality)) return tokens.ink3
  return isFar && motion !== 'silent' ? tokens.ink2 : tokens.ink1
}

/** When and how long ago; far out only how long ago: words across a prefecture hide what lies there. */
function lastSeen({ unit }: UnitNow, now: number, lang: Lang, isShort: boolean): string {
  const behindMs = now - unit.observedAt
  if (behindMs < 0)
    return `${unit.callSign} ${say(WORDS.clockAhead, lang)} ${formatMinute(unit.observedAt)}`
  const age = formatAge(behindMs, lang)
  if (isShort) return lang === 'zh' ? `${unit.callSign}，${age}前` : `${unit.callSign}, ${age} ago`
  return lang === 'zh'
    ? `${unit.callSign} 末次 ${formatMinute(unit.observedAt)} · ${age}前`
    : `${unit.callSign} last ${formatMinute(unit.observedAt)} · ${age} ago`
}

function label(text: string, priority: number, tokens: Tokens) {
  return { text, priority, colour: tokens.ink1, halo: tokens.labelHalo }
}

function outlines(places: readonly PlaceIdleness[], tokens: Tokens): Painted {
  const id = 'patrols-outlines'
  const data = places.filter(({ place }) => place.ring.length > 0)
  const line = rgb(tokens.ink2)
  return {
    id,
    topic: 'patrols',
    band: 'area',
    drawn: data.length,
    layer: new AreaLayer({
      id,
      data: data.map(({ place: { ring } }) => ({ ring, fill: null, line, lineWidthPx: 1.5 })),
    }),
  }
}
