import { useEffect, useState } from 'react'
import { SECOND_MS } from '../../../domain/time'
import { Skeleton } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount } from '../../../ui/numbers'
import { DISPATCH } from './words'

/** That it is being computed, over how much, and for how long already. */
export function Computing({ units, places }: { readonly units: number; readonly places: number }) {
  const say = useSay()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((s) => s + 1), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <Skeleton>
      {say(DISPATCH.computing)} {formatCount(units)} {say(DISPATCH.freeUnits)} ×{' '}
      {formatCount(places)} {say(DISPATCH.posts)} · {seconds} s
    </Skeleton>
  )
}
