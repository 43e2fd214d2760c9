import type { ReactNode } from 'react'
import type { Cause } from '../../api/reading'
import { Empty, ErrorNote, Skeleton } from '../../ui/kit'
import { useLang, useSay } from '../../ui/lang'
import { causeWords } from '../cause-words'
import type { Had } from './use-facts'
import { WORDS } from './words'

/** A picture, where there is something to draw. */
export function Shown<T>({
  had,
  children,
}: {
  readonly had: Had<T>
  readonly children: (value: T) => ReactNode
}) {
  return had.is === 'here' ? children(had.value) : <NotHad had={had} />
}

/** What stands where a picture would be. */
export function NotHad({ had }: { readonly had: Exclude<Had<unknown>, { is: 'here' }> }) {
  const say = useSay()
  const lang = useLang()
  if (had.is === 'waiting') return <Skeleton>{say(WORDS.waiting)}</Skeleton>
  if (had.is === 'absent') return <Empty title={say(WORDS.absent)} />
  const words = causeWords(had.cause as Cause)
  return (
    <ErrorNote
      what={`${say(WORDS.failed)}${words ? ` · ${words.what[lang]}` : ''}`}
      todo={words ? words.todo[lang] : say(WORDS.failedTodo)}
    />
  )
}
