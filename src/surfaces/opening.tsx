import { Skeleton } from '../ui/kit'

/** What stands on screen while the code of the pages arrives. No language has been chosen yet: it says it in both. */
export function Opening() {
  return (
    <main>
      <Skeleton>鼓楼 Drumtower · 正在载入 · Loading</Skeleton>
    </main>
  )
}
