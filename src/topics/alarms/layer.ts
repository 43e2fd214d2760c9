import { isUnacknowledged } from '../../domain/alarm'
import { AreaLayer, rgb } from '../../map/areas'
import type { Band, Hit, Painted } from '../../map/paint'
import { type Leader, spread } from '../../map/spread'
import { type SymbolItem, SymbolLayer } from '../../map/symbols'
import { URGENCY_SHAPE } from '../../ui/glyph'
import { formatCount } from '../../ui/numbers'
import { TOKENS, URGENCY_CASING, URGENCY_HUE } from '../../ui/tokens'
import type { Depiction, Scene } from '../topic'
import { URGENCY_OF } from '../topic'
import { type AlarmData, alarmId } from './data'
import { type AtOnePlace, firstPriorityAt } from './grouping'
import type { ShownAlarm } from './standing'
import { placePhrase } from './words-of'

export const LAYERS = { standing: 'alarms-standing', low: 'alarms-low' } as const

/** From here on there is room for all of them; farther out the thing itself bears its mark. */
export const LOW_ZOOM = 8.5
const RADIUS_PX = 16
/** Letters that stand beside a symbol: a Latin one is half as wide. */
const LONGEST_NAME = { zh: 24, en: 40 } as const
/** Above what it is about, which stays visible. A P1 covers it: there is nothing more urgent to see. */
const ABOVE_PX = [0, -26] as const

/** What need not be seen from across the hall: what is least urgent, and P3 that somebody has answered. */
export const isLow = (one: ShownAlarm) =>
  one.priority === 4 || (one.priority === 3 && !isUnacknowledged(one))

export function depict(data: AlarmData, scene: Scene): Depiction {
  const painted: Painted[] = []
  const hits: Hit[] = []
  const paint = (id: string, band: Band, alarms: readonly ShownAlarm[]) => {
    // What comes first in the queue lies on top.
    const groups = firstPriorityAt(alarms, scene)
    const first = groups.flatMap((group) => groupSymbol(group, data, scene) ?? [])
    const signs = [
      ...first,
      ...alarms.flatMap((one) => (one.priority > 1 && symbol(one, data, scene)) || []),
    ]
    if (signs.length === 0) return
    const { items: apart, leaders } = spread(signs, scene.zoom, first.length)
    const items = apart.toReversed()
    if (leaders.length > 0) painted.push(tied(`${id}-leaders`, leaders, scene))
    painted.push({
      id,
      topic: 'alarms',
      band,
      // A symbol may stand for many; the table lists each of them.
      drawn: alarms.filter(({ position }) => position !== null).length,
      layer: new SymbolLayer({ id, data: items }),
    })
    for (const { id: of, position, offsetPx } of items)
      hits.push({
        topic: 'alarms',
        id: of,
        position,
        radiusPx: RADIUS_PX,
        ...(offsetPx && { offsetPx }),
      })
  }
  const { queue } = data.standing
  if (scene.zoom >= LOW_ZOOM) paint(LAYERS.low, 'point', queue.filter(isLow))
  paint(
    LAYERS.standing,
    'alert',
    queue.filter((one) => !isLow(one)),
  )
  return { painted, hits }
}

/** Lines from their places to signs that stand apart: over roads and areas, under every number. */
function tied(id: string, leaders: readonly Leader[], { flavour }: Scene): Painted {
  const line = rgb(TOKENS[flavour].ink1)
  const data = leaders.map((ring) => ({ ring, fill: null, line, lineWidthPx: 1.2 }))
  return { id, topic: 'alarms', band: 'route', drawn: 0, layer: new AreaLayer({ id, data }) }
}

const isLead = (one: ShownAlarm, { leadId }: Scene) => alarmId(one) === leadId

/** P1 that would be one red mass stand as one octagon with their number; where some are answered, unanswered of all. */
function groupSymbol(
  { lead, members }: AtOnePlace,
  data: AlarmData,
  scene: Scene,
): SymbolItem | null {
  if (members.length === 1 || !lead.position) return symbol(lead, data, scene)
  const tokens = TOKENS[scene.flavour]
  const all = formatCount(members.length)
  const asking = members.filter(isUnacknowledged).length
  const isTold = isLead(lead, scene)
  const halo = isTold ? tokens.ink1 : asking > 0 && URGENCY_HUE.p1
  return {
    id: alarmId(lead),
    position: lead.position,
    spec: {
      pill: {
        shape: URGENCY_SHAPE.p1,
        shapeFill: URGENCY_HUE.p1,
        shapeCasing: URGENCY_CASING,
        text: asking > 0 && asking < members.length ? `${formatCount(asking)}/${all}` : all,
        known: null,
        unknown: 0,
        ink: tokens.ink1,
        ground: tokens.panel,
        border: tokens.control,
        track: tokens.ringTrack,
      },
      ...(halo && { halo }),
    },
    claims: members.flatMap(({ position }) => (position ? [position] : [])),
    label: {
      text: placePhrase(lead)[scene.lang].slice(0, LONGEST_NAME[scene.lang]),
      colour: tokens.ink1,
      halo: tokens.labelHalo,
      priority: isTold ? 100 : asking > 0 ? 95 : 90,
      sides: ['below', 'right', 'left', 'above'],
    },
  }
}

function symbol(one: ShownAlarm, { quality }: AlarmData, scene: Scene): SymbolItem | null {
  if (!one.position) return null
  const tokens = TOKENS[scene.flavour]
  const urgency = URGENCY_OF[one.priority]
  const id = alarmId(one)
  const isLeading = isLead(one, scene)
  const isSelected = id === scene.selectedId || isLeading
  const asks = isUnacknowledged(one)
  // An alarm of the first priority stands until somebody has said otherwise, however old the word of it; the banner
  // tells how old.
  const isGrey = quality === 'stale' && !(asks && one.priority === 1)
  const fill = isGrey ? tokens.ink3 : URGENCY_HUE[urgency]
  return {
    id,
    position: one.position,
    ...(one.priority > 1 ? { offsetPx: ABOVE_PX } : { claims: [one.position] }),
    spec: {
      shape: URGENCY_SHAPE[urgency],
      fill,
      casing: URGENCY_CASING,
      ...(isGrey && { stale: true }),
      digit: String(one.priority),
      sizePx: isLeading ? 40 : one.priority === 1 ? 28 : 20,
      ...((isSelected || (asks && one.priority <= 2)) && { halo: isSelected ? tokens.ink1 : fill }),
    },
    ...((isSelected || one.priority === 1) && {
      label: {
        text: placePhrase(one)[scene.lang].slice(0, LONGEST_NAME[scene.lang]),
        colour: tokens.ink1,
        halo: tokens.labelHalo,
        priority: isSelected ? 100 : asks ? 95 : 90,
        sides: ['below', 'right', 'left', 'above'] as const,
      },
    }),
  }
}
