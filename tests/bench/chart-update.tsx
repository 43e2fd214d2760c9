import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Line, LineChart, XAxis, YAxis } from 'recharts'
import { thinLineOf } from '../../src/surfaces/review/line-path'
import { contest, type Row, seeded } from './bench'

const WIDTH = 960
const HEIGHT = 300
const GOAL = 20
const MOST_OFF_PX = 1

/** A walk with days, weeks, spikes and gaps in it; every update another. */
function seriesOf(points: number, turn: number) {
  const random = seeded(7 + turn)
  const xs = new Float64Array(points)
  const ys = new Float64Array(points)
  let level = 50
  for (let i = 0; i < points; i++) {
    level += random() - 0.5
    const spike = random() < 0.002 ? 60 * random() : 0
    xs[i] = i
    ys[i] = i % 997 < 3 ? Number.NaN : level + 8 * Math.sin(i / 24) + 4 * random() + spike
  }
  return { xs, ys }
}

function Raw({ rows, low, high }: { rows: readonly object[]; low: number; high: number }) {
  return (
    <LineChart
      width={WIDTH}
      height={HEIGHT}
      data={rows}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
    >
      <XAxis dataKey="x" type="number" domain={[0, rows.length]} hide />
      <YAxis domain={[low, high]} hide />
      <Line
        dataKey="y"
        type="linear"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        connectNulls={false}
      />
    </LineChart>
  )
}

/** A 10,000-point line gets new values: as review draws its lines, against the same points given to recharts. */
export async function chartUpdate(
  points: number,
  passes: number,
  renderer: string,
): Promise<Row[]> {
  const [ourHost, theirHost] = [document.createElement('div'), document.createElement('div')]
  document.body.append(ourHost, theirHost)
  const [ourRoot, theirRoot] = [createRoot(ourHost), createRoot(theirHost)]
  const inputs = Array.from({ length: 4 }, (_, turn) => seriesOf(points, turn))
  const known = inputs.flatMap(({ ys }) => [...ys].filter(Number.isFinite))
  const low = known.reduce((a, b) => Math.min(a, b))
  const high = known.reduce((a, b) => Math.max(a, b))
  const frame = { from: 0, to: points, widthPx: WIDTH }
  const x = (value: number) => (value / points) * WIDTH
  const y = (value: number) => (1 - (value - low) / (high - low)) * HEIGHT
  const drawOurs = (turn: number) => {
    const { xs, ys } = inputs[turn % inputs.length] as (typeof inputs)[number]
    const d = thinLineOf(xs, ys, frame, x, y)
    flushSync(() =>
      ourRoot.render(
        <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
          <path d={d} fill="none" stroke="currentColor" />
        </svg>,
      ),
    )
  }
  const drawTheirs = (turn: number) => {
    const { xs, ys } = inputs[turn % inputs.length] as (typeof inputs)[number]
    // The rows that a page would hand over: made within the time, as ours makes its path.
    const rows = Array.from(xs, (at, i) => ({ x: at, y: Number.isFinite(ys[i]) ? ys[i] : null }))
    flushSync(() => theirRoot.render(<Raw rows={rows} low={low} high={high} />))
  }
  let off = 0
  for (let turn = 0; turn < inputs.length; turn++) {
    drawOurs(turn)
    drawTheirs(turn)
    await new Promise((resolve) => requestAnimationFrame(resolve))
    off = Math.max(off, apartPx(pathIn(ourHost), pathIn(theirHost)))
  }
  if (off > MOST_OFF_PX) throw new Error(`the two lines are ${off.toFixed(2)} px apart: no contest`)
  let [ourTurn, theirTurn] = [0, 0]
  const outcome = await contest({
    ours: () => drawOurs(ourTurn++),
    theirs: () => drawTheirs(theirTurn++),
    passes,
  })
  const drawn = (pathIn(ourHost).match(/[ML]/g) ?? []).length
  ourRoot.unmount()
  theirRoot.unmount()
  return [
    {
      id: 'chart-update',
      peer: 'recharts, raw',
      unit: 'ms',
      ...outcome,
      counters: { points, drawn, apartPx: Number(off.toFixed(3)) },
      goal: `≥ ${GOAL} x`,
      met: outcome.low >= GOAL,
      renderer,
      date: '',
    },
  ]
}

function pathIn(host: HTMLElement): string {
  const paths = [...host.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '')
  const longest = paths.sort((a, b) => b.length - a.length)[0]
  if (!longest) throw new Error('nothing was drawn')
  return longest
}

/** How far the ends of one line in a column of pixels lie from the other line there, or a pixel beside; the worse way. */
function apartPx(a: string, b: string): number {
  const [ours, theirs] = [extentsOf(a), extentsOf(b)]
  return Math.max(beyond(ours, theirs), beyond(theirs, ours))
}

type Extents = readonly ({ low: number; high: number } | undefined)[]

function beyond(one: Extents, other: Extents): number {
  let most = 0
  for (let column = 0; column < WIDTH; column++) {
    const own = one[column]
    if (!own) continue
    const near = [other[column - 1], other[column], other[column + 1]].filter(
      (extent) => extent !== undefined,
    )
    if (near.length === 0) return Number.POSITIVE_INFINITY
    const low = Math.min(...near.map((extent) => extent.low))
    const high = Math.max(...near.map((extent) => extent.high))
    most = Math.max(most, low - own.low, own.high - high)
  }
  return most
}

function extentsOf(path: string) {
  const columns: ({ low: number; high: number } | undefined)[] = []
  for (const [, x = '', y = ''] of path.matchAll(/[ML]\s*(-?[\d.]+)[ ,](-?[\d.]+)/g)) {
    const [column, height] = [Math.min(WIDTH - 1, Math.floor(Number(x) + 1e-6)), Number(y)]
    const known = columns[column]
    columns[column] = {
      low: Math.min(known?.low ?? height, height),
      high: Math.max(known?.high ?? height, height),
    }
  }
  return columns
}
