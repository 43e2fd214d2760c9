import type { ReactNode } from 'react'
import type { Cause } from '../../api/reading'
import { Button, ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Phrase } from '../../ui/words'
import { type CauseWords, causeWords } from '../cause-words'
import type { Asked } from './use-asked'
import { WORDS } from './words'

/** What went wrong and what to do about it; null: a word that only the server knows. */
export function wordsOfCause(cause: string): CauseWords | null {
  return causeWords(cause as Cause) ?? null
}

/** “Could not be read: cannot be reached”; a cause without words as it came. */
export function failedPhrase(what: Phrase, cause: string): Phrase {
  const why = wordsOfCause(cause)?.what ?? { zh: cause, en: cause }
  return { zh: `${what.zh}：${why.zh}`, en: `${what.en}: ${why.en}` }
}

/** Something that is read: waiting, failed with another try, or here. */
export function Here<T>({
  asked,
  again,
  children,
}: {
  readonly asked: Asked<T>
  readonly again: () => void
  readonly children: (value: T) => ReactNode
}) {
  const say = useSay()
  if (asked.is === 'waiting') return <Skeleton>{say(WORDS.loading)}</Skeleton>
  if (asked.is === 'failed') {
    const todo = wordsOfCause(asked.cause)?.todo
    return (
      <ErrorNote
        what={say(failedPhrase(WORDS.failed, asked.cause))}
        todo={todo ? say(todo) : (asked.detail ?? '')}
      >
        <Button onClick={again}>{say(WORDS.again)}</Button>
      </ErrorNote>
    )
  }
  return children(asked.value)
}
