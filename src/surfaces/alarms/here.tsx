import type { ReactNode } from 'react'
import { Button, ErrorNote, Skeleton } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import type { Asked } from './use-asked'
import { WORDS } from './words'

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
  if (asked.is === 'failed')
    return (
      <ErrorNote what={say(WORDS.failed)} todo={asked.detail ?? asked.cause}>
        <Button onClick={again}>{say(WORDS.again)}</Button>
      </ErrorNote>
    )
  return children(asked.value)
}
