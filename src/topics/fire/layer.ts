import { type DeviceGroup, type GroupBy, groupDevices } from '../../domain/fire-grouping'
import { inspectionFunnel } from '../../domain/fire-inspection'
import type { DeviceClass, DeviceNow } from '../../domain/fire-readiness'
import type { Band, Hit, Painted } from '../../map/paint'
import { type GlyphSymbol, type SymbolItem, SymbolLayer } from '../../map/symbols'
import { formatCount } from '../../ui/numbers'
import { TOKENS, type Tokens, URGENCY_CASING, URGENCY_HUE } from '../../ui/tokens'
import type { Depiction, Scene } from '../topic'
import { CLASS_GLYPH, CLASS_URGENCY, deviceId, type FireData, groupId } from './data'

/** Zoom at which groups of one size give way to the next; from the last on a building's devices find room. */
const COUNTIES_FROM_ZOOM = 9.5
const PLACES_FROM_ZOOM = 11.5
const DEVICES_FROM_ZOOM = 15

/** Beside its place: the middle of a county's devices is its town, where the density of incidents is read. */
const PILL_OFFSET_PX = [0, 30] as const
/** Half the height of a pill and a good part of its width; a device's symbol and a finger. */
const PILL_HIT_PX = 24
const DEVICE_HIT_PX = 14

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
  const isOld = data.quality === 'stale'
  const placed = data.devices.filter(({ device }) => device.position)
  // A fire stands alone and on top however far out, and so does what has been chosen.
  const isApart = (one: DeviceNow) => one.class === 'alarm' || deviceId(one) === scene.selectedId
  const by = groupingAt(scene.zoom)
  const groups = by ? groupDevices(placed, by) : []
  const pills = groups.filter(({ members }) => members.length > 1)
  const alone = by ? groups.flatMap(({ members }) => (members.length > 1 ? [] : members)) : placed
  const main = [
    ...pills.map((group) =>
      isQuietPlace(group, scene)
        ? dot(group, isOld, scene)
        : pill(group, data.reports, isOld, scene),
    ),
    ...singles(
      alone.filter((one) => !isApart(one)),
      isOld,
      scene,
    ),
  ]
  const apart = singles(placed.filter(isApart), isOld, scene)
  const layer = (id: string, band: Band, items: readonly SymbolItem[], drawn: number): Painted => ({
    id,
    topic: 'fire',
    band,
    drawn,
    layer: new SymbolLayer({ id, data: items }),
  })
  return {
    painted: [
      // Pills count those that stand apart as well, as the table lists them.
      layer('fire-devices', 'point', main, placed.length),
      ...(apart.length > 0 ? [layer('fire-alarms', 'alert', apart, apart.length)] : []),
    ],
    hits: [...main, ...apart].map(hit),
  }
}

function hit({ id, position, spec, offsetPx }: SymbolItem): Hit {
  const radiusPx = 'pill' in spec ? PILL_HIT_PX : DEVICE_HIT_PX
  return { topic: 'fire', id, position, radiusPx, ...(offsetPx && { offsetPx }) }
}

function groupingAt(zoom: number): GroupBy | null {
  if (zoom < COUNTIES_FROM_ZOOM) return 'prefecture'
  if (zoom < PLACES_FROM_ZOOM) return 'county'
  return zoom < DEVICES_FROM_ZOOM ? 'place' : null
}

/**
 * How many there are, how many of them are ready, and the worst that is among them, by its shape. Only a fire has its
 * hue: some device is at fault in every prefecture, always, and a map of orange pills would hide the one that burns.
 */
function pill(
  { by, key, position, readiness, worst }: DeviceGroup,
  reports: FireData['reports'],
  isOld: boolean,
  scene: Scene,
): SymbolItem {
  const tokens = TOKENS[scene.flavour]
  const id = groupId(by, key)
  // Disabled and unknown devices leave the check: the bar shows what they take from it.
  const lead = worst === 'disabled' || worst === 'unknown' ? 'normal' : worst
  const isBurning = worst === 'alarm' && !isOld
  const open = by === 'place' ? null : openHazards(reports, key)
  return {
    id,
    position,
    ...(open && {
      label: {
        text: scene.lang === 'zh' ? `隐患 ${open}` : `hazards ${open}`,
        colour: tokens.ink2,
        halo: tokens.labelHalo,
        // The first to give way: what is open for weeks is no news of tonight.
        priority: 1,
      },
    }),
    offsetPx: PILL_OFFSET_PX,
    spec: {
      pill: {
        shape: CLASS_GLYPH[lead],
        ...(isBurning && { shapeFill: URGENCY_HUE.p1, shapeCasing: URGENCY_CASING }),
        text: formatCount(readiness.all),
        known: readiness.ready / readiness.all,
        unknown: readiness.unknown / readiness.all,
        ink: isOld ? tokens.ink3 : tokens.ink1,
        ground: tokens.panel,
        border: tokens.control,
        track: tokens.ringTrack,
        ...(isOld && { stale: true }),
      },
      ...(id === scene.selectedId && { halo: tokens.ink1 }),
    },
  }
}

/** Hazards found and not yet put right in an area, “≥ 312” where a report lacks something; null where none are told. */
function openHazards(reports: FireData['reports'], area: string): string | null {
  const own = reports?.filter(({ areaCode }) => areaCode.startsWith(area)) ?? []
  const { open, isAtLeast } = inspectionFunnel(own).backlog
  return open === null ? null : `${isAtLeast ? '≥ ' : ''}${formatCount(open)}`
}

/** A town has dozens of places, and nothing is to be read of one where every device is ready. */
function isQuietPlace({ by, key, readiness }: DeviceGroup, { selectedId }: Scene): boolean {
  return by === 'place' && readiness.ready === readiness.all && groupId(by, key) !== selectedId
}

function dot({ by, key, position }: DeviceGroup, isOld: boolean, scene: Scene): SymbolItem {
  return {
    id: groupId(by, key),
    position,
    spec: symbolOf('normal', isOld, TOKENS[scene.flavour]),
  }
}

function singles(all: readonly DeviceNow[], isOld: boolean, scene: Scene): SymbolItem[] {
  return all
    .toSorted((a, b) => BY_CLASS.indexOf(a.class) - BY_CLASS.indexOf(b.class))
    .flatMap((one) => single(one, isOld, scene) ?? [])
}

function single(one: DeviceNow, isOld: boolean, scene: Scene): SymbolItem | null {
  const { device } = one
  if (!device.position) return null
  const tokens = TOKENS[scene.flavour]
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
    ...(isOld && { stale: true }),
    sizePx: deviceClass === 'normal' ? 12 : deviceClass === 'alarm' ? 24 : 18,
  }
}
