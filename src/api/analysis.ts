import { proxy } from 'comlink'
import type { HotSpotQuestion, HotSpots } from '../domain/incident-hot-spots'
import type { NearRepeat, NearRepeatQuestion } from '../domain/near-repeat'
import { ownWorker } from './own-worker'

interface Analyst {
  readonly hotSpots: (question: HotSpotQuestion) => HotSpots
  readonly nearRepeat: (
    question: NearRepeatQuestion,
    onRun: (done: number, runs: number) => void,
  ) => NearRepeat
}

// One each: hot spots must not wait for the runs of the other, nor end with them.
const askHot = ownWorker<Analyst>()
const askNear = ownWorker<Analyst>()

/** What is hot, and how the map before did. */
export function askHotSpots(question: HotSpotQuestion, signal: AbortSignal): Promise<HotSpots> {
  return askHot(
    (analyst) => analyst.hotSpots(question),
    async () => (await import('../domain/incident-hot-spots')).hotSpots(question),
    signal,
  )
}

/** The Knox table; tells each run that is done, and stops with `signal`. */
export function askNearRepeat(
  question: NearRepeatQuestion,
  onRun: (done: number, runs: number) => void,
  signal: AbortSignal,
): Promise<NearRepeat> {
  return askNear(
    (analyst) => analyst.nearRepeat(question, proxy(onRun)),
    async () => (await import('../domain/near-repeat')).nearRepeat(question, onRun),
    signal,
  )
}
