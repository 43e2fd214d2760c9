import type { LngLat } from '../../domain/geo'
import type { Near } from '../../domain/wall-near'
import { AreaLayer, rgb } from '../../map/areas'
import { cameraFor } from '../../map/camera'
import { placeAt, worldPx } from '../../map/mercator'
import type { Painted } from '../../map/paint'
import { SymbolLayer } from '../../map/symbols'
import type { Urgent } from '../../topics/topic'
import { type Flavour, TOKENS } from '../../ui/tokens'
import type { Camera } from '../../view/view'

const TOPIC = 'wall'
/** Straight lines about the place, km; drawn where one alone is shown. */
const RINGS_KM = [10, 20, 40] as const
const KM_PER_DEGREE = 111.2
/** Around one place, so that who could come is seen; around each of several, so that they can be told apart. */
const ALONE_KM = 42
const TOGETHER_KM = 12
const MOST_ZOOM = 11
const CORNERS = 72

/** A circle so many km around a place, closed. */
function ring([lng, lat]: LngLat, km: number): LngLat[] {
  const [dx, dy] = [km / (KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)), km / KM_PER_DEGREE]
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const turn = (2 * Math.PI * (i % CORNERS)) / CORNERS
    return [lng + dx * Math.cos(turn), lat + dy * Math.sin(turn)]
  })
}

/** What of the map nothing lies over, px: it is covered so far from the left, and from above. */
interface Frame {
  readonly width: number
  readonly height: number
  readonly covered: number
  readonly roof: number
}

/** Shows every place that holds the wall, clear of the card and of what is told of the wall; null where none is known. */
export function takeOverCamera(
  urgent: readonly Urgent[],
  { roof, ...frame }: Frame,
): Camera | null {
  const places = urgent.flatMap(({ position }) => (position ? [position] : []))
  if (places.length === 0) return null
  const km = places.length === 1 ? ALONE_KM : TOGETHER_KM
  const around = places.flatMap((place) => ring(place, km))
  const lngs = around.map(([lng]) => lng)
  const lats = around.map(([, lat]) => lat)
  const { zoom, ...centre } = cameraFor(
    [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)],
    { ...frame, height: frame.height - roof },
    MOST_ZOOM,
  )
  const [x, y] = worldPx(centre.lng, centre.lat, zoom)
  const [lng, lat] = placeAt(x, y - roof / 2, zoom)
  return { lng, lat, zoom }
}

/** Distances about the place, and the units that could be there first, by name. */
export function takeOverPaint(
  urgent: readonly Urgent[],
  near: Near | null,
  flavour: Flavour,
): readonly Painted[] {
  const tokens = TOKENS[flavour]
  const place = urgent[0]?.position
  const painted: Painted[] = []
  if (place && urgent.length === 1) {
    const id = 'wall-rings'
    const line = rgb(tokens.ink3)
    painted.push({
      id,
      topic: TOPIC,
      band: 'area',
      drawn: RINGS_KM.length,
      layer: new AreaLayer({
        id,
        data: RINGS_KM.map((km) => ({ ring: ring(place, km), fill: null, line, lineWidthPx: 1 })),
      }),
    })
    const labels = RINGS_KM.map((km) => ({
      id: `ring-${km}`,
      position: [place[0], place[1] - km / KM_PER_DEGREE] as const,
      spec: { shape: 'circle' as const, fill: tokens.ink3, casing: null, sizePx: 2 },
      label: {
        text: `${km} km`,
        colour: tokens.ink2,
        halo: tokens.labelHalo,
        priority: 60,
        sides: ['below', 'above'] as const,
      },
    }))
    painted.push({
      id: 'wall-ring-labels',
      topic: TOPIC,
      band: 'route',
      drawn: labels.length,
      layer: new SymbolLayer({ id: 'wall-ring-labels', data: labels }),
    })
  }
  if (near && near.units.length > 0) {
    const id = 'wall-near'
    painted.push({
      id,
      topic: TOPIC,
      band: 'point',
      drawn: near.units.length,
      layer: new SymbolLayer({
        id,
        data: near.units.map(({ unit }) => ({
          id: unit.id,
          position: unit.position,
          spec: {
            shape: 'arrow' as const,
            fill: tokens.ink1,
            casing: tokens.labelHalo,
            sizePx: 18,
            angleDeg: unit.headingDeg ?? 0,
          },
          label: {
            text: unit.callSign,
            colour: tokens.ink1,
            halo: tokens.labelHalo,
            // Who is listed is seen: none of them gives way to the sign that they are sent to.
            priority: 100,
          },
        })),
      }),
    })
  }
  return painted
}
