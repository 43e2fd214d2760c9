/** One line of the result. Times are medians of passes; `ratio` is the median of theirs / ours, pass by pass. */
export interface Row {
  readonly id: string
  readonly peer: string
  readonly unit: string
  readonly ours: number
  readonly theirs: number
  readonly ratio: number
  /** 95 % bootstrap interval of the ratio; `low` is its worse end. */
  readonly low: number
  readonly high: number
  readonly counters: Readonly<Record<string, number | string>>
  readonly goal: string
  readonly met: boolean
  readonly renderer: string
  readonly date: string
}

/** For a row that is only watched: nothing to reach was set. */
export const NO_GOAL = 'none set'

export interface Contest {
  /** One pass, done when the promise is: times are taken around it. */
  readonly ours: () => unknown
  readonly theirs: () => unknown
  readonly passes?: number
  /** Before each pass and beside its time: what the last one left behind is cleared away. */
  readonly before?: () => void
}

export interface Outcome {
  readonly ours: number
  readonly theirs: number
  readonly ratio: number
  readonly low: number
  readonly high: number
  readonly passes: number
}

const WARM_UPS = 2
export const PASSES = 15

/** Ours and the peer in turn, A B B A, so that what slows the machine slows both. */
export async function contest({
  ours,
  theirs,
  passes = PASSES,
  before = () => {},
}: Contest): Promise<Outcome> {
  const timed = async (pass: Contest['ours']) => {
    before()
    const start = performance.now()
    await pass()
    return performance.now() - start
  }
  for (let i = 0; i < WARM_UPS; i++) {
    await ours()
    await theirs()
  }
  const a: number[] = []
  const b: number[] = []
  for (let i = 0; i < passes; i++) {
    if (i % 2 === 0) {
      a.push(await timed(ours))
      b.push(await timed(theirs))
    } else {
      b.push(await timed(theirs))
      a.push(await timed(ours))
    }
  }
  const logs = a.map((mine, i) => Math.log((b[i] as number) / mine))
  const [low, high] = bootstrap(logs)
  return {
    ours: median(a),
    theirs: median(b),
    ratio: Math.exp(median(logs)),
    low: Math.exp(low),
    high: Math.exp(high),
    passes,
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** 95 % interval of the median, from 2,000 resamples with a fixed seed. */
function bootstrap(values: readonly number[]): [number, number] {
  const random = seeded(7)
  const medians = Array.from({ length: 2_000 }, () =>
    median(values.map(() => values[Math.floor(random() * values.length)] as number)),
  ).sort((a, b) => a - b)
  return [medians[49] as number, medians[1_949] as number]
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
