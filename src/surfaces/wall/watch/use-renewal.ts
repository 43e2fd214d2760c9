import { useEffect, useRef } from 'react'
import { isWhole, servedBuild } from '../../../api/build'
import { startPolling } from '../../../api/schedule'
import { MINUTE_MS } from '../../../domain/time'
import {
  mayGo,
  noticed,
  type Quiet,
  type Renewal,
  readTried,
  withTried,
  writeTried,
} from './renewal'
import { runningBuild } from './running-build'

/** Goes to a build that is newly served, once and in a quiet moment. Does nothing in development. */
export function useRenewal(quiet: Quiet): void {
  const latest = useRef(quiet)
  latest.current = quiet
  useEffect(() => {
    const running = runningBuild()
    if (running === null) return
    const base = import.meta.env.BASE_URL
    const stopped = new AbortController()
    let renewal: Renewal | null = null
    let again: ReturnType<typeof setTimeout> | undefined

    async function look(home: string) {
      clearTimeout(again)
      const served = await servedBuild(base, stopped.signal)
      if (!served) return
      const tried = readTried(sessionStorage)
      renewal = noticed(renewal, served.build, home, tried, performance.now(), Math.random())
      if (renewal && renewal.dueAt > performance.now())
        again = setTimeout(() => polling.refresh(), renewal.dueAt - performance.now())
      const isDue = () => renewal !== null && mayGo(renewal, performance.now(), latest.current)
      if (!isDue() || !(await isWhole(served, base, stopped.signal))) return
      // Asked again: an alarm may have come while the files were fetched.
      if (!isDue() || stopped.signal.aborted) return
      if (writeTried(sessionStorage, withTried(tried, served.build))) location.reload()
    }

    const polling = startPolling({
      everyMs: MINUTE_MS,
      run: () =>
        look(running).then(
          () => ({ ok: true }) as const,
          () => ({ ok: false, retryAfterMs: null }) as const,
        ),
      random: Math.random,
      monotonic: () => performance.now(),
    })
    return () => {
      clearTimeout(again)
      polling.stop()
      stopped.abort()
    }
  }, [])
}
