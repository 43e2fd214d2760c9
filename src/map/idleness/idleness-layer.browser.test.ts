import { Deck, MapView } from '@deck.gl/core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { uploads, watchUploads } from '../counters'
import { IdlenessLayer, type IdlenessLayerProps } from './idleness-layer'
import type { LastVisits } from './last-visits'
import type { IdlenessRamp } from './ramp'

const SIDE = 480
const [WEST, SOUTH, EAST, NORTH] = [106, 26, 107.2, 27]
const SINCE = Date.UTC(2026, 10, 23)
const RAMP: IdlenessRamp = ['#202020', '#505050', '#909090', '#F0F0F0']
const HATCH = '#707880'
const NEVER_S = -(2 ** 40)

/** Stripes from west to east, visited this many seconds after the start; the last one never. */
const STRIPES = [3600, 1900, 1700, 100, NEVER_S]
const COLUMNS = 50
const visits: LastVisits = {
  extent: [WEST, SOUTH, EAST, NORTH],
  width: COLUMNS,
  height: 40,
  since: SINCE,
  lastS: Float32Array.from(
    { length: COLUMNS * 40 },
    (_, i) => STRIPES[Math.floor((i % COLUMNS) / 10)] ?? 0,
  ),
}
const at = (s: number) => SINCE + s * 1000
const layer = (over: Partial<IdlenessLayerProps> = {}) =>
  new IdlenessLayer({
    id: 'idleness',
    visits,
    mask: null,
    now: at(3600),
    everyS: 3600,
    ramp: RAMP,
    hatch: HATCH,
    ...over,
  })

/** What goes to the GPU, by kind: uniform buffers are told by how they are bound. */
const sent = { textures: 0, vertices: 0, uniforms: 0 }
function watchKinds(): void {
  const prototype = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >
  const uniformBuffers = new WeakSet<object>()
  const bound = new Map<unknown, object | null>()
  const wrap = (name: string, before: (...args: unknown[]) => void) => {
    const original = prototype[name] as (...args: unknown[]) => unknown
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      before(...args)
      return original.apply(this, args)
    }
  }
  wrap('bindBuffer', (target, buffer) => {
    bound.set(target, buffer as object | null)
    if (target === WebGL2RenderingContext.UNIFORM_BUFFER && buffer) uniformBuffers.add(buffer)
  })
  wrap('bindBufferBase', (_target, _index, buffer) => uniformBuffers.add(buffer as object))
  wrap('bindBufferRange', (_target, _index, buffer) => uniformBuffers.add(buffer as object))
  for (const name of ['bufferData', 'bufferSubData'])
    wrap(name, (target) => {
      sent[uniformBuffers.has(bound.get(target) as object) ? 'uniforms' : 'vertices']++
    })
  for (const name of ['texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D'])
    wrap(name, () => {
      sent.textures++
    })
}

let deck: Deck<MapView> | null = null
beforeAll(() => {
  watchUploads()
  watchKinds()
})
afterEach(() => {
  deck?.finalize()
  deck = null
  document.body.replaceChildren()
})

async function show(one: IdlenessLayer): Promise<void> {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  await new Promise<void>((resolve) => {
    deck = new Deck({
      canvas,
      width: SIDE,
      height: SIDE,
      useDevicePixels: false,
      views: new MapView(),
      viewState: { longitude: 106.6, latitude: 26.5, zoom: 8.2 },
      layers: [one],
      deviceProps: { webgl: { preserveDrawingBuffer: true } } as never,
      onAfterRender: () => resolve(),
    }) as Deck<MapView>
  })
  await settled()
}

