import * as z from 'zod/mini'
import { fetchAnswer } from './fetch-answer'
import { idWire } from './wire'

/** `version.json`, which every production build writes beside its page. */
const buildWire = z.object({
  version: idWire,
  build: idWire,
  /** Paths of everything that was built, below the page's base. */
  files: z.array(z.string().check(z.regex(/^(?!.*\.\.)[\w./-]{1,200}$/))).check(z.maxLength(2_000)),
})

/** A build that is being served. */
export type Build = z.output<typeof buildWire>

const TIMEOUT_MS = 8_000
const FILE_TIMEOUT_MS = 60_000

/** The build that is served now; null where none can be read: that is no news. */
export async function servedBuild(base: string, signal: AbortSignal): Promise<Build | null> {
  const answer = await fetchAnswer({
    url: `${base}version.json`,
    accept: 'application/json',
    etag: null,
    timeoutMs: TIMEOUT_MS,
    signal,
    limitBytes: 256 * 1024,
  })
  if (answer.ok !== true) return null
  try {
    const read = z.safeParse(buildWire, JSON.parse(new TextDecoder().decode(answer.bytes)))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/**
 * Whether every file of a build is there, one after another. A build that is still being copied is not gone to, and
 * what was fetched here need not come over the network again.
 */
export async function isWhole(build: Build, base: string, signal: AbortSignal): Promise<boolean> {
  for (const file of build.files) {
    try {
      const response = await fetch(`${base}${file}`, {
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(FILE_TIMEOUT_MS)]),
      })
      // A server that answers everything with the page would let any name pass.
      const type = response.headers.get('content-type') ?? ''
      if (response.status !== 200 || type.startsWith('text/html')) return false
      await response.arrayBuffer()
    } catch {
      return false
    }
  }
  return true
}
