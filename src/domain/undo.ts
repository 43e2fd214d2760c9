/** What is, what was, and what was taken back. */
export interface Undoable<Value> {
  readonly now: Value
  readonly before: readonly Value[]
  readonly after: readonly Value[]
}

const MOST_STEPS = 200

export function undoable<Value>(now: Value): Undoable<Value> {
  return { now, before: [], after: [] }
}

/** A change of the same thing as the last one, letter by letter, is one step: `joins` says so. */
export function changed<Value>(
  { now, before }: Undoable<Value>,
  next: Value,
  joins = false,
): Undoable<Value> {
  if (next === now) return { now, before, after: [] }
  return {
    now: next,
    before: joins && before.length > 0 ? before : [...before, now].slice(-MOST_STEPS),
    after: [],
  }
}

export function undone<Value>(history: Undoable<Value>): Undoable<Value> {
  const last = history.before.at(-1)
  if (last === undefined) return history
  return {
    now: last,
    before: history.before.slice(0, -1),
    after: [history.now, ...history.after],
  }
}

export function redone<Value>(history: Undoable<Value>): Undoable<Value> {
  const [next, ...after] = history.after
  if (next === undefined) return history
  return { now: next, before: [...history.before, history.now], after }
}
