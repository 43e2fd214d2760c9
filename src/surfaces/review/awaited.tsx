import { useEffect } from 'react'

/** A picture that was asked for before all of it was reckoned is taken when it is. */
export function Awaited({
  isThere,
  onReady,
}: {
  readonly isThere: boolean
  readonly onReady: (isThere: boolean) => void
}) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (isThere) onReady(true)
  }, [isThere])
  return null
}
