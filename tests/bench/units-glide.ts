import { Deck, type Layer, MapView } from '@deck.gl/core'
import { IconLayer } from '@deck.gl/layers'
import type { Device } from '@luma.gl/core'
import { uploads, watchUploads } from '../../src/map/counters'
import { paintSymbol, symbolSize } from '../../src/map/paint-symbol'
import { SpriteSheet } from '../../src/map/sprite-sheet'
import type { SymbolSpec } from '../../src/map/symbols'
import { positionAt, type UnitColumns, UnitsLayer } from '../../src/map/units'
import { contest, NO_GOAL, type Row, seeded } from './bench'

// Small, since pixels are no part of what is measured, and software GL takes its time over them.
const [WIDTH, HEIGHT] = [480, 360]
const VIEW = { longitude: 106.6, latitude: 27, zoom: 6.9 }
const EPOCH = Date.UTC(2026, 10, 23)
const POLL_S = 15
const GOAL_MS = 1
const WARM_FRAMES = 300
const COLOURS = ['#ECEFF2', '#B4BCC5', '#8B95A0', '#5F6A76'] as const
const LOOKS: readonly SymbolSpec[] = COLOURS.map((fill) => ({
  shape: 'arrow',
  fill,
  casing: '#14181D',
  sizePx: 12,
}))

function unitsOf(count: number): UnitColumns {
  const random = seeded(20_265)
  const column = (of: (i: number) => number) =>
    Float32Array.from({ length: count }, (_, i) => of(i))
  const fromPosition = new Float64Array(2 * count)
  const toPosition = new Float64Array(2 * count)
  for (let i = 0; i < count; i++) {
    fromPosition[2 * i] = 103.8 + 5.6 * random()
    fromPosition[2 * i + 1] = 24.8 + 4.3 * random()
    toPosition[2 * i] = (fromPosition[2 * i] as number) + 0.006 * (random() - 0.5)
    toPosition[2 * i + 1] = (fromPosition[2 * i + 1] as number) + 0.006 * (random() - 0.5)
  }
  return {
    count,
    epoch: EPOCH,
    fromPosition,
    toPosition,
    fromTime: new Float64Array(count),
    toTime: new Float64Array(count).fill(POLL_S),
    icon: Uint8Array.from({ length: count }, () => Math.floor(4 * random())),
    angle: column(() => 360 * random()),
    size: column(() => 1),
    alpha: column(() => 1),
  }
}

/** The peers' things: what an application has in hand, and what it makes of it for each frame. */
interface Thing {
  readonly i: number
  position: [number, number]
}

const thingsOf = ({ count }: UnitColumns) =>
  Array.from({ length: count }, (_, i): Thing => ({ i, position: [0, 0] }))

interface Screen {
  readonly device: Device
  /** What the main thread does for a frame; the GPU is left to itself. */
  readonly show: (layer: Layer) => void
  /** Waits until the GPU has done all that it was given. */
  readonly drain: () => void
  readonly picture: () => Uint8Array
  readonly close: () => void
}

async function openScreen(): Promise<Screen> {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  let deck: Deck<MapView> | null = null
  await new Promise<void>((resolve) => {
    deck = new Deck({
      canvas,
      width: WIDTH,
      height: HEIGHT,
      useDevicePixels: false,
      views: new MapView(),
      viewState: VIEW,
      layers: [],
      onLoad: () => resolve(),
    }) as Deck<MapView>
  })
  const inner = deck as unknown as {
    device: Device
    setProps(props: object): void
    redraw(reason: string): void
    finalize(): void
    layerManager: { updateLayers(): void }
  }
  const gl = canvas.getContext('webgl2') as WebGL2RenderingContext
  const read = (out: Uint8Array, w: number, h: number) => {
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    gl.readPixels(0, 0, w, h, gl.RGBA, gl.UNSIGNED_BYTE, out)
    return out
  }
  return {
    device: inner.device,
    show: (layer) => {
      inner.setProps({ layers: [layer] })
      inner.layerManager.updateLayers()
      inner.redraw('bench')
    },
    drain: () => void read(new Uint8Array(4), 1, 1),
    picture: () => {
      inner.redraw('bench')
      return read(new Uint8Array(4 * WIDTH * HEIGHT), WIDTH, HEIGHT)
    },
    close: () => {
      inner.finalize()
      canvas.remove()
    },
  }
}

