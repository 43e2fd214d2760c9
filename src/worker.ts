import { expose, transfer } from 'comlink'
import type { Settled } from './api/bring/build'
import type { FileDesk, OnProgress } from './api/bring/open-file'
import type { Roles } from './api/bring/recognise'
import { incidentDesk } from './api/incident-desk'
import { type Advice, type AdviceQuestion, advise } from './domain/advice'
import { buffersOf } from './domain/incident'
import { type HotSpotQuestion, type HotSpots, hotSpots } from './domain/incident-hot-spots'
import { type NearRepeat, type NearRepeatQuestion, nearRepeat } from './domain/near-repeat'

/** What the worker can do: a thin shell over domain functions. Buffers are handed over, not copied. */
const desk = {
  /** Columns of incidents live here; what is reckoned over them asks `incidentShelf`. */
  incidents: incidentDesk(transfer),
  /** Asked of a worker of its own, which ends when nobody wants the answer any more. */
  hotSpots(question: HotSpotQuestion): HotSpots {
    return hotSpots(question)
  },
  nearRepeat(
    question: NearRepeatQuestion,
    onRun: (done: number, runs: number) => void,
  ): NearRepeat {
    // A message a run would be most of the work.
    return nearRepeat(question, (done, runs) => {
      if (done % 10 === 0 || done === runs) onRun(done, runs)
    })
  },
  advise(question: AdviceQuestion): Advice {
    return advise(question)
  },
  files: {
    async open(file: Blob, onProgress: OnProgress) {
      return (await fileDesk()).open(file, onProgress)
    },
    async load(roles: Roles, settled: Settled, onProgress: OnProgress) {
      const loaded = await (await fileDesk()).load(roles, settled, onProgress)
      return loaded.ok ? transfer(loaded, buffersOf(loaded.columns)) : loaded
    },
  },
}

let files: FileDesk | null = null

/** Readers of files are fetched when there is one. */
async function fileDesk(): Promise<FileDesk> {
  files ??= (await import('./api/bring/open-file')).fileDesk()
  return files
}

export type ComputeWorker = typeof desk

expose(desk)
