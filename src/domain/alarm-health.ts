import type { AlarmPriority } from './alarm'
import { FLOOD } from './alarm-flood'
import { DAY_MS, type EpochMs, MINUTE_MS, type TimeWindow } from './time'

/** One thing that happened to one occurrence, as far as the figures need it. */
export interface AlarmHappening {
  readonly alarm: string
  readonly ruleId: string
  readonly priority: AlarmPriority
  readonly event: string
  readonly at: EpochMs
}

/** What one seat can bear (ISA-18.2 / IEC 62682); flood share and top ten: one source each, see the facts paper. */
export const TARGETS = {
  /** Announced in ten minutes, on average: steady; at most: manageable. */
  averagePer10Min: 1,
  mostPer10Min: 10,
  floodShare: 0.01,
  topTenShare: 0.05,
  staleMs: DAY_MS,
  /** Share of all announced: P1 is high, P2 medium, P3 and P4 together are low. */
  mix: { high: 0.05, medium: 0.15, low: 0.8 },
} as const

/**
 * On a day that meets the other targets ten sources that rang once each are more than 5 % of all: below this many rings
 * a day for each of the ten on average, nothing is wrong with them. A custom of the house.
 */
export const RINGS_A_DAY = 2
/** A mix is missed where so many urgent ones or more would come by chance in at most one of twenty such windows. */
const BY_CHANCE = 0.05

/** Chattering: at least this many in this time. Defined variously: a setting. */
export const CHATTER = { count: 3, withinMs: MINUTE_MS } as const
const TOP = 10

export interface SourceShare {
  readonly ruleId: string
  readonly alarm: string
  readonly count: number
}

export interface AlarmHealth {
  readonly window: TimeWindow
  readonly announced: number
  readonly averagePer10Min: number
  /** In one of the steps of ten minutes that the window is cut into. */
  readonly mostPer10Min: number
  /** New alarms in each step of ten minutes, oldest first. */
  readonly per10Min: readonly number[]
  readonly floodSteps: number
  /** Null where nothing was announced. */
  readonly topTenShare: number | null
  readonly topTenCount: number
  readonly top: readonly SourceShare[]
  readonly chattering: readonly SourceShare[]
  /** Counts, not shares. */
  readonly mix: Readonly<Record<'high' | 'medium' | 'low', number>>
  /** From announcement to answer, ms; null where nobody has answered. */
  readonly medianAnswerMs: number | null
  readonly answered: number
}

/**
 * How the rules treat one seat, over a window. Raised alarms are counted as announced; `seats` share them evenly. Counts
 * are exact, the steps of ten minutes begin with the window.
 */
export function alarmHealth(
  happenings: readonly AlarmHappening[],
  window: TimeWindow,
  seats = 1,
): AlarmHealth {
  const inside = happenings.filter(({ at }) => at >= window.from && at < window.to)
  const raised = inside.filter(({ event }) => event === 'raise')
  const steps = Math.max(1, Math.ceil((window.to - window.from) / FLOOD.windowMs))
  const per10Min = new Array<number>(steps).fill(0)
  for (const { at } of raised) {
    const step = Math.floor((at - window.from) / FLOOD.windowMs)
    per10Min[step] = (per10Min[step] ?? 0) + 1 / seats
  }
  const bySource = countBySource(raised)
  const top = bySource.slice(0, TOP)
  const topCount = top.reduce((sum, { count }) => sum + count, 0)
  const countOf = (wanted: (priority: AlarmPriority) => boolean) =>
    raised.filter(({ priority }) => wanted(priority)).length
  const answers = answerTimes(inside)
  return {
    window,
    announced: raised.length,
    averagePer10Min: raised.length / seats / steps,
    mostPer10Min: Math.max(...per10Min),
    per10Min,
    floodSteps: per10Min.filter((count) => count > FLOOD.above).length,
    topTenShare: raised.length === 0 ? null : topCount / raised.length,
    topTenCount: topCount,
    top,
    chattering: chatteringOf(raised),
    mix: {
      high: countOf((priority) => priority === 1),
      medium: countOf((priority) => priority === 2),
      low: countOf((priority) => priority > 2),
    },
    medianAnswerMs: medianOf(answers),
    answered: answers.length,
  }
}

