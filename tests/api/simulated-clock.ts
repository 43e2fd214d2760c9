interface Due {
  readonly at: number
  readonly id: number
  readonly run: () => void
}

/**
 * Timers for thousands of clients: a heap, where fake timers look through all of them for each. Promises that wait
 * on a timer are carried on before the next one.
 */
export function createClock() {
  let heap: Due[] = []
  let cleared = new Set<number>()
  let nowMs = 0
  let nextId = 1

  const isBefore = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.id < b.id)
  const at = (i: number) => heap[i] as Due

  function push(due: Due) {
    heap.push(due)
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!isBefore(at(i), at(parent))) break
      ;[heap[i], heap[parent]] = [at(parent), at(i)]
      i = parent
    }
  }

  function pop(): Due {
    const first = at(0)
    const last = heap.pop() as Due
    if (heap.length === 0) return first
    heap[0] = last
    for (let i = 0; ; ) {
      const left = 2 * i + 1
      if (left >= heap.length) break
      const child = left + 1 < heap.length && isBefore(at(left + 1), at(left)) ? left + 1 : left
      if (!isBefore(at(child), at(i))) break
      ;[heap[i], heap[child]] = [at(child), at(i)]
      i = child
    }
    return first
  }

  const set = (run: () => void, ms = 0) => {
    const id = nextId++
    push({ at: nowMs + ms, id, run })
    return id
  }

  return {
    now: () => nowMs,
    set,
    clear: (id: number | undefined) => {
      if (id !== undefined) cleared.add(id)
    },
    after: <T>(ms: number, value: T) => new Promise<T>((resolve) => set(() => resolve(value), ms)),
    reset() {
      heap = []
      cleared = new Set()
      nowMs = 0
    },
    async runUntil(endMs: number) {
      while (heap.length > 0 && at(0).at <= endMs) {
        const { at: dueAt, id, run } = pop()
        if (cleared.delete(id)) continue
        nowMs = dueAt
        run()
        for (let turn = 0; turn < 4; turn++) await null
      }
      nowMs = endMs
    },
  }
}
