interface Props {
  /** Alarms of the first priority that wait for an answer: while there are any, the page is not loaded anew. */
  readonly unansweredP1: number
}

/** Watches over the wall itself: whether its picture moves, and what it tells of its health. */
export function WallWatch(_props: Props) {
  return null
}
