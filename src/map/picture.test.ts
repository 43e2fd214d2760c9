import { describe, expect, test } from 'vitest'
import type { Painted } from './paint'
import { Picture } from './picture'
import { type SymbolItem, SymbolLayer } from './symbols'

const item = (id: string, lng: number): SymbolItem => ({
  id,
  position: [lng, 26],
  spec: { shape: 'circle', fill: '#ECEFF2', casing: '#1B1F24' },
  label: { text: '镇远古城', colour: '#ECEFF2', halo: '#1B1F24', priority: 1 },
})
const layer = (id: string, ...data: SymbolItem[]): Painted => ({
  id,
  topic: id,
  band: 'point',
  drawn: data.length,
  layer: new SymbolLayer({ id, data }),
})
const sight = {
  camera: { lng: 107, lat: 26, zoom: 7 },
  width: 800,
  height: 600,
  clear: undefined,
}
const slotsOf = (picture: Picture) =>
  picture.layers().map((one) => (one as SymbolLayer).props.slots?.size ?? null)

describe('a picture', () => {
  test('is another one when something says something else, and only then', () => {
    const picture = new Picture()
    expect(picture.take([layer('a', item('x', 107))], sight)).toBe(true)
    // Derived anew, as every five seconds.
    expect(picture.take([layer('a', item('x', 107))], sight)).toBe(false)
    expect(picture.take([layer('a', item('x', 107.1))], sight)).toBe(true)
    expect(picture.take([layer('a', item('x', 107.1)), layer('b')], sight)).toBe(true)
    expect(picture.take([layer('b'), layer('a', item('x', 107.1))], sight)).toBe(true)
  })

  test('stays where the camera moved and no label stands elsewhere, and changes where one does', () => {
    const picture = new Picture()
    // Seen from afar they lie on one another: one of the labels stands on another side.
    const painted = () => [layer('a', ...[0, 0.5].map((by, i) => item(`x${i}`, 107 + by)))]
    picture.take(painted(), sight)
    const moved = { ...sight, camera: { ...sight.camera, lng: 108 } }
    expect(picture.take(painted(), moved)).toBe(false)
    const far = { ...sight, camera: { ...sight.camera, zoom: 3 } }
    expect(picture.take(painted(), far)).toBe(true)
  })

  test('places labels over all layers, for each layer in its turn', () => {
    const picture = new Picture()
    picture.take([layer('a', item('x', 107)), layer('b'), layer('c', item('y', 108))], sight)
    expect(slotsOf(picture)).toEqual([1, 0, 1])
  })
})
