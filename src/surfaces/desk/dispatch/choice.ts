/** What was decided here. */
export type Settled = 'sent' | 'refused'

/** What the next Enter would act upon. */
export interface Choice {
  /** Held by its id: a picture that moves on must not put another one under the officer's finger. Null: nothing. */
  readonly framed: string | null
  /** What was looked at before it was let go: the next one comes after it. */
  readonly last: string | null
  /** Sent or refused here: not offered again by itself, though a hand may still choose it. */
  readonly settled: ReadonlyMap<string, Settled>
}

export function opening(first: string | null): Choice {
  return { framed: first, last: null, settled: new Map() }
}

/**
 * Sent or refused: nothing is framed after it. Another one asks for a choice of its own, so that Enter pressed twice,
 * or Enter and a click, decide once.
 */
export function settledBy(choice: Choice, id: string, how: Settled): Choice {
  return { framed: null, last: id, settled: new Map(choice.settled).set(id, how) }
}

/** It could not be written down: the same one is offered again. */
export function restored(choice: Choice, id: string): Choice {
  const settled = new Map(choice.settled)
  settled.delete(id)
  return { ...choice, framed: choice.framed ?? id, settled }
}

export function chosen(choice: Choice, id: string): Choice {
  return { ...choice, framed: id }
}

/** The one after what is framed, or was framed last, round and round; nothing where all are settled. */
export function stepped(choice: Choice, ids: readonly string[], by = 1): Choice {
  const open = ids.filter((id) => !choice.settled.has(id) || id === choice.framed)
  if (open.length === 0) return { ...choice, framed: null }
  const from = choice.framed ?? choice.last
  const at = from === null ? -1 : ids.indexOf(from)
  const start = at < 0 ? (by > 0 ? -1 : 0) : at
  for (let i = 1; i <= ids.length; i++) {
    const id = ids[(((start + by * i) % ids.length) + ids.length) % ids.length] as string
    if (open.includes(id)) return { ...choice, framed: id }
  }
  return choice
}
