import { afterEach, expect, test } from 'vitest'
import { ownWorker, setOwnWorker } from './own-worker'

/** Answers every question with 42, and counts who listens. */
class Answering extends EventTarget {
  listening = 0
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>) {
    this.listening++
    super.addEventListener(...args)
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>) {
    this.listening--
    super.removeEventListener(...args)
  }
  postMessage({ id }: { id: string }) {
    const data = { id, type: 'RAW', value: 42 }
    setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })))
  }
  terminate() {}
}

afterEach(() => setOwnWorker(null as never))

test('a hundred questions leave nothing behind on the worker', async () => {
  const worker = new Answering()
  setOwnWorker(() => worker as unknown as Worker)
  const ask = ownWorker<{ think(): Promise<number> }>()
  const { signal } = new AbortController()
  const once = () =>
    ask(
      (api) => api.think() as Promise<number>,
      async () => 0,
      signal,
    )
  expect(await once()).toBe(42)
  const before = worker.listening
  for (let i = 0; i < 100; i++) await once()
  expect(worker.listening).toBe(before)
})
