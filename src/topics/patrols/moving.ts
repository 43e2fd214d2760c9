import { AreaLayer, rgb } from '../../map/areas'
import { IdlenessLayer, idlenessRamp } from '../../map/idleness'
import type { Painted } from '../../map/paint'
import { type SymbolItem, SymbolLayer, type SymbolSpec } from '../../map/symbols'
import { TrailsLayer, UnitsLayer } from '../../map/units'
import { TOKENS } from '../../ui/tokens'
import type { Scene } from '../topic'
import { isCurrent, type PatrolData } from './data'
import { reachRings } from './reach'
import type { PatrolBulk } from './use-tracks'

/** A cell is to be seen at least this often. A setting; the watch places have intervals of their own. */
const CELL_EVERY_S = 3 * 3_600
/** How long a way is seen behind its unit. */
const TRAIL_S = 120
/** From here on a way is longer than the symbol at its end. */
const TRAILS_FROM_ZOOM = 9
/** A symbol goes on at its last speed for a missed poll, and holds its place after that. */
const COAST_S = 10

/** Equal looks keep their array, so that the sheet is drawn once. */
const looksByKey = new Map<string, readonly SymbolSpec[]>()

/** The same symbols, gliding; what has a label or stands still in silence is on the layer beneath. */
export function glidingUnits(
  data: PatrolData,
  { tracks, clock, isStill }: PatrolBulk,
  scene: Scene,
  symbols: readonly SymbolItem[],
): readonly Painted[] {
  const byId = new Map(symbols.map((item) => [item.id, item]))
  const keys: string[] = []
  const specs: SymbolSpec[] = []
  const icon = new Uint16Array(tracks.units.length)
  const angle = new Float32Array(tracks.units.length)
  tracks.units.forEach(({ id }, i) => {
    const spec = byId.get(`unit:${id}`)?.spec
    if (!spec) return
    const { angleDeg, ...look } = 'shape' in spec ? spec : { ...spec, angleDeg: 0 }
    const key = JSON.stringify(look)
    let at = keys.indexOf(key)
    if (at < 0) {
      at = keys.push(key) - 1
      specs.push(look as SymbolSpec)
    }
    icon[i] = at
    angle[i] = angleDeg ?? 0
  })
  const looksKey = keys.join()
  const looks = looksByKey.get(looksKey) ?? specs
  looksByKey.set(looksKey, looks)
  const ones = new Float32Array(tracks.units.length).fill(1)
  const tokens = TOKENS[scene.flavour]
  const moves = isCurrent(data.unitsQuality)
  const shared = { now: clock, isStill, coastS: moves ? COAST_S : 0 }
  const units = { ...tracks.columns, icon, angle, size: ones, alpha: ones }
  const labelled = symbols.flatMap((item) => (item.label ? [unseen(item)] : []))
  const layer = (
    id: string,
    drawn: number,
    of: Painted['layer'],
    band: Painted['band'],
  ): Painted => ({
    id,
    topic: 'patrols',
    band,
    drawn,
    layer: of,
  })
  return [
    ...(scene.zoom >= TRAILS_FROM_ZOOM && tracks.trails.count > 0
      ? [
          layer(
            'patrols-trails',
            0,
            new TrailsLayer({
              ...shared,
              id: 'patrols-trails',
              trails: tracks.trails,
              fadeS: TRAIL_S,
              colour: tokens.ink2,
              widthPx: 2,
            }),
            'route',
          ),
        ]
      : []),
    layer(
      'patrols-units',
      symbols.length,
      // Its deck layer has a name of its own: the one that stood here before it was of another kind, and deck.gl would
      // hand that one's state on.
      new UnitsLayer({ ...shared, id: 'patrols-units-gliding', units, looks }),
      'point',
    ),
    layer(
      'patrols-call-signs',
      0,
      new SymbolLayer({ id: 'patrols-call-signs', data: labelled }),
      'point',
    ),
  ]
}

const UNSEEN = '#00000000'

/** A label without its symbol, which glides on a layer of its own. */
function unseen({ spec, ...item }: SymbolItem): SymbolItem {
  if (!('shape' in spec)) return { spec, ...item }
  const { halo: _, ...plain } = spec
  return { ...item, spec: { ...plain, fill: UNSEEN, casing: UNSEEN } }
}

/** Where the selected unit can be in five and in ten minutes; nothing while nobody knows where it is. */
export function reachOf(data: PatrolData, scene: Scene): Painted[] {
  const one = data.units?.find(({ unit }) => `unit:${unit.id}` === scene.selectedId)
  if (!one || one.motion === 'silent') return []
  const rings = reachRings(one.unit)
  const id = 'patrols-reach'
  const tokens = TOKENS[scene.flavour]
  const line = rgb(tokens.ink1)
  // Each ring says what it is, at its northern end.
  const names = rings.map(
    ({ minutes, ring }): SymbolItem => ({
      id: `reach:${minutes}`,
      position: ring.reduce((top, at) => (at[1] > top[1] ? at : top)),
      spec: { shape: 'circle', fill: UNSEEN, casing: null, sizePx: 2 },
      label: {
        text: scene.lang === 'zh' ? `${minutes} 分钟 · 直线 ×1.4` : `${minutes} min · line ×1.4`,
        priority: 95,
        colour: tokens.ink1,
        halo: tokens.labelHalo,
      },
    }),
  )
  return [
    {
      id,
      topic: 'patrols',
      band: 'area',
      drawn: rings.length,
      layer: new AreaLayer({
        id,
        data: rings.map(({ ring }) => ({ ring, fill: null, line, lineWidthPx: 1 })),
      }),
    },
    {
      id: 'patrols-reach-names',
      topic: 'patrols',
      band: 'point',
      drawn: 0,
      layer: new SymbolLayer({ id: 'patrols-reach-names', data: names }),
    },
  ]
}

/** How long ago each cell was seen by a patrol. */
export function idleSurface(now: number, { surface }: PatrolBulk, scene: Scene): Painted {
  if (!surface) throw new Error('the surface is switched off')
  const id = 'patrols-idleness'
  return {
    id,
    topic: 'patrols',
    band: 'field',
    drawn: 0,
    layer: new IdlenessLayer({
      id,
      visits: surface.grid,
      mask: surface.mask,
      now,
      everyS: CELL_EVERY_S,
      ramp: idlenessRamp(scene.flavour),
      hatch: TOKENS[scene.flavour].ink3,
      opacity: 0.5,
    }),
  }
}
