export interface AreaLabel {
  readonly code: string
  readonly text: string
  /** Its middle. */
  readonly x: number
  readonly y: number
}

/** Latin letters are about so wide, others a whole em. */
const LATIN_EM = 0.56
const LINE_EM = 1.15
const MOST_ROUNDS = 40

/** Labels that would lie over one another give way up and down, each as little as it takes; none leaves the drawing. */
export function apart(
  labels: readonly AreaLabel[],
  em: number,
  width: number,
): readonly AreaLabel[] {
  const halves = labels.map(({ text }) => (widthOf(text) * em) / 2)
  const placed = labels.map((label, i) => ({
    ...label,
    x: Math.min(width - (halves[i] as number), Math.max(halves[i] as number, label.x)),
  }))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isCalm = true
    placed.forEach((a, i) => {
      placed.slice(i + 1).forEach((b, k) => {
        const reach = (halves[i] as number) + (halves[i + 1 + k] as number)
        const over = LINE_EM * em - Math.abs(a.y - b.y)
        if (Math.abs(a.x - b.x) >= reach || over <= 1e-6) return
        isCalm = false
        const [upper, lower] = a.y <= b.y ? [a, b] : [b, a]
        upper.y -= over / 2
        lower.y += over / 2
      })
    })
    if (isCalm) break
  }
  return placed
}

export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u2000' ? LATIN_EM : 1), 0)
}
