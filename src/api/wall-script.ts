import { apiBase } from './base'

/** The text of a script, that there is none, or that nobody knows. */
export type ScriptText =
  | { readonly state: 'there'; readonly text: string }
  | { readonly state: 'none' | 'unknown' }

const WAIT_MS = 8_000
/** Longer than any script may be. */
const MOST_CHARACTERS = 200_000

/** A script as a file on the product's own origin. A path that would leave it is none. */
export async function fetchScript(path: string): Promise<ScriptText> {
  const url = new URL(path, new URL(apiBase(), document.baseURI))
  if (url.origin !== new URL(document.baseURI).origin) return { state: 'none' }
  try {
    const answer = await fetch(url, {
      cache: 'no-cache',
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    if (answer.status === 404) return { state: 'none' }
    if (!answer.ok) return { state: 'unknown' }
    // A server that answers every path with the page has no such file.
    if (!answer.headers.get('content-type')?.includes('json')) return { state: 'none' }
    const text = await answer.text()
    return { state: 'there', text: text.slice(0, MOST_CHARACTERS) }
  } catch {
    return { state: 'unknown' }
  }
}
