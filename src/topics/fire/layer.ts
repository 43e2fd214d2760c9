import { type DeviceGroup, type GroupBy, groupDevices } from '../../domain/fire-grouping'
import type { DeviceClass, DeviceNow } from '../../domain/fire-readiness'
import type { Hit, Painted } from '../../map/paint'
import { type GlyphSymbol, type SymbolItem, SymbolLayer } from '../../map/symbols'
import { formatCount } from '../../ui/numbers'
import { TOKENS, type Tokens, URGENCY_CASING, URGENCY_HUE } from '../../ui/tokens'
import type { Depiction, Scene } from '../topic'
import { CLASS_GLYPH, CLASS_URGENCY, deviceId, type FireData } from './data'

/** Zoom at which groups of one size give way to the next; from the last on devices stand alone. */
const COUNTIES_FROM_ZOOM = 8
const PLACES_FROM_ZOOM = 10.5
const DEVICES_FROM_ZOOM = 13

/** Beside its place: the middle of a county's devices is its town, where the density of incidents is read. */
const PILL_OFFSET_PX = [0, 30] as const

/** Later is drawn over earlier: what is worst lies on top. */
const BY_CLASS: readonly DeviceClass[] = [
  'normal',
  'unknown',
  'disabled',
  'supervisory',
  'fault',
  'alarm',
]

export function depict(data: FireData, scene: Scene): Depiction {
  if (!data.devices) return { painted: [], hits: [] }
  const tokens = TOKENS[scene.flavour]
  const isOld = data.quality === 'stale'
  const placed = data.devices.filter(({ device }) => device.position)
  const alarms = placed.filter((one) => one.class === 'alarm')
  const selected = placed.filter(
    (one) => deviceId(one) === scene.selectedId && one.class !== 'alarm',
  )
  const by = groupingAt(scene.zoom)
  const main = by ? pills(placed, by, isOld, tokens) : singles(placed, isOld, scene, tokens)
  // A fire stands alone however far out, and so does what has been chosen.
  const apart = by ? singles([...selected, ...alarms], isOld, scene, tokens) : []
  const layer = (
    id: string,
    band: Painted['band'],
    items: readonly SymbolItem[],
    drawn: number,
  ): Painted => ({
    id,
    topic: 'fire',
    band,
    drawn,
    layer: new SymbolLayer({ id, data: items }),
  })
  return {
    painted: [
      layer('fire-devices', 'point', main, placed.length),
      ...(apart.length > 0 ? [layer('fire-alarms', 'alert', apart, apart.length)] : []),
    ],
    hits: [...(by ? [] : main), ...apart].map(
      (item): Hit => ({ topic: 'fire', id: item.id, position: item.position, radiusPx: 14 }),
    ),
  }
}

function groupingAt(zoom: number): GroupBy | null {
  if (zoom < COUNTIES_FROM_ZOOM) return 'prefecture'
  if (zoom < PLACES_FROM_ZOOM) return 'county'
  return zoom < DEVICES_FROM_ZOOM ? 'place' : null
}

function pills(
  all: readonly DeviceNow[],
  by: GroupBy,
  isOld: boolean,
  tokens: Tokens,
): SymbolItem[] {
  return groupDevices(all, by).map((group) => pill(group, isOld, tokens))
}

/** A pill leads with a check while nothing in it is worse than unknown, else with its worst class. */
function pill(
  { key, position, readiness, worst }: DeviceGroup,
  isOld: boolean,
  tokens: Tokens,
): SymbolItem {
  const urgency = isOld ? null : CLASS_URGENCY[worst]
  // Disabled and unknown devices are everywhere, always: only what is abnormal may lead the eye.
  const leads = worst === 'alarm' ? worst : null
  return {
    id: `group:${key}`,
    position,
    offsetPx: PILL_OFFSET_PX,
    spec: {
      pill: {
        shape: CLASS_GLYPH[leads ?? 'normal'],
        ...(leads && urgency && { shapeFill: URGENCY_HUE[urgency], shapeCasing: URGENCY_CASING }),
        text: formatCount(readiness.all),
        known: readiness.ready / readiness.all,
        unknown: readiness.unknown / readiness.all,
        ink: isOld ? tokens.ink3 : tokens.ink1,
        ground: tokens.panel,
        border: tokens.control,
        track: tokens.ringTrack,
      },
    },
  }
}

function singles(
  all: readonly DeviceNow[],
  isOld: boolean,
  scene: Scene,
  tokens: Tokens,
): SymbolItem[] {
  return all
    .toSorted((a, b) => BY_CLASS.indexOf(a.class) - BY_CLASS.indexOf(b.class))
    .flatMap((one) => single(one, isOld, scene, tokens) ?? [])
}

function single(one: DeviceNow, isOld: boolean, scene: Scene, tokens: Tokens): SymbolItem | null {
  const { device } = one
  if (!device.position) return null
  const id = deviceId(one)
  const isSelected = id === scene.selectedId
  const isAlarm = one.class === 'alarm'
  return {
    id,
    position: device.position,
    spec: {
      ...symbolOf(one.class, isOld, tokens),
      ...((isAlarm || isSelected) && { halo: halo(isAlarm, isOld, tokens) }),
    },
    ...((isSelected || isAlarm) && {
      label: {
        text: scene.lang === 'zh' ? device.place : (device.placeEn ?? device.place),
        colour: tokens.ink1,
        halo: tokens.labelHalo,
        priority: isAlarm ? 90 : 100,
      },
    }),
  }
}

function halo(isAlarm: boolean, isOld: boolean, tokens: Tokens) {
  return isAlarm && !isOld ? URGENCY_HUE.p1 : tokens.ink1
}

export function symbolOf(deviceClass: DeviceClass, isOld: boolean, tokens: Tokens): GlyphSymbol {
  const urgency = CLASS_URGENCY[deviceClass]
  return {
    shape: CLASS_GLYPH[deviceClass],
    fill: urgency && !isOld ? URGENCY_HUE[urgency] : tokens.ink2,
    casing: urgency && !isOld ? URGENCY_CASING : tokens.labelHalo,
    sizePx: deviceClass === 'normal' ? 12 : deviceClass === 'alarm' ? 24 : 18,
  }
}
