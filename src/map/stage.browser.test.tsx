import { act, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { frames, losses, uploads } from './counters'
import { Stage, type StageProps } from './stage'
import { SymbolLayer } from './symbols'

const data = ['p1', 'p2', 'p3'].map((id, i) => ({
  id,
  position: [106 + i * 0.6, 26.6] as const,
  spec: {
    shape: 'octagon' as const,
    fill: '#FF4D4F' as const,
    casing: '#14181D' as const,
    sizePx: 40,
  },
  label: { text: '镇远古城', colour: '#ECEFF2' as const, halo: '#1B1F24' as const, priority: 1 },
}))
const symbols = {
  id: 'symbols',
  topic: 'test',
  band: 'point' as const,
  drawn: data.length,
  layer: new SymbolLayer({ id: 'symbols', data }),
}
const BASE: StageProps = {
  painted: [symbols],
  hits: data.map(({ id, position }) => ({ topic: 'test', id, position, radiusPx: 20 })),
  extent: [103.6, 24.6, 109.6, 29.25],
  camera: null,
  flavour: 'night',
  lang: 'zh',
  label: '贵州省地图',
}

let root: Root | null = null
let host: HTMLElement | null = null

async function show(props: Partial<StageProps> = {}): Promise<HTMLElement> {
  if (!host) {
    host = document.createElement('div')
    host.style.cssText = 'position:absolute;left:0;top:0;width:800px;height:600px'
    document.body.append(host)
    root = createRoot(host)
  }
  root?.render(
    <StrictMode>
      <Stage {...BASE} {...props} />
    </StrictMode>,
  )
  await vi.waitFor(() => expect(host?.querySelectorAll('canvas').length).toBe(2), 20_000)
  return host
}

afterEach(() => {
  root?.unmount()
  host?.remove()
  root = host = null
})

const canvases = () => [...(host?.querySelectorAll('canvas') ?? [])]
const mapCanvas = () => canvases().find((c) => c.classList.contains('maplibregl-canvas'))!
const deckCanvas = () => canvases().find((c) => !c.classList.contains('maplibregl-canvas'))!

/** Buffers that outlive the frame, so that a test can look at them. */
const getContext = HTMLCanvasElement.prototype.getContext
HTMLCanvasElement.prototype.getContext = function (
  this: HTMLCanvasElement,
  kind: string,
  options?: object,
) {
  const kept = kind === 'webgl2' ? { ...options, preserveDrawingBuffer: true } : options
  return getContext.call(this, kind, kept)
} as typeof getContext

async function picture(pick: () => HTMLCanvasElement): Promise<Uint8ClampedArray> {
  const canvas = pick()
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')
  copy?.drawImage(canvas, 0, 0)
  return copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
}

function count(
  data: Uint8ClampedArray,
  test: (r: number, g: number, b: number, a: number) => boolean,
) {
  let n = 0
  for (let i = 0; i < data.length; i += 4)
    if (test(data[i]!, data[i + 1]!, data[i + 2]!, data[i + 3]!)) n++
  return n
}

const isRed = (r: number, g: number, b: number) => r > 220 && g < 110 && b < 110
const shades = (data: Uint8ClampedArray) => {
  const seen = new Set<number>()
  for (let i = 0; i < data.length; i += 4)
    seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!)
  return seen.size
}
const still = async () => {
  await vi.waitFor(
    async () => {
      const before = frames()
      await new Promise((done) => setTimeout(done, 500))
      expect(frames()).toBe(before)
    },
    { timeout: 20_000 },
  )
}

/** A picture of the basemap with its files in it. */
async function basemap(): Promise<Uint8ClampedArray> {
  return vi.waitFor(
    async () => {
      const seen = await picture(mapCanvas)
      expect(shades(seen)).toBeGreaterThan(50)
      return seen
    },
    { timeout: 20_000 },
  )
}

test('paints ground and symbols in both flavours, on one map and one deck', async () => {
  await show()
  await still()
  const night = await basemap()
  const red = count(await picture(deckCanvas), isRed)
  expect(red).toBeGreaterThan(1000)
  const [map, deck] = [mapCanvas(), deckCanvas()]
  await show({ flavour: 'day' })
  await still()
  const day = await basemap()
  expect(count(night, (r) => r > 170)).toBeLessThan(night.length / 4 / 10)
  expect(count(day, (r) => r > 170)).toBeGreaterThan(day.length / 4 / 2)
  expect([mapCanvas(), deckCanvas()]).toEqual([map, deck])
})

test('tells once that data are on screen, also one who asks late', async () => {
  await show()
  await still()
  const onReady = vi.fn()
  await show({ onReady })
  await vi.waitFor(() => expect(onReady).toHaveBeenCalledTimes(1), 5000)
  await show({ onReady, flavour: 'day' })
  await still()
  expect(onReady).toHaveBeenCalledTimes(1)
})

test('draws nothing and uploads nothing while nothing changes', async () => {
  await show()
  await still()
  const before = [frames(), uploads()]
  expect(before[1]).toBeGreaterThan(0)
  await new Promise((done) => setTimeout(done, 2000))
  expect([frames(), uploads()]).toEqual(before)
})

test('comes back whole after both contexts are lost, and says so', async () => {
  const states: string[] = []
  const onLoss: StageProps['onLoss'] = (state) => states.push(state)
  await show({ onLoss })
  await still()
  const before = losses()
  const old = deckCanvas()
  for (const canvas of canvases())
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  // How soon is promised where nothing else runs beside it (`tests/e2e/context-loss`).
  await vi.waitFor(() => expect(states).toEqual(['lost', 'recovered']), {
    timeout: 20_000,
    interval: 20,
  })
  expect(losses()).toEqual({ lost: before.lost + 2, recovered: before.recovered + 1 })
  expect(deckCanvas()).not.toBe(old)
  await still()
  expect(count(await picture(deckCanvas), isRed)).toBeGreaterThan(1000)
  await basemap()
})

test('finds, picks and leaves what is under the pointer; a region without a basemap is plain ground', async () => {
  const picked: (string | null)[] = []
  const camera = { lng: 106.6, lat: 26.6, zoom: 8 }
  await show({ camera, onPick: (hit) => picked.push(hit?.id ?? null) })
  await still()
  const click = (x: number, y: number) => {
    for (const type of ['mousedown', 'mouseup', 'click'])
      mapCanvas().dispatchEvent(
        new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, button: 0 }),
      )
  }
  await act(async () => click(host!.clientWidth / 2, host!.clientHeight / 2))
  click(60, 60)
  expect(picked).toEqual(['p2', null])
  await show({ camera: null, extent: [-92.5, 38.8, -92.1, 39.1], painted: [] })
  await still()
  const plain = await picture(mapCanvas)
  const [r, g, b] = plain
  expect([r, g, b]).toEqual([0x16, 0x19, 0x1d])
  expect(count(plain, (...rgba) => `${rgba}` === `${[r, g, b, 255]}`)).toBe(plain.length / 4)
})