/** Shaders compile and layers update beside the frame that asks for them: what counts is the third from now. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await new Promise(requestAnimationFrame)
    deck?.redraw('test')
  }
}

async function redraw(props: object): Promise<void> {
  deck?.setProps(props)
  await settled()
}

/** A square of pixels round a place: "#RRGGBB", or null where nothing is painted. */
function coloursAt([lng, lat]: readonly [number, number], side = 1): (string | null)[] {
  const [x = 0, y = 0] = deck?.getViewports()[0]?.project([lng, lat]) ?? []
  const canvas = deck?.getCanvas() as HTMLCanvasElement
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext
  const pixels = new Uint8Array(4 * side * side)
  gl.bindFramebuffer(gl.FRAMEBUFFER, null)
  gl.readPixels(Math.round(x), SIDE - Math.round(y), side, side, gl.RGBA, gl.UNSIGNED_BYTE, pixels)
  return Array.from({ length: side * side }, (_, i) => {
    const [r = 0, g = 0, b = 0, a = 0] = pixels.subarray(4 * i, 4 * i + 4)
    if (a === 0) return null
    return `#${[r, g, b].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
  })
}

const stripe = (i: number): [number, number] => [WEST + ((i + 0.5) / 5) * (EAST - WEST), 26.5]
const painted = () => [0, 1, 2, 3].map((i) => coloursAt(stripe(i))[0])

test('as the clock goes on cells change their class, and nothing but uniforms is sent', async () => {
  await show(layer())
  // Ages 0, 1,700, 1,900 and 3,500 of 3,600 s: two are fresh, two due.
  expect(painted()).toEqual([RAMP[0], RAMP[0], RAMP[1], RAMP[1]])
  expect(sent.textures).toBeGreaterThan(0)
  expect(sent.vertices).toBeGreaterThan(0)
  const before = { ...sent }
  const bytes = uploads()
  await redraw({ layers: [layer({ now: at(5401) })] })
  expect(painted()).toEqual([RAMP[1], RAMP[1], RAMP[2], RAMP[2]])
  await redraw({ layers: [layer({ now: at(7299) })] })
  expect(painted()).toEqual([RAMP[2], RAMP[2], RAMP[2], RAMP[2]])
  expect(sent.textures - before.textures).toBe(0)
  expect(sent.vertices - before.vertices).toBe(0)
  expect(sent.uniforms).toBeGreaterThan(before.uniforms)
  expect((uploads() - bytes) / 9).toBeLessThan(2_000)
})

test('the limits of a class belong to the class below', async () => {
  await show(layer({ now: at(3600 + 1800) }))
  expect(coloursAt(stripe(0))).toEqual([RAMP[0]])
  await redraw({ layers: [layer({ now: at(3600 + 3600) })] })
  expect(coloursAt(stripe(0))).toEqual([RAMP[1]])
  await redraw({ layers: [layer({ now: at(3600 + 7200) })] })
  expect(coloursAt(stripe(0))).toEqual([RAMP[2]])
  await redraw({ layers: [layer({ now: at(3600 + 7201) })] })
  expect(coloursAt(stripe(0))).toEqual([RAMP[3]])
})

test('what was never visited is hatched: lines, and ground between them', async () => {
  await show(layer())
  const square = coloursAt(stripe(4), 24)
  expect(square).toContain(HATCH)
  const share = square.filter((hex) => hex !== null).length / square.length
  expect(share).toBeGreaterThan(0.1)
  expect(share).toBeLessThan(0.5)
  // A class of its own would be one even colour, and these are no greys of the ramp.
  for (const hex of RAMP) expect(square).not.toContain(hex)
})

test('outside the mask there is nothing; a null of the ramp is nothing; so is no interval', async () => {
  const mask = Uint8Array.from(visits.lastS, (_, i) => (i % COLUMNS < 20 ? 1 : 0))
  await show(layer({ mask }))
  expect(painted()).toEqual([RAMP[0], RAMP[0], null, null])
  expect(new Set(coloursAt(stripe(4), 24))).toEqual(new Set([null]))
  await redraw({ layers: [layer({ ramp: [null, RAMP[1], RAMP[2], RAMP[3]] })] })
  expect(painted()).toEqual([null, null, RAMP[1], RAMP[1]])
  await redraw({ layers: [layer({ everyS: null })] })
  expect(painted()).toEqual([null, null, null, null])
})

test('new visits replace the old ones', async () => {
  await show(layer())
  const before = sent.textures
  const fresh = { ...visits, lastS: new Float32Array(visits.lastS.length).fill(3600) }
  await redraw({ layers: [layer({ visits: fresh })] })
  expect(sent.textures).toBeGreaterThan(before)
  expect(new Set(painted())).toEqual(new Set([RAMP[0]]))
})