/** `none`: nothing was announced, and a share of nothing says nothing. */
export type Verdict = 'meets' | 'misses' | 'none'

/** Each figure against its target, by rules that can fail with the counts of an ordinary day. */
export function verdictsOf(
  health: AlarmHealth,
): Readonly<Record<'average' | 'most' | 'flood' | 'topTen' | 'chattering' | 'mix', Verdict>> {
  const { announced, per10Min, mix, window, topTenCount } = health
  const verdict = (isMet: boolean): Verdict => (isMet ? 'meets' : 'misses')
  const days = (window.to - window.from) / DAY_MS
  const mayRing = Math.max(TARGETS.topTenShare * announced, TOP * RINGS_A_DAY * days)
  // Fewer urgent ones than planned is no fault: the mix is a limit from above on what is called urgent.
  const isMixMet =
    isByChance(mix.high, announced, TARGETS.mix.high) &&
    isByChance(mix.medium, announced, TARGETS.mix.medium)
  return {
    average: verdict(health.averagePer10Min <= TARGETS.averagePer10Min),
    most: verdict(health.mostPer10Min <= TARGETS.mostPer10Min),
    flood: verdict(health.floodSteps / per10Min.length <= TARGETS.floodShare),
    topTen: announced === 0 ? 'none' : verdict(topTenCount <= mayRing),
    chattering: verdict(health.chattering.length === 0),
    mix: announced === 0 ? 'none' : verdict(isMixMet),
  }
}

/** Whether `count` or more of `n` come by chance where each is one with probability `p`: the exact binomial tail. */
function isByChance(count: number, n: number, p: number): boolean {
  let below = 0
  let logChoose = 0
  for (let k = 0; k < count; k++) {
    below += Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log(1 - p))
    logChoose += Math.log((n - k) / (k + 1))
  }
  return 1 - below > BY_CHANCE
}

/** What has stood for more than a day. */
export function staleOf<T extends { readonly raisedAt: EpochMs }>(
  standing: readonly T[],
  now: EpochMs,
): readonly T[] {
  return standing.filter(({ raisedAt }) => now - raisedAt > TARGETS.staleMs)
}

function countBySource(raised: readonly AlarmHappening[]): SourceShare[] {
  const counts = new Map<string, SourceShare>()
  for (const { alarm, ruleId } of raised)
    counts.set(alarm, { alarm, ruleId, count: (counts.get(alarm)?.count ?? 0) + 1 })
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.alarm < b.alarm ? -1 : 1))
}

function chatteringOf(raised: readonly AlarmHappening[]): SourceShare[] {
  const times = new Map<string, EpochMs[]>()
  for (const { alarm, at } of raised) times.set(alarm, [...(times.get(alarm) ?? []), at])
  return countBySource(raised).filter(({ alarm }) => {
    const sorted = (times.get(alarm) ?? []).sort((a, b) => a - b)
    return sorted.some((at, i) => {
      const later = sorted[i + CHATTER.count - 1]
      return later !== undefined && later - at <= CHATTER.withinMs
    })
  })
}

function answerTimes(happenings: readonly AlarmHappening[]): number[] {
  const raisedAt = new Map<string, EpochMs>()
  const waits: number[] = []
  for (const { alarm, event, at } of happenings.toSorted((a, b) => a.at - b.at)) {
    if (event === 'raise') raisedAt.set(alarm, at)
    const since = raisedAt.get(alarm)
    if (event !== 'acknowledge' || since === undefined) continue
    waits.push(at - since)
    raisedAt.delete(alarm)
  }
  return waits
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
