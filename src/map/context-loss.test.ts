import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchLosses } from './context-loss'

class Canvas extends EventTarget {
  readonly extension = {
    loseContext: () => this.dispatchEvent(new Event('webglcontextlost', { cancelable: true })),
    restoreContext: () => this.dispatchEvent(new Event('webglcontextrestored')),
  }
  getContext() {
    return { getExtension: () => this.extension }
  }
}

let built: (() => void)[]
let told: string[]
let map: Canvas
let data: Canvas
const settled = () => vi.advanceTimersByTimeAsync(1)

beforeEach(() => {
  vi.useFakeTimers()
  built = []
  told = []
  map = new Canvas()
  data = new Canvas()
  const asCanvas = (canvas: Canvas) => canvas as unknown as HTMLCanvasElement
  const watch = watchLosses(
    (canvas) => canvas === asCanvas(map),
    () => new Promise((resolve) => built.push(resolve)),
    (state) => told.push(state),
  )
  watch.watch(asCanvas(map))
  watch.watch(asCanvas(data))
})
afterEach(() => void vi.useRealTimers())

test('a basemap that nobody gives back is asked for after a second, and told of when it is drawn', async () => {
  map.extension.loseContext()
  await vi.advanceTimersByTimeAsync(900)
  expect(built).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(built).toHaveLength(1)
  expect(told).toEqual(['lost'])
  built[0]?.()
  await settled()
  expect(told).toEqual(['lost', 'recovered'])
})

test('what is lost while it is being rebuilt is rebuilt again; it was one loss and one recovery', async () => {
  data.extension.loseContext()
  await settled()
  data.extension.loseContext()
  await settled()
  expect(built).toHaveLength(2)
  built[0]?.()
  await settled()
  expect(told).toEqual(['lost'])
  built[1]?.()
  await settled()
  expect(told).toEqual(['lost', 'recovered'])
})

test('a basemap lost while the overlay is rebuilt is waited for', async () => {
  data.extension.loseContext()
  await settled()
  map.extension.loseContext()
  built[0]?.()
  await settled()
  expect(told).toEqual(['lost'])
  map.extension.restoreContext()
  await settled()
  built[1]?.()
  await settled()
  expect(told).toEqual(['lost', 'recovered'])
})

test('the browser keeps the basemap, and gives up what is replaced: its context would come back to nobody', () => {
  const lose = (canvas: Canvas) => {
    const event = new Event('webglcontextlost', { cancelable: true })
    canvas.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(lose(map)).toBe(true)
  expect(lose(data)).toBe(false)
})
