import { BREAK, decimate, type Frame } from '../../domain/review/decimate'

type Scale = (value: number) => number

/** A line of few points that is broken where a value is missing; a value between two gaps is a dot. */
export function lineOf(values: readonly (number | null)[], x: Scale, y: Scale): string {
  let path = ''
  values.forEach((value, i) => {
    if (value === null) return
    const isFirst = i === 0 || values[i - 1] === null
    path += `${isFirst ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`
    if (isFirst && (values[i + 1] ?? null) === null) path += 'h.01'
  })
  return path
}

/** The same of any number of points: no more are drawn than its columns of pixels can show. NaN is a gap. */
export function thinLineOf(
  xs: Float64Array,
  ys: Float64Array,
  frame: Frame,
  x: Scale,
  y: Scale,
): string {
  const parts: string[] = []
  let isFirst = true
  for (const i of decimate(xs, ys, frame)) {
    if (i === BREAK) {
      isFirst = true
      continue
    }
    parts.push(
      `${isFirst ? 'M' : 'L'}${x(xs[i] as number).toFixed(1)} ${y(ys[i] as number).toFixed(1)}`,
    )
    isFirst = false
  }
  return parts.join('')
}
