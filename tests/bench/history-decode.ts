import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { incidentStore, setIncidentWorker } from '../../src/api/incident-store'
import type { DensityCube } from '../../src/domain/density-cube'
import { KERNEL } from '../../src/domain/density-kernel'
import { INCIDENT_CATEGORIES, SEVERITIES } from '../../src/domain/incident'
import { REPORTED } from '../../src/domain/incident-filter'
import { contest, median, type Row } from './bench'
import { PROVINCE, pointsOf } from './density-screen'

const ARROW = 'application/vnd.apache.arrow.stream'
const WHOLE = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** Bytes of a history until there is something to draw: what the page's own thread has to do for it. */
export async function historyDecode(
  count: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  const points = pointsOf(count)
  const [bytes, text] = [arrowOf(points), jsonOf(points)]
  const urls = [
    URL.createObjectURL(new Blob([bytes as BlobPart], { type: ARROW })),
    URL.createObjectURL(new Blob([text], { type: 'application/json' })),
  ] as const
  const worker = new Worker(new URL('../../src/worker.ts', import.meta.url), { type: 'module' })
  const here = watchMessages(worker)
  setIncidentWorker(worker)
  here.end()
  const store = incidentStore()
  let held = 0
  let cube: DensityCube | null = null
  const ours = async () => {
    const answer = await here.sync(() =>
      store.fetch({ id: 'bench', url: urls[0], etag: null, covers: WHOLE }),
    )
    if (answer.ok !== true) throw new Error(`void: ${JSON.stringify(answer)}`)
    held = answer.held.count
    cube = await here.sync(() => store.cube('bench', REPORTED, PROVINCE, KERNEL))
  }
  let theirsMs = 0
  let rows = 0
  const theirs = async () => {
    const body = await (await fetch(urls[1])).text()
    const start = performance.now()
    rows = accessed(JSON.parse(body) as Item[])
    theirsMs = performance.now() - start
  }
  await ours()
  await theirs()
  if (held !== count || rows !== count) throw new Error('void: other rows')
  const [mine, longest, peers]: [number[], number[], number[]] = [[], [], []]
  const gaps = watchGaps()
  const outcome = await contest({
    ours: async () => {
      here.reset()
      gaps.reset()
      await ours()
      mine.push(here.ms())
      longest.push(gaps.longest())
    },
    theirs: async () => {
      await theirs()
      peers.push(theirsMs)
    },
    passes: Math.min(passes, 5),
  })
  gaps.end()
  worker.terminate()
  const ratios = mine.map((one, i) => (peers[i] as number) / one).sort((a, b) => a - b)
  const low = ratios[Math.floor(0.1 * ratios.length)] as number
  return [
    {
      id: 'history-decode',
      peer: 'JSON + accessors, on the main thread',
      unit: 'ms',
      ours: median(mine),
      theirs: median(peers),
      ratio: median(ratios),
      low,
      high: ratios.at(-1) as number,
      counters: {
        rows: count,
        bytes: bytes.length,
        bytesOfPeer: text.length,
        wallMs: outcome.ours,
        wallMsOfPeer: outcome.theirs,
        longestTaskMs: Math.max(...here.tasks()),
        longestGapMs: median(longest),
        cells: cube ? (cube as DensityCube).starts.length : 0,
      },
      goal: '≥ 50x; no task over 16 ms',
      met: low >= 50 && Math.max(...here.tasks()) <= 16,
      renderer,
      date: '',
    },
  ]
}

interface Item {
  readonly lng: number
  readonly lat: number
  readonly occurredAt: number
  readonly category: string
}

/** What a layer's accessors come to: a walk over objects into arrays for the GPU. */
function accessed(items: readonly Item[]): number {
  const positions = new Float32Array(2 * items.length)
  const times = new Float32Array(items.length)
  const kinds = new Uint8Array(items.length)
  const getPosition = ({ lng, lat }: Item): [number, number] => [lng, lat]
  const codeOf = new Map<string, number>(INCIDENT_CATEGORIES.map((word, code) => [word, code]))
  items.forEach((item, i) => {
    const [x, y] = getPosition(item)
    positions[2 * i] = x
    positions[2 * i + 1] = y
    times[i] = item.occurredAt
    kinds[i] = codeOf.get(item.category) ?? 0
  })
  return items.length
}

function arrowOf({ count, lng, lat, occurredAt }: ReturnType<typeof pointsOf>): Uint8Array {
  const words = (of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i))
  const table = tableFromArrays({
    lng,
    lat,
    occurredAt,
    category: words((i) => INCIDENT_CATEGORIES[i % 6] as string),
    severity: words((i) => SEVERITIES[i % 4] as string),
    source: words(() => 'public-report'),
    areaCode: words((i) => `5201${10 + (i % 9)}`),
  })
  table.schema.metadata.set('crs', 'WGS84')
  return tableToIPC(table, 'stream')
}

function jsonOf({ count, lng, lat, occurredAt }: ReturnType<typeof pointsOf>): string {
  const items = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      lng: lng[i],
      lat: lat[i],
      occurredAt: occurredAt[i],
      category: INCIDENT_CATEGORIES[i % 6],
      severity: SEVERITIES[i % 4],
      source: 'public-report',
      areaCode: `5201${10 + (i % 9)}`,
    }),
  )
  return `[${items.join()}]`
}

/** Time that this thread spends on messages of a worker: reading them, and whatever listens, and asking. */
function watchMessages(worker: Worker) {
  let total = 0
  let since = 0
  const tasks: number[] = [0]
  const first = (event: MessageEvent) => {
    since = performance.now()
    void event.data
  }
  const last = () => {
    tasks.push(performance.now() - since)
    total += tasks.at(-1) as number
  }
  worker.addEventListener('message', first)
  // Comlink adds its listener with every question: ours has to be behind it each time.
  const behind = () => {
    worker.removeEventListener('message', last)
    worker.addEventListener('message', last)
  }
  return {
    end: behind,
    sync: <T>(ask: () => Promise<T>): Promise<T> => {
      const start = performance.now()
      const answer = ask()
      behind()
      total += performance.now() - start
      return answer
    },
    reset: () => {
      total = 0
    },
    ms: () => total,
    tasks: () => tasks,
  }
}

/** How long this thread did not come round: its longest task, and whatever else the machine was busy with. */
function watchGaps() {
  const { port1, port2 } = new MessageChannel()
  let last = performance.now()
  let longest = 0
  let isOver = false
  port1.onmessage = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setTimeout(() => port2.postMessage(0))
  }
  port2.postMessage(0)
  return {
    reset: () => {
      longest = 0
    },
    longest: () => longest,
    end: () => {
      isOver = true
    },
  }
}
