import { expect, it } from 'vitest'
import type { Near } from '../../domain/wall-near'
import { placeClaims } from '../../map/claims'
import { worldPx } from '../../map/mercator'
import { SymbolLayer } from '../../map/symbols'
import type { Urgent } from '../../topics/topic'
import { takeOverCamera, takeOverPaint } from './take-over-map'

const PLACES = [
  [109.2, 28.2],
  [104.7, 24.9],
  [106.6, 26.6],
] as const
const FRAME = { width: 836, height: 526, covered: 209 }

it.each([
  ['one', PLACES.slice(0, 1)],
  ['several', PLACES],
])('shows %s clear of the card and of what is told over the map', (_, places) => {
  const held = places.map((position) => ({ position }) as unknown as Urgent)
  for (const roof of [0, 78, 174]) {
    const camera = takeOverCamera(held, { ...FRAME, roof })
    if (!camera) throw new Error('no camera')
    const [x, y] = worldPx(camera.lng, camera.lat, camera.zoom)
    for (const [lng, lat] of places) {
      const [px, py] = worldPx(lng, lat, camera.zoom)
      const [left, top] = [px - x + FRAME.width / 2, py - y + FRAME.height / 2]
      expect(left).toBeGreaterThan(FRAME.covered + 32)
      expect(left).toBeLessThan(FRAME.width - 32)
      expect(top).toBeGreaterThan(roof + 32)
      expect(top).toBeLessThan(FRAME.height - 32)
    }
  }
})

it('leaves the camera to the scene where no place is known', () => {
  expect(takeOverCamera([], { ...FRAME, roof: 0 })).toBeNull()
})

it('a unit that is listed gives way to nothing, however near it stands', () => {
  const place = [106.6, 26.6] as const
  const unit = { id: 'u', callSign: '关-01', position: [106.62, 26.58], headingDeg: 0 }
  const near = { units: [{ unit }] } as unknown as Near
  const painted = takeOverPaint([], near, 'night').at(-1)?.layer
  if (!(painted instanceof SymbolLayer)) throw new Error('no units')
  const sign = {
    id: 'a',
    position: place,
    claims: [place],
    spec: { shape: 'octagon', fill: '#f00', casing: '#000', sizePx: 40, halo: '#f00' },
  } as const
  const groups = [
    { topic: 'wall', items: painted.props.data },
    { topic: 'alarms', items: [sign] },
  ]
  const sight = { camera: { lng: place[0], lat: place[1], zoom: 9 }, width: 800, height: 600 }
  expect(placeClaims(groups, 9, sight).gone.size).toBe(0)
})