/** Main-thread time of one frame in which all things have moved a little. */
export async function unitsGlide(count: number, passes: number, renderer: string): Promise<Row[]> {
  watchUploads()
  // One each: in one, either side would throw the other's layer away and start anew.
  const screen = await openScreen()
  const theirScreen = await openScreen()
  const units = unitsOf(count)
  const sheet = new SpriteSheet(theirScreen.device)
  sheet.hold(
    LOOKS.map((spec, i) => ({
      key: String(i),
      ...symbolSize(spec),
      draw: (ctx) => paintSymbol(ctx, spec),
    })),
  )
  const now = (frame: number) => EPOCH + 40 * (frame % 350)
  const oursOf = (units: UnitColumns) => (frame: number) =>
    screen.show(new UnitsLayer({ id: 'ours', units, looks: LOOKS, now: now(frame) }))
  const icons = (
    id: string,
    data: Thing[],
    frame: number,
    position: (one: Thing) => [number, number],
  ) =>
    theirScreen.show(
      new IconLayer<Thing>({
        id,
        data,
        iconAtlas: sheet.texture as never,
        iconMapping: sheet.sprites,
        alphaCutoff: 0,
        getPosition: position,
        getIcon: ({ i }) => String(units.icon[i]),
        getSize: symbolSize(LOOKS[0] as SymbolSpec).height,
        getAngle: ({ i }) => -(units.angle[i] as number),
        updateTriggers: { getPosition: frame },
        parameters: { depthCompare: 'always', depthWriteEnabled: false },
      }),
    )
  const peers = {
    'IconLayer, data rebuilt': (units: UnitColumns) => {
      const things = thingsOf(units)
      return (frame: number) => {
        const data = things.map(
          ({ i }): Thing => ({ i, position: positionAt(units, i, now(frame)) }),
        )
        icons('rebuilt', data, frame, ({ position }) => position)
      }
    },
    'IconLayer, positions alone by update trigger': (units: UnitColumns) => {
      const things = thingsOf(units)
      return (frame: number) =>
        icons('triggered', things, frame, ({ i }) => positionAt(units, i, now(frame)))
    },
  }
  const rows: Row[] = []
  try {
    const few = unitsOf(100)
    for (const [peer, theirsOf] of Object.entries(peers)) {
      // Frames of a few things make the compilers of a page as warm as an hour does, and cost software GL little.
      for (const side of [oursOf(few), theirsOf(few)]) for (let i = 0; i < WARM_FRAMES; i++) side(i)
      const ours = oursOf(units)
      const theirs = theirsOf(units)
      for (const side of [ours, theirs]) {
        side(0)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      const apart = differing(picture(screen, ours), picture(theirScreen, theirs))
      if (apart > 0.01) throw new Error(`void: ${apart} of the painted pixels differ`)
      const sent = [ours, theirs].map((side) => {
        side(1)
        const before = uploads()
        side(2)
        return uploads() - before
      })
      let frame = 0
      // One frame a pass, and the GPU idle before it: software GL would take the cores from the main thread.
      const outcome = await contest({
        ours: () => ours(frame++),
        theirs: () => theirs(frame++),
        passes,
        before: () => {
          screen.drain()
          theirScreen.drain()
        },
      })
      const poll = pollMs(screen, units)
      rows.push({
        id: 'units-glide',
        peer,
        unit: 'ms a frame',
        ...outcome,
        counters: {
          units: count,
          passes,
          differingPixels: apart,
          uploadedOurs: sent[0] as number,
          uploadedTheirs: sent[1] as number,
          oursAtPollMs: poll,
        },
        goal: peer.includes('rebuilt') ? `≤ ${GOAL_MS} ms` : NO_GOAL,
        met: outcome.ours <= GOAL_MS,
        renderer,
        date: '',
      })
    }
  } finally {
    sheet.destroy()
    screen.close()
    theirScreen.close()
  }
  return rows
}

function picture(screen: Screen, side: (frame: number) => void): Uint8Array {
  side(120)
  return screen.picture()
}

/** Share of painted pixels that an eye could tell apart: 32-bit places fall on either side of a pixel's edge. */
function differing(a: Uint8Array, b: Uint8Array): number {
  let [painted, apart] = [0, 0]
  for (let i = 0; i < a.length; i += 4) {
    if (!a[i + 3] && !b[i + 3]) continue
    painted++
    const off = [0, 1, 2, 3].map((c) => Math.abs((a[i + c] as number) - (b[i + c] as number)))
    if (Math.max(...off) > 48) apart++
  }
  if (painted === 0) throw new Error('void: nothing was painted')
  return apart / painted
}

/** The frame after a poll: all things are packed and sent. */
function pollMs(screen: Screen, units: UnitColumns): number {
  screen.drain()
  const start = performance.now()
  screen.show(new UnitsLayer({ id: 'ours', units: { ...units }, looks: LOOKS, now: EPOCH }))
  return performance.now() - start
}
