import { useCallback, useEffect, useMemo, useState } from 'react'
import { newKey } from '../../api/alarm-writes'
import { type AnnotationWrite, type Written, writeAnnotation } from '../../api/annotations'
import {
  type Annotation,
  type AnnotationDraft,
  draftOf,
  saysTheSame,
  undoing,
} from '../../domain/annotation'
import type { Mark } from '../../domain/measure'
import type { EpochMs } from '../../domain/time'
import type { Officer } from '../officer'
import { type AnnotationsNow, useAnnotations } from './use-annotations'

/** What became of a write that did not go through: it stands until somebody decides. */
export type Unwritten =
  | { readonly is: 'sending' | 'locked' | 'unknown' }
  | Extract<Written, { is: 'refused' }>

/** A change of a mark that all see. `before` is what its writer saw. */
export interface Change {
  readonly write: AnnotationWrite
  readonly before: Annotation
  readonly outcome: Unwritten
}

/** Everything that can be seen and done of marks. */
export interface MarksDesk {
  readonly now: AnnotationsNow
  /** Of this machine: not kept with the data, or not yet. Each is its own draft. */
  readonly own: readonly Mark[]
  readonly outcomes: ReadonlyMap<string, Unwritten>
  readonly change: Change | null
  /** Struck out from this page, the last one last: who did, and when. */
  readonly struck: readonly Annotation[]
  readonly mayWrite: boolean
  readonly canUndo: boolean
  /** A new one: on this machine at once, with the data as soon as the server says so. */
  readonly add: (draft: AnnotationDraft) => void
  /** Tries one of this machine's; the same key on every try. */
  readonly keep: (mark: Mark) => void
  readonly drop: (mark: Mark) => void
  readonly edit: (mark: Annotation, draft: AnnotationDraft) => void
  readonly again: () => void
  /** One's own change after all, on what somebody else has written meanwhile. */
  readonly overrule: () => void
  readonly giveUp: () => void
  readonly undo: () => void
}

/** The last thing that was done, as far as it can be taken back. */
type Done =
  | { readonly before: Annotation | null; readonly after: Annotation }
  | { readonly dropped: Mark }

/**
 * Marks of the days that are looked at. A new one lies on this machine until the server has confirmed it, so that no
 * failure loses it; a change of one that stands is kept here until it went through or was given up.
 */
export function useMarks(
  days: { readonly from: EpochMs | null; readonly to: EpochMs | null },
  own: readonly Mark[],
  onOwn: (change: (before: readonly Mark[]) => readonly Mark[]) => void,
  { by, mayOrder: mayWrite }: Officer,
): MarksDesk {
  const now = useAnnotations(days.from, days.to)
  const { took } = now
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Unwritten>>(new Map())
  const [change, setChange] = useState<Change | null>(null)
  const [struck, setStruck] = useState<readonly Annotation[]>([])
  const [done, setDone] = useState<Done | null>(null)

  const forget = useCallback(
    (id: string) => onOwn((before) => before.filter((one) => one.id !== id)),
    [onOwn],
  )
  const drop = useCallback(
    (mark: Mark) => {
      forget(mark.id)
      setDone({ dropped: mark })
    },
    [forget],
  )
  const keep = useCallback(
    async (mark: Mark) => {
      const note = (outcome: Unwritten | null) =>
        setOutcomes((before) => {
          const after = new Map(before)
          if (outcome) after.set(mark.id, outcome)
          else after.delete(mark.id)
          return after
        })
      note({ is: 'sending' })
      const written = await writeAnnotation({
        key: mark.id,
        id: null,
        seenRev: 0,
        draft: draftOf(mark),
        by,
      })
      if (written.is !== 'done') return note(written)
      took(written.annotation)
      note(null)
      forget(mark.id)
      setDone({ before: null, after: written.annotation })
    },
    [by, took, forget],
  )
  const add = useCallback(
    (draft: AnnotationDraft) => {
      const { isRemoved: _, ...content } = draft
      const mark: Mark = { ...content, id: newKey() }
      onOwn((before) => [...before, mark])
      void keep(mark)
    },
    [onOwn, keep],
  )
  const send = useCallback(
    async (write: AnnotationWrite, before: Annotation) => {
      setChange({ write, before, outcome: { is: 'sending' } })
      const written = await writeAnnotation(write)
      if (written.is !== 'done') {
        // Somebody else has written the very same: nothing is left to do.
        const current = written.is === 'refused' ? written.current : null
        const stands = current && saysTheSame(standing(current), write.draft)
        if (current) took(current)
        return setChange(stands ? null : { write, before, outcome: written })
      }
      took(written.annotation)
      if (written.annotation.isRemoved) setStruck((all) => [...all, written.annotation])
      setChange(null)
      setDone({ before, after: written.annotation })
    },
    [took],
  )
  const edit = useCallback(
    (mark: Annotation, draft: AnnotationDraft) =>
      void send({ key: newKey(), id: mark.id, seenRev: mark.rev, draft, by }, mark),
    [send, by],
  )
  // A change that is under way must not be lost with the page.
  const isOpen = change !== null
  useEffect(() => {
    if (!isOpen) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOpen])

  return useMemo(
    () => ({
      now,
      own,
      outcomes,
      change,
      struck,
      mayWrite,
      canUndo: done !== null && change === null,
      add,
      keep: (mark) => void keep(mark),
      drop,
      edit,
      again: () => change && void send(change.write, change.before),
      overrule: () => {
        const current = change?.outcome.is === 'refused' ? change.outcome.current : null
        if (change && current) edit(current, change.write.draft)
      },
      giveUp: () => setChange(null),
      undo: () => {
        if (!done) return
        setDone(null)
        if ('dropped' in done) onOwn((before) => [...before, done.dropped])
        else edit(done.after, undoing(done.before, done.after))
      },
    }),
    [now, own, outcomes, change, struck, mayWrite, done, add, keep, drop, edit, send, onOwn],
  )
}

const standing = (one: Annotation): AnnotationDraft => ({
  ...draftOf(one),
  isRemoved: one.isRemoved,
})
